import * as z from 'zod'
import { parseConflict } from '../file/record-check.ts'
import { MAX_TEXT_BYTES, MAX_WHOLE_PLAN_BYTES } from '../limits.ts'
import { idOf, newId } from '../model/ids.ts'
import type { Records, TableName } from '../model/records.ts'
import { isStorable, storable } from '../model/rich-text/characters.ts'
import type { LossReason } from '../model/salvage.ts'
import { builtInTemplates } from '../model/template/built-in/index.ts'
import { templateSchema } from '../model/template/template.ts'
import { salvageTexts } from '../model/texts/salvage.ts'
import { layouts, type Row, toRecord } from '../tables.ts'
import { plainDoc } from './plain-doc.ts'
import type { FoundRow } from './read-rows.ts'
import type { Value } from './record.ts'
import { asRecordValue, columnSchema, fits, naturalKeyOf } from './shapes.ts'

/** A record made of a row that was found, and what had to be done for it. */
export interface MendedRow<T extends TableName> {
  readonly record: Records[T]
  readonly why: LossReason | null
}

/**
 * Makes a row one that a workbook may hold, by itself: whether what it refers to is there is another question. Null where too
 * little of it is left.
 */
export function mendRow<T extends TableName>(table: T, { row, hurt }: FoundRow): MendedRow<T> | null {
  const sound = asRecord(table, row)
  if (sound && isUsable(table, row)) return { record: sound, why: hurt ? 'hurt' : null }
  const mended = mendValues(table, row)
  const record = mended && asRecord(table, mended.row)
  return record && mended && isUsable(table, mended.row) ? { record, why: mended.why } : null
}

function asRecord<T extends TableName>(table: T, row: Row): Records[T] | null {
  try {
    return toRecord(table, row)
  } catch (error) {
    if (isMisfit(error)) return null
    throw error
  }
}

/** Errors of a value that is not what it should be, or is nested until the stack is exhausted. */
const isMisfit = (error: unknown): boolean =>
  error instanceof z.ZodError || error instanceof SyntaxError || error instanceof RangeError

/** What must hold of a row beyond the shape of its values. */
function isUsable(table: TableName, row: Row): boolean {
  const isFit = layouts[table].columns.every((column) => isStored(table, column, row[column] ?? null))
  if (!isFit) return false
  switch (table) {
    case 'template':
      return isJson(row.doc, templateSchema)
    case 'snapshot':
      return isJson(row.doc)
    case 'conflict':
      return isConflict(row)
    case 'cover':
      return (row.plain === null) !== (row.rich === null)
    case 'link':
      return (row.toNode === null) !== (row.toRef === null)
    case 'plan':
      return row.periodTo === null || Number(row.periodFrom) <= Number(row.periodTo)
    default:
      return row.parentId === undefined || row.parentId !== row.id
  }
}

/** Columns of whole plans, which may be longer than texts. */
const wholePlans = new Set([
  'snapshot.doc',
  'conflict.firstValue',
  'conflict.secondValue',
  'conflict.beforeValue',
])

/** Whether the file takes the value: more than the shapes of records say, for they are about what programs of ours write. */
function isStored(table: TableName, column: string, value: Value): boolean {
  if (typeof value !== 'string') return true
  const limit = wholePlans.has(`${table}.${column}`) ? MAX_WHOLE_PLAN_BYTES : MAX_TEXT_BYTES
  if (!isStorable(value) || Buffer.byteLength(value) > limit) return false
  if (isId(column)) return /^[!-~]{36}$/.test(value)
  return !layouts[table].json.includes(column) || nestingOf(value) <= DEEPEST
}

const isId = (column: string): boolean =>
  column === 'id' || column.endsWith('Id') || column === 'fromNode' || column === 'toNode'

/** SQLite takes JSON up to a thousand levels deep. */
const DEEPEST = 900

