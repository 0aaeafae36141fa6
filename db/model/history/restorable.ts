import type { TableName } from '../records.ts'

/**
 * The units of columns whose older value can be put back; of a node and a plan also the whole row, as `null`. What is only
 * order or names for references is not among them.
 */
const units = {
  plan: [
    null,
    'title',
    'kind',
    'period',
    'unitId',
    'status',
    'caseNumber',
    'documentNumber',
    'committee',
    'meetingDate',
    'item',
    'annex',
  ],
  cover: ['value'],
  node: [null, 'title', 'place', 'annex'],
  field: ['doc'],
  milestone: ['whenText', 'responsible'],
  indicator: ['unit', 'baseline', 'target', 'whenText'],
  link: ['target'],
  coordinator: ['unitId'],
  status: ['light', 'doc'],
  measurement: ['value', 'note'],
  unit: ['name'],
  setting: ['value'],
} as const satisfies Partial<Record<TableName, readonly (string | null)[]>>

export type RestorableTable = keyof typeof units

export const restorableTables = Object.keys(units) as readonly RestorableTable[]

const all: Readonly<Partial<Record<TableName, readonly (string | null)[]>>> = units

export const restorableUnits = (table: TableName): readonly (string | null)[] => all[table] ?? []

export const isRestorable = (table: TableName, unit: string | null): boolean =>
  restorableUnits(table).includes(unit)
