import type { HistoryScope, HistoryValue, PlaceChange } from '../../db/model/history/entry.ts'
import { plainText } from '../../db/model/rich-text/plain-text.ts'
import { historyChanges, historyPage } from '../../db/queries/history.ts'
import type { Workbook } from '../../db/workbook.ts'

/** The history in words that a test can read. */

/** The dots of the entries of a scope, newest first. */
export const dotsOf = (workbook: Workbook, scope: HistoryScope): readonly number[] =>
  historyPage(workbook.db, scope, { before: null, limit: 1000 }).entries.map(({ dot }) => dot)

/** `field.write A`, newest first; what is not a plain edit with its kind before it. */
export const listed = (workbook: Workbook, scope: HistoryScope, limit = 1000): readonly string[] =>
  historyPage(workbook.db, scope, { before: null, limit }).entries.map(({ kind, label }) =>
    [kind === 'edit' ? '' : kind, label.command, label.about ?? ''].filter((part) => part !== '').join(' '),
  )

/** `A field.doc effekt: før → efter` for each place that the entry changed; `–` = nothing, `?` = not known. */
export const changed = (workbook: Workbook, scope: HistoryScope, dot: number): readonly string[] =>
  historyChanges(workbook.db, scope, dot).changes.map(inWords)

/** As `changed`, of the newest entry. */
export const lastChanged = (workbook: Workbook, scope: HistoryScope): readonly string[] =>
  changed(workbook, scope, dotsOf(workbook, scope)[0] ?? 0)

function inWords({ table, unit, key, title, before, after }: PlaceChange): string {
  const place = [title, unit === null ? table : `${table}.${unit}`, key ?? ''].filter((part) => part !== '')
  return `${place.join(' ')}: ${text(before)} → ${text(after)}`
}

function text(value: HistoryValue | null | undefined): string {
  if (value === undefined) return '?'
  if (value === null) return '–'
  if (value.kind === 'rich') return plainText(value.doc)
  return value.kind === 'code' ? `[${value.code}]` : value.text
}
