import type { HistoryPlace, HistoryValue } from '../model/history/entry.ts'
import { restorableUnits } from '../model/history/restorable.ts'
import { idOf } from '../model/ids.ts'
import { formatPeriod } from '../model/period.ts'
import type { TableName } from '../model/records.ts'
import { richTextSchema } from '../model/rich-text/rich-text.ts'
import { nodeType } from '../model/template/template.ts'
import { layouts } from '../tables.ts'
import type { Cell, Past, PastChange } from './past.ts'

/** Cells by column; absent where they are not known. */
export type Cells = ReadonlyMap<string, Cell>

/** The columns that change together under this name. */
export const columnsOf = (table: TableName, unit: string): readonly string[] =>
  layouts[table].columns.filter((column) => (layouts[table].units[column] ?? column) === unit)

/** What a reader wants to see of a row that came or went: what can be put back of it, or, null, the row itself by its title. */
const unitsOfRow = (table: TableName): readonly (string | null)[] => {
  const units = table === 'unit' ? [] : restorableUnits(table)
  return units.length === 0 || units.includes(null) ? [null] : units
}

/** Order, names that only references use, and what waits for a decision, which has a page of its own. */
const unseen: ReadonlySet<string> = new Set(['pos', 'ref', 'sectionKey', 'conflict'])

/** The units that a change touched, of those that a reader may want to see. */
export function unitsOf({
  table,
  rowId,
  op,
  old,
}: Pick<PastChange, 'table' | 'rowId' | 'op' | 'old'>): readonly (string | null)[] {
  // What else is set, the program keeps for itself.
  if (unseen.has(table) || (table === 'setting' && rowId !== ORGANISATION)) return []
  if (op !== 'u') return unitsOfRow(table)
  const units = new Set(Object.keys(old).map((column) => layouts[table].units[column] ?? column))
  return [...units].filter((unit) => !unseen.has(unit) && !(table === 'unit' && unit === 'place'))
}

const ORGANISATION = idOf('setting', 'organisation')

const ops = { i: 'came', u: 'changed', d: 'went' } as const

export function placeOf(
  past: Past,
  { table, rowId, op }: Pick<PastChange, 'table' | 'rowId' | 'op'>,
  unit: string | null,
): HistoryPlace {
  const row = past.lastSeen(table, rowId)
  const nodeId = past.nodeOf(table, rowId)
  const planId = past.planOf(table, rowId)
  const node = nodeId === null ? null : past.lastSeen('node', nodeId)
  const plan = planId === null ? null : past.lastSeen('plan', planId)
  const type = nodeType.safeParse(node?.type)
  const key = table === 'link' ? row?.kind : row?.key
  return {
    table,
    rowId,
    unit,
    op: ops[op],
    key: typeof key === 'string' ? key : null,
    planId,
    nodeId,
    nodeType: type.success ? type.data : null,
    title: String(node?.title ?? plan?.title ?? row?.name ?? ''),
  }
}

/** What the cells of a unit, or for null the title of a row, say to a reader; null = nothing. */
export function valueIn(
  past: Past,
  table: TableName,
  unit: string | null,
  cells: Cells,
): HistoryValue | null {
  const cell = (column: string): Cell => cells.get(column) ?? null
  switch (`${table}.${unit ?? ''}`) {
    case 'field.doc':
    case 'status.doc':
      return rich(cell('doc'))
    case 'cover.value':
      return rich(cell('rich')) ?? plain(cell('plain'))
    case 'node.place':
      return { kind: 'name', text: nameOf(past, 'node', cell('parentId')) }
    case 'node.annex':
      return { kind: 'code', code: String(cell('annex')) }
    case 'plan.kind':
      return { kind: 'code', code: String(cell('variant') ?? '') }
    case 'plan.status':
      return { kind: 'code', code: String(cell('status')) }
    case 'status.light':
      return { kind: 'code', code: String(cell('light')) }
    case 'plan.period':
      return period(cell('periodFrom'), cell('periodTo'))
    case 'plan.unitId':
    case 'coordinator.unitId':
      return { kind: 'name', text: nameOf(past, 'unit', cell('unitId')) }
    case 'link.target':
      return cell('toNode') === null
        ? plain(cell('toRef'))
        : { kind: 'name', text: nameOf(past, 'node', cell('toNode')) }
    case 'measurement.value':
      return plain(`${cell('date')}: ${cell('value')}`)
    default:
      return plain(unit === null ? (cell('title') ?? cell('name')) : cell(unit))
  }
}

const plain = (cell: Cell): HistoryValue | null =>
  cell === null || cell === '' ? null : { kind: 'plain', text: String(cell) }

/** A text as it lies in the file; what a foreign file may hold instead of one is no text. */
function rich(cell: Cell): HistoryValue | null {
  if (typeof cell !== 'string') return null
  const doc = richTextSchema.safeParse(JSON.parse(cell))
  return doc.success && doc.data.length > 0 ? { kind: 'rich', doc: doc.data } : null
}

const period = (from: Cell, to: Cell): HistoryValue | null =>
  typeof from === 'number' ? plain(formatPeriod({ from, to: typeof to === 'number' ? to : null })) : plain(to)

function nameOf(past: Past, table: 'node' | 'unit', id: Cell): string {
  const row = typeof id === 'string' ? past.lastSeen(table, id) : null
  return String(row?.title ?? row?.name ?? '')
}
