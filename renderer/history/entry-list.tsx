import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { HistoryEntry, HistoryPage, HistoryScope } from '../../db/model/history/entry.ts'
import { historyTexts as texts } from '../../db/model/texts/window/history.ts'
import { useWorkbook } from '../state/workbook.ts'
import { planName } from '../ui/plan-name.ts'
import { type Day, daysOf } from './days.ts'
import { EntryRow } from './entry-row.tsx'
import type { Known } from './place-words.ts'

const useStyles = makeStyles({
  list: {
    flex: '1 0 200px',
    minHeight: 0,
    overflow: 'auto',
    margin: '0 -12px',
    padding: '0 12px 56px',
    scrollPaddingTop: '36px',
  },
  column: { maxWidth: '860px' },
  day: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    margin: 0,
    padding: '8px 8px 6px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  entries: { margin: '0 0 8px', padding: 0, listStyleType: 'none' },
})

interface EntryListProps {
  readonly page: HistoryPage
  readonly scope: HistoryScope
  readonly onOlder: () => void
}

/** What was done, day by day. Arrows go from one to the next, Enter opens and closes. */
export function EntryList({ page, scope, onOlder }: EntryListProps) {
  const styles = useStyles()
  const list = useRef<HTMLElement>(null)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  useEffect(() => {
    // What had the focus before the page was shown is gone.
    if (document.activeElement === document.body) entriesIn(list.current)[0]?.focus()
  }, [])
  const firstOlder = useRef<number | null>(null)
  useEffect(() => {
    if (firstOlder.current === null || page.entries.length <= firstOlder.current) return
    // The button may be gone; she goes on where the older ones begin.
    entriesIn(list.current)[firstOlder.current]?.focus()
    firstOlder.current = null
  }, [page])
  const showOlder = () => {
    firstOlder.current = page.entries.length
    onOlder()
  }
  const toggle = (dot: number) =>
    setOpen((known) => new Set(known.has(dot) ? [...known].filter((each) => each !== dot) : [...known, dot]))
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const entries = entriesIn(event.currentTarget)
    const next = destination(event.key, entries, document.activeElement)
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <section ref={list} className={styles.list} aria-label={texts.list} onKeyDown={press}>
      <div className={styles.column}>
        {daysOf(page.entries, new Date()).map((day) => (
          <DayEntries key={day.key} day={day} scope={scope} open={open} onToggle={toggle} />
        ))}
        {page.more && <Button onClick={showOlder}>{texts.older}</Button>}
      </div>
    </section>
  )
}

const entriesIn = (list: HTMLElement | null): readonly HTMLElement[] =>
  list ? [...list.querySelectorAll<HTMLElement>('[data-entry]')] : []

/** The entry that a key goes to; the arrows count from an entry, not from what stands in one. */
function destination(
  key: string,
  entries: readonly HTMLElement[],
  from: Element | null,
): HTMLElement | undefined {
  const at = from instanceof HTMLElement ? entries.indexOf(from) : -1
  if (at < 0) return undefined
  if (key === 'ArrowDown') return entries[at + 1]
  if (key === 'ArrowUp') return at === 0 ? undefined : entries[at - 1]
  if (key === 'Home') return entries[0]
  return key === 'End' ? entries.at(-1) : undefined
}

function useKnown(): Known {
  const { plans, templates } = useWorkbook()
  return useMemo(() => ({ plans, templates }), [plans, templates])
}

interface DayEntriesProps {
  readonly day: Day
  readonly scope: HistoryScope
  readonly open: ReadonlySet<number>
  readonly onToggle: (dot: number) => void
}

function DayEntries({ day, scope, open, onToggle }: DayEntriesProps) {
  const styles = useStyles()
  const id = useId()
  const { plans, units } = useWorkbook()
  const known = useKnown()
  const planOf = ({ places }: HistoryEntry): string => {
    const planId = places.find((place) => place.planId !== null)?.planId
    if (scope.of !== 'workbook' || !planId) return ''
    const plan = plans.get(planId)
    return plan ? planName(plan, units) : texts.removedPlan
  }
  return (
    <>
      <Text as="h3" id={id} weight="semibold" block className={styles.day}>
        {day.name}
      </Text>
      <ul className={styles.entries} aria-labelledby={id}>
        {day.entries.map((entry) => (
          <EntryRow
            key={entry.dot}
            entry={entry}
            scope={scope}
            known={known}
            plan={planOf(entry)}
            isOpen={open.has(entry.dot)}
            onToggle={() => onToggle(entry.dot)}
          />
        ))}
      </ul>
    </>
  )
}
