import {
  makeStyles,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  ToolbarToggleButton,
  Tooltip,
} from '@fluentui/react-components'
import {
  LinkRegular,
  TextBoldRegular,
  TextBulletListLtrRegular,
  TextIndentDecreaseLtrRegular,
  TextIndentIncreaseLtrRegular,
  TextItalicRegular,
  TextNumberListLtrRegular,
} from '@fluentui/react-icons'
import type { Editor } from '@tiptap/core'
import { type FocusEvent, type KeyboardEvent, type ReactElement, useSyncExternalStore } from 'react'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { indent, isInList, outdent } from './editor.ts'
import { LinkPopover } from './link-popover.tsx'
import { askForLink, endLive, staysWithText, TOOLS, useLive } from './live.ts'

const texts = detailsTexts.richText

const useStyles = makeStyles({
  toolbar: { flexShrink: '0', padding: '0' },
})

type ToolName = keyof typeof texts.keys

interface Tool {
  readonly icon: ReactElement
  readonly run: (editor: Editor) => void
  /** Name of the mark or node that it makes, for tools that are on or off. */
  readonly makes?: string
}

const tools: Readonly<Record<ToolName, Tool>> = {
  bold: {
    icon: <TextBoldRegular />,
    makes: 'bold',
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  italic: {
    icon: <TextItalicRegular />,
    makes: 'italic',
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  bullets: {
    icon: <TextBulletListLtrRegular />,
    makes: 'bulletList',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  numbers: {
    icon: <TextNumberListLtrRegular />,
    makes: 'orderedList',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  link: { icon: <LinkRegular />, makes: 'link', run: askForLink },
  outdent: { icon: <TextIndentDecreaseLtrRegular />, run: outdent },
  indent: { icon: <TextIndentIncreaseLtrRegular />, run: indent },
}

/** What can be done with the rich text that is edited. Reached by Alt+F10; Escape leads back to the text. */
export function RichTextTools({ editor }: { readonly editor: Editor }) {
  const styles = useStyles()
  const linking = useLive((live) => live.linking)
  const active = useActive(editor)
  const blur = ({ relatedTarget }: FocusEvent) => {
    const { field } = useLive.getState()
    if (field !== null && document.hasFocus() && !staysWithText(relatedTarget)) endLive(field)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    editor.view.focus()
  }
  const tool = (name: ToolName) => (
    <ToolButton key={name} name={name} editor={editor} disabled={isIdle(name, active)} />
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears when the focus leaves the tools in it
    <div {...{ [TOOLS]: '' }} onBlur={blur}>
      <Toolbar
        size="small"
        className={styles.toolbar}
        aria-label={texts.toolbar}
        checkedValues={{ format: [...active] }}
        // The text keeps the focus and its selection.
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={press}
      >
        {tool('bold')}
        {tool('italic')}
        <ToolbarDivider />
        {tool('bullets')}
        {tool('numbers')}
        {tool('outdent')}
        {tool('indent')}
        <ToolbarDivider />
        {tool('link')}
      </Toolbar>
      {linking && <LinkPopover editor={editor} />}
    </div>
  )
}

const isIdle = (name: ToolName, active: readonly string[]): boolean =>
  (name === 'indent' || name === 'outdent') && !active.includes('listItem')

interface ToolButtonProps {
  readonly name: ToolName
  readonly editor: Editor
  readonly disabled: boolean
}

function ToolButton({ name, editor, disabled }: ToolButtonProps) {
  const { icon, makes, run } = tools[name]
  const common = { icon, 'aria-label': texts[name], onClick: () => run(editor) }
  return (
    <Tooltip content={texts.withKey(texts[name], texts.keys[name])} relationship="inaccessible">
      {makes === undefined ? (
        <ToolbarButton {...common} disabled={disabled} />
      ) : (
        <ToolbarToggleButton {...common} name="format" value={makes} />
      )}
    </Tooltip>
  )
}

const formats = ['bold', 'italic', 'bulletList', 'orderedList', 'link'] as const

/** What holds where the caret is. */
function useActive(editor: Editor): readonly string[] {
  const held = useSyncExternalStore(
    (tell) => {
      editor.on('transaction', tell)
      return () => editor.off('transaction', tell)
    },
    () =>
      [...formats.filter((name) => editor.isActive(name)), ...(isInList(editor) ? ['listItem'] : [])].join(
        ' ',
      ),
  )
  return held.split(' ')
}