function nestingOf(json: string): number {
  // Each level takes a bracket at each end.
  if (json.length < 2 * DEEPEST) return 0
  let deepest = 0
  let depth = 0
  for (const [bracket] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (bracket === '[' || bracket === '{') depth += 1
    else if (bracket === ']' || bracket === '}') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

function isJson(text: Value | undefined, schema: z.ZodType = z.unknown()): boolean {
  try {
    return nestingOf(String(text)) <= DEEPEST && fits(schema, JSON.parse(String(text)))
  } catch (error) {
    if (isMisfit(error)) return false
    throw error
  }
}

function isConflict(row: Row): boolean {
  try {
    parseConflict(row)
    return true
  } catch (error) {
    if (isMisfit(error)) return false
    throw error
  }
}

interface MendedValues {
  readonly row: Row
  readonly why: LossReason
}

function mendValues(table: TableName, row: Row): MendedValues | null {
  const mended: Record<string, Value> = {}
  const reasons: LossReason[] = []
  for (const column of layouts[table].columns) {
    const value = row[column] ?? null
    const found = mendValue(table, column, value)
    if (found === null) return null
    mended[column] = found.value
    if (found.why) reasons.push(found.why)
  }
  const [why = 'mended'] = reasons
  const lostId = mended.id !== row.id ? naturalId(table, mended) : null
  return { row: settled(table, lostId === null ? mended : { ...mended, id: lostId }), why }
}

interface MendedValue {
  readonly value: Value
  readonly why: LossReason | null
}

function mendValue(table: TableName, column: string, value: Value): MendedValue | null {
  const schema = columnSchema(table, column)
  if (!schema) return { value, why: null }
  const isFitting = (candidate: Value) => fits(schema, asRecordValue(table, column, candidate))
  if (layouts[table].json.includes(column) && typeof value === 'string') {
    return isFitting(value) && Buffer.byteLength(value) <= MAX_TEXT_BYTES
      ? { value, why: null }
      : docOf(value)
  }
  if (isFitting(value)) return { value, why: null }
  const shortened = typeof value === 'string' ? shortenedTo(value, isFitting) : null
  if (shortened !== null)
    return { value: shortened, why: shortened.length < String(value).length ? 'cut' : 'mended' }
  if (typeof value === 'number' && isFitting(String(value))) return { value: String(value), why: 'mended' }
  if (isFitting(null)) return { value: null, why: 'mended' }
  const instead = insteadOf(table, column)
  return instead !== undefined && isFitting(instead) ? { value: instead, why: 'mended' } : null
}

/** Characters of a text that is far too long. */
const LONGEST = 1_000_000

/** JSON that is broken, or of another shape: its texts alone. */
function docOf(value: string): MendedValue {
  const why = value.length > LONGEST ? 'cut' : 'plain'
  return { value: JSON.stringify(plainDoc(value.slice(0, LONGEST))), why }
}

/** The lengths that texts of records may have. */
const LIMITS = [100_000, 2000, 1000, 500, 60, 40]

function shortenedTo(value: string, isFitting: (value: Value) => boolean): string | null {
  const text = storable(value)
  return (
    [text, ...LIMITS.map((limit) => storable(text.slice(0, limit)))].find((candidate) =>
      isFitting(candidate),
    ) ?? null
  )
}

const defaults: Partial<Record<TableName, Readonly<Record<string, () => Value>>>> = {
  unit: { kind: () => 'enhed', name: () => salvageTexts.unit },
  plan: {
    template: () => '?',
    title: () => '',
    periodFrom: () => new Date().getFullYear(),
    status: () => 'udkast',
  },
  node: { type: () => 'section', title: () => '', annex: () => 0 },
  status: { light: () => 'not-started', doc: () => '[]' },
  round: { name: () => salvageTexts.round, date: () => '2000-01-01' },
  measurement: { date: () => '2000-01-01' },
  snapshot: { at: () => new Date(0).toISOString(), name: () => salvageTexts.heading, doc: () => '{}' },
}

/** A name that nothing has leads to something that is made in its place; ids of nodes' parts are those of their nodes. */
const references = new Set(['planId', 'nodeId', 'unitId', 'roundId', 'indicatorId', 'fromNode'])

function insteadOf(table: TableName, column: string): Value | undefined {
  if (column === 'id') return table === 'milestone' || table === 'indicator' ? undefined : newId()
  if (column === 'pos') return 'a0'
  if (references.has(column)) return newId()
  return defaults[table]?.[column]?.()
}

/** What two values of a row must agree on. */
function settled(table: TableName, row: Readonly<Record<string, Value>>): Row {
  switch (table) {
    case 'template': {
      const builtIn = builtInTemplates.find(({ key }) => key === row.key)
      return builtIn && !isJson(row.doc, templateSchema) ? { ...row, doc: JSON.stringify(builtIn) } : row
    }
    case 'snapshot':
      return isJson(row.doc) ? row : { ...row, doc: '{}' }
    case 'plan':
      return isUsable(table, row) ? row : { ...row, periodTo: null }
    case 'cover':
      return row.plain !== null && row.rich !== null ? { ...row, plain: null } : row
    case 'link':
      return row.toNode !== null && row.toRef !== null ? { ...row, toRef: null } : row
    case 'node':
    case 'unit':
      return row.parentId === row.id ? { ...row, parentId: null } : row
    default:
      return row
  }
}

/** The id that a row has by what it says, where it is of a table whose rows have. */
function naturalId(table: TableName, row: Row): string | null {
  const key = naturalKeyOf(table)
  return key ? idOf(table, ...key.map((column) => String(row[column]))) : null
}
