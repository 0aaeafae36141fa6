import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useId, useRef } from 'react'
import type { HistoryEntry, HistoryScope } from '../../db/model/history/entry.ts'
import { historyTexts as texts } from '../../db/model/texts/window/history.ts'
import { did } from '../../db/model/texts/window/history-entries.ts'
import { timeOf } from './days.ts'
import { EntryChanges } from './entry-changes.tsx'
import { type Known, placeName } from './place-words.ts'

const useStyles = makeStyles({
  entry: {
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid transparent`,
    ':not(:first-child)': { marginTop: '2px' },
  },
  isOpen: { border: `1px solid ${tokens.colorNeutralStroke2}` },
  head: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    alignItems: 'baseline',
    columnGap: '8px',
    width: '100%',
    padding: '7px 12px 7px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    // The contrast theme's fill for hovering cannot be read under texts of other colours.
    ':global([data-look="contrast"])': { ':hover': { backgroundColor: tokens.colorNeutralBackground1 } },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  sign: { alignSelf: 'center', display: 'flex', color: tokens.colorNeutralForeground3 },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  who: { fontWeight: tokens.fontWeightSemibold },
  plan: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  time: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  body: { padding: '0 16px 4px 36px' },
})

interface EntryRowProps {
  readonly entry: HistoryEntry
  readonly scope: HistoryScope
  readonly known: Known
  /** Which plan it was done in, where that is not plain from the page. */
  readonly plan: string
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** Something that was done: who, what and when; opened, with the texts before and after. */
export function EntryRow({ entry, scope, known, plan, isOpen, onToggle }: EntryRowProps) {
  const styles = useStyles()
  const id = useId()
  const head = useRef<HTMLButtonElement>(null)
  return (
    <li className={mergeClasses(styles.entry, isOpen && styles.isOpen)}>
      <button
        ref={head}
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        data-entry
        onClick={onToggle}
      >
        <span className={styles.sign} aria-hidden>
          {isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        </span>
        <span className={styles.words}>
          <span className={styles.who}>{entry.who === '' ? texts.program : entry.who}</span>{' '}
          {did(entry, (place) => placeName(place, known))}
          {plan !== '' && <span className={styles.plan}>{plan}</span>}
        </span>
        <time className={styles.time} dateTime={entry.at}>
          {timeOf(entry)}
        </time>
      </button>
      {isOpen && (
        <div id={id} className={styles.body}>
          <EntryChanges
            dot={entry.dot}
            scope={scope}
            known={known}
            onRestored={() => head.current?.focus()}
          />
        </div>
      )}
    </li>
  )
}
