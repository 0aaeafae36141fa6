import type { Records, TableName } from '../model/records.ts'
import { plainText } from '../model/rich-text/plain-text.ts'
import type { Row } from '../tables.ts'
import { plainDoc } from './plain-doc.ts'

/** Characters of a name in the list of what was lost. */
const LONGEST = 80

/** Columns in which a row says what it is, the best first. */
const telling: Readonly<Record<TableName, readonly string[]>> = {
  conflict: ['firstValue', 'secondValue'],
  setting: ['value', 'key'],
  unit: ['name'],
  template: ['key'],
  plan: ['title', 'ref'],
  cover: ['plain', 'rich', 'key'],
  node: ['title', 'ref'],
  field: ['doc', 'key'],
  milestone: ['whenText', 'responsible'],
  indicator: ['baseline', 'target', 'whenText', 'unit'],
  link: ['toRef'],
  coordinator: [],
  round: ['name', 'date'],
  status: ['doc', 'light'],
  measurement: ['value', 'note'],
  snapshot: ['name'],
}

const docs = new Set(['doc', 'rich'])

/** The title of a row, or the beginning of its text, on one line; '' where it says nothing. */
export function nameOf(table: TableName, row: Row | Records[TableName]): string {
  const values: Readonly<Record<string, unknown>> = row
  for (const column of telling[table]) {
    const value = values[column]
    const text = docs.has(column) && value ? textOf(value) : String(value ?? '')
    const line = text.replaceAll(/[\s\p{C}]+/gu, ' ').trim()
    if (line !== '') return Array.from(line).slice(0, LONGEST).join('')
  }
  return ''
}

/** Of a rich text as it lies in the file, or as a record holds it. */
function textOf(value: unknown): string {
  const source = typeof value === 'string' ? value : JSON.stringify(value)
  return plainText(plainDoc(source.slice(0, 10_000)))
}
