import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { HistoryPlace, HistoryValue } from '../../db/model/history/entry.ts'
import type { MergeNotice } from '../../db/model/merge/notice.ts'
import type { OpenConflict } from '../../db/model/merge/report.ts'
import { BODY } from '../../db/model/records.ts'
import { plainText } from '../../db/model/rich-text/plain-text.ts'
import { rowsOf } from '../../db/model/template/rules.ts'
import type { Template } from '../../db/model/template/template.ts'
import { cliTexts } from '../../db/model/texts/cli.ts'
import { statusNames } from '../../db/model/texts/documents.ts'
import { historyTexts } from '../../db/model/texts/window/history.ts'
import { mergeTexts } from '../../db/model/texts/window/merge.ts'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import { cameIn } from '../../db/queries/came-in.ts'
import { openConflicts } from '../../db/queries/merges.ts'
import type { MergedState, Workbook } from '../../db/workbook.ts'
import { withWorkbook } from './book.ts'
import type { Terminal } from './terminal.ts'

const texts = cliTexts.merge

export function addMerge(program: Command, terminal: Terminal): void {
  program
    .command('merge')
    .description(texts.about)
    .argument('<BOOK.sqlite>', cliTexts.help.book)
    .argument('<OTHER.sqlite...>', texts.others)
    .action((book: string, others: readonly string[]) =>
      withWorkbook(book, (workbook) => mergeAll(workbook, book, others, terminal)),
    )
}

/** All of them, or where one cannot be merged, none: nothing is saved before all are. */
function mergeAll(workbook: Workbook, book: string, others: readonly string[], terminal: Terminal): void {
  const found = new Set<string>()
  const lines: string[] = []
  const tell = (file: string, merged: MergedState): void => {
    lines.push(...linesOf(workbook, file, merged))
    for (const { id } of merged.conflicts) found.add(id)
  }
  let isNew = false
  for (const other of others) {
    const merged = workbook.merge(resolve(other))
    if (merged.nothingNew) lines.push(mergeTexts.nothingNew(other))
    else {
      isNew = true
      tell(other, merged)
    }
  }
  if (isNew) workbook.save((merged) => tell(book, merged))
  const conflicts = openConflicts(workbook.db, workbook.person).filter(({ id }) => found.has(id))
  lines.push(...conflicts.flatMap((conflict) => conflictLines(conflict, workbook.templates)))
  if (conflicts.length > 0) lines.push(texts.undecided(conflicts.length, book))
  for (const line of lines) terminal.out(line)
}

function linesOf(
  workbook: Workbook,
  file: string,
  { people, changes, notices }: MergedState,
): readonly string[] {
  const { rows } = cameIn(workbook.db, changes)
  const did = people.map(mergeTexts.reports.commands)
  return [
    texts.merged(file, did, rows),
    ...notices.map((notice) => `  ${mergeTexts.notice(notice, fieldOf(notice, workbook.templates))}`),
  ]
}

const fieldOf = ({ key }: MergeNotice, templates: readonly Template[]): string =>
  key === null ? '' : labelOf(key, templates)

function conflictLines(conflict: OpenConflict, templates: readonly Template[]): readonly string[] {
  const { place, left, right, before } = conflict
  const isText = place.table === 'field' || place.table === 'cover'
  const name = isText && place.key !== null ? labelOf(place.key, templates) : historyTexts.placeName(place)
  const word = (value: HistoryValue | null) => texts.value(valueText(value, place))
  return [
    texts.conflict(name, place.title),
    texts.mine(word(left.value), left.who, left.at),
    texts.theirs(word(right.value), right.who, right.at),
    before === undefined ? texts.beforeUnknown : texts.before(word(before)),
  ]
}

/** What a row of a field or cover is called; templates of the workbook mostly agree. */
function labelOf(key: string, templates: readonly Template[]): string {
  if (key === BODY) return texts.body
  const rows = templates.flatMap(({ nodes, variants }) => [
    ...Object.values(nodes).flatMap(rowsOf),
    ...variants.flatMap(({ cover }) => cover),
  ])
  return rows.find((row) => row.key === key)?.label ?? key
}

function valueText(value: HistoryValue | null, { table, unit }: HistoryPlace): string {
  if (value === null) return ''
  if (value.kind === 'rich') return plainText(value.doc).replaceAll(/\s+/g, ' ')
  if (value.kind === 'plain') return value.text
  if (value.kind === 'code') return codeNames.get(value.code) ?? value.code
  return table === 'node' && unit === 'place' && value.text === '' ? historyTexts.top : value.text
}

const codeNames: ReadonlyMap<string, string> = new Map<string, string>([
  ...Object.entries(statusNames),
  ...Object.entries(outlineTexts.lights),
  ['0', historyTexts.no],
  ['1', historyTexts.yes],
])
