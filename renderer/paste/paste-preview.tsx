import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { InfoRegular } from '@fluentui/react-icons'
import type { KeyboardEvent } from 'react'
import { countPasted } from '../../db/model/pasted-node.ts'
import type { Template } from '../../db/model/template/template.ts'
import { pasteTexts } from '../../db/model/texts/window/paste.ts'
import { NodeIcon } from '../outline/node-icon.tsx'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import type { PasteNote } from './notes.ts'
import { noteText, type PreviewRow, previewRows } from './preview-rows.ts'
import type { PasteProposal } from './to-outline.ts'

const useStyles = makeStyles({
  where: { marginTop: 0, marginBottom: tokens.spacingVerticalS },
  rows: {
    maxHeight: '46vh',
    paddingBlock: tokens.spacingVerticalXS,
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: { listStyleType: 'none', margin: 0, padding: `0 0 0 ${tokens.spacingHorizontalL}` },
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS} 0`,
  },
  words: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  more: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}` },
  notes: {
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalM} 0`,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  note: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  noteIcon: { flexShrink: 0, marginTop: '2px', color: tokens.colorNeutralForeground3 },
})

/** Longer proposals are shown by their beginning. */
const mostRows = 400

export interface PastePreviewProps {
  readonly proposal: PasteProposal
  /** Titles of what it lands under and after; null = the top of the outline, the first place. */
  readonly target: { readonly under: string | null; readonly after: string | null }
  readonly template: Template
  readonly onInsert: () => void
  readonly onCancel: () => void
}

/** What would be inserted, row by row, before it is: Enter inserts it, Escape leaves the plan as it is. */
export function PastePreview({ proposal, target, template, onInsert, onCancel }: PastePreviewProps) {
  const styles = useStyles()
  const { nodes, notes } = proposal
  const count = countPasted(nodes)
  const insertByEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onInsert()
  }
  return (
    <DialogFrame
      title={pasteTexts.title}
      confirm={{ text: pasteTexts.insert, disabled: count === 0, run: onInsert }}
      cancel={pasteTexts.cancel}
      onClose={onCancel}
      width={720}
    >
      <p className={styles.where}>
        {count === 0 ? pasteTexts.nothing : pasteTexts.where(count, target.under, target.after)}
      </p>
      {count > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would frame no fields here.
        <div
          className={styles.rows}
          role="group"
          aria-label={pasteTexts.rowsLabel}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
          tabIndex={0}
          onKeyDown={insertByEnter}
        >
          <PreviewList rows={previewRows(nodes, template, mostRows)} />
          {count > mostRows && (
            <Text block className={styles.more}>
              {pasteTexts.moreRows(count - mostRows)}
            </Text>
          )}
        </div>
      )}
      {notes.length > 0 && <Notes notes={notes} />}
    </DialogFrame>
  )
}

function Notes({ notes }: { readonly notes: readonly PasteNote[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.notes}>
      {notes.map(noteText).map((note) => (
        <li key={note} className={styles.note}>
          <InfoRegular className={styles.noteIcon} />
          <Text size={200}>{note}</Text>
        </li>
      ))}
    </ul>
  )
}

function PreviewList({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {rows.map(({ key, type, title, details, children }) => (
        <li key={key}>
          <span className={styles.row}>
            <NodeIcon type={type} />
            <span>
              <Text className={styles.words}>{title === '' ? pasteTexts.untitled : title}</Text>{' '}
              <Text size={200} className={mergeClasses(styles.words, styles.quiet)}>
                {details.join(' · ')}
              </Text>
            </span>
          </span>
          {children.length > 0 && <PreviewList rows={children} />}
        </li>
      ))}
    </ul>
  )
}
