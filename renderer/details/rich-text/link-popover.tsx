import { Button, Field, Input, makeStyles, Popover, PopoverSurface } from '@fluentui/react-components'
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { addressOf, linkAt, removeLink, setLink } from './link.ts'
import { endLink, TOOLS } from './live.ts'

const texts = detailsTexts.link

const useStyles = makeStyles({
  surface: { width: '320px', maxWidth: '90vw', boxSizing: 'border-box' },
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

/** Asks for the address of a link and the text that shows it. Escape gives it up; the caret returns to the text. */
export function LinkPopover({ editor }: { readonly editor: Editor }) {
  const styles = useStyles()
  const [link] = useState(() => linkAt(editor))
  const [address, setAddress] = useState(link.address)
  const [shown, setShown] = useState(link.shown)
  const [refused, setRefused] = useState(false)
  const close = () => {
    endLink()
    holdCaret(editor)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const href = addressOf(address)
    setRefused(href === null)
    if (href === null) return
    setLink(editor, link, href, shown)
    close()
  }
  return (
    <Popover
      open
      trapFocus
      withArrow
      positioning={{ target: rangeOf(editor, link), position: 'below', align: 'start' }}
      onOpenChange={(_, { open }) => !open && close()}
    >
      <PopoverSurface className={styles.surface} aria-label={texts.title} {...{ [TOOLS]: '' }}>
        <form className={styles.form} onSubmit={submit} noValidate>
          <Field label={texts.address} {...(refused && { validationMessage: texts.refused })}>
            <Input
              value={address}
              placeholder={texts.addressExample}
              maxLength={2000}
              onChange={(_, { value }) => setAddress(value)}
            />
          </Field>
          <Field label={texts.shown}>
            <Input value={shown} maxLength={2000} onChange={(_, { value }) => setShown(value)} />
          </Field>
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary" size="small">
              {link.address === '' ? texts.insert : texts.change}
            </Button>
            {link.address !== '' && (
              <Button
                size="small"
                onClick={() => {
                  removeLink(editor, link)
                  close()
                }}
              >
                {texts.remove}
              </Button>
            )}
          </div>
        </form>
      </PopoverSurface>
    </Popover>
  )
}

/** The closing popover moves the focus once more after us, and a focus alone would put the caret at the beginning. */
function holdCaret(editor: Editor): void {
  const { doc, selection } = editor.state
  editor.view.focus()
  requestAnimationFrame(() => {
    if (editor.isDestroyed || editor.state.doc !== doc) return
    editor.view.dispatch(editor.state.tr.setSelection(selection))
    editor.view.focus()
  })
}

/** Where the words of the link stand on the screen. */
const rangeOf = (editor: Editor, { from, to }: { readonly from: number; readonly to: number }) => ({
  getBoundingClientRect: () => {
    const start = editor.view.coordsAtPos(from)
    const end = editor.view.coordsAtPos(to)
    const sameLine = Math.abs(start.top - end.top) < 2
    return new DOMRect(
      start.left,
      start.top,
      sameLine ? Math.max(0, end.left - start.left) : 0,
      start.bottom - start.top,
    )
  },
})
