import { Button, makeStyles, Popover, PopoverSurface, Tooltip, tokens } from '@fluentui/react-components'
import { Info16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { writtenChord } from '../../../db/model/texts/window/actions.ts'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'

const useStyles = makeStyles({
  /** Lies on the end of the label's place, so that no label is wrapped for it. */
  button: {
    position: 'absolute',
    top: '8px',
    right: '2px',
    minWidth: '20px',
    width: '20px',
    height: '20px',
    padding: '0',
    color: tokens.colorNeutralForeground3,
  },
  surface: { maxWidth: '400px', lineHeight: tokens.lineHeightBase300 },
})

interface GuidanceProps {
  /** Element that other elements may be described by. */
  readonly id: string
  readonly row: string
  readonly guidance: string
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** The template's guidance to a row: a mark that opens it, and the same words for screen readers. */
export function Guidance({ id, row, guidance, open, onOpen }: GuidanceProps) {
  const styles = useStyles()
  const [mark, setMark] = useState<HTMLElement | null>(null)
  const name = detailsTexts.guidance(row)
  return (
    <>
      <span id={id} hidden>
        {guidance}
      </span>
      <Tooltip
        content={detailsTexts.richText.withKey(name, writtenChord('Shift+F1'))}
        relationship="inaccessible"
      >
        <Button
          ref={(element: HTMLElement | null) => setMark(element)}
          appearance="transparent"
          size="small"
          className={styles.button}
          icon={<Info16Regular />}
          data-guidance
          aria-label={name}
          aria-expanded={open}
          // Between two fields lies no other stop; the key of the row opens it.
          tabIndex={-1}
          onClick={() => onOpen(!open)}
        />
      </Tooltip>
      {open && (
        <Popover
          open
          withArrow
          positioning={{ target: mark, position: 'below', align: 'start' }}
          onOpenChange={(_, data) => !data.open && onOpen(false)}
        >
          <PopoverSurface aria-label={name} className={styles.surface}>
            {guidance}
          </PopoverSurface>
        </Popover>
      )}
    </>
  )
}
