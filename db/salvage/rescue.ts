import { newId } from '../model/ids.ts'
import { type AnyRecord, type Records, type TableName, tableNames } from '../model/records.ts'
import type { Loss, LossReason } from '../model/salvage.ts'
import { builtInTemplates } from '../model/template/built-in/index.ts'
import type { NodeType } from '../model/template/template.ts'
import { salvageTexts } from '../model/texts/salvage.ts'
import { mendRow } from './mend-row.ts'
import { nameOf } from './name-of.ts'
import type { Found } from './read-rows.ts'

type Tables = { readonly [T in TableName]: Map<string, Records[T]> }

/** The workbook that is being made of what was found, and the list of what could not come over as it was. */
export class Rescue {
  readonly tables: Tables
  readonly losses: Loss[] = []
  /** The headings under which that stands whose place could not be read, by plan. */
  readonly #headings = new Map<string, string>()
  #plan: string | null = null

  constructor(found: Found) {
    this.tables = Object.fromEntries(tableNames.map((table) => [table, new Map()])) as Tables
    for (const table of tableNames) this.#take(table, found)
  }

  rows<T extends TableName>(table: T): readonly Records[T][] {
    return [...this.tables[table].values()]
  }

  /** Puts a row in, or another in the place of the one with its id. */
  put<T extends TableName>(table: T, record: Records[T]): void {
    const rows: Map<string, AnyRecord> = this.tables[table]
    rows.set(record.id, record)
  }

  /** Leaves a row out. */
  drop(table: TableName, record: AnyRecord, why: LossReason): void {
    this.tables[table].delete(record.id)
    this.tell(table, record, why)
  }

  tell(table: TableName, record: AnyRecord, why: LossReason): void {
    this.losses.push({ table, name: nameOf(table, record), why })
  }

  /** The heading of a plan for what has no place of its own. */
  headingIn(planId: string): string {
    const known = this.#headings.get(planId)
    if (known !== undefined) return known
    const id = newId()
    this.#headings.set(planId, id)
    this.put('node', { ...bareNode(planId, null, 'section'), id, title: salvageTexts.heading, pos: LAST })
    return id
  }

  /** The plan for what belongs to none that is known. */
  planForAll(): string {
    if (this.#plan === null) {
      this.#plan = newId()
      this.addPlan(this.#plan)
    }
    return this.#plan
  }

  /** A plan in the place of one that could not be read. */
  addPlan(id: string): void {
    const year = new Date().getFullYear()
    const [template] = builtInTemplates
    this.put('plan', {
      id,
      ref: null,
      pos: LAST,
      template: template?.key ?? '',
      variant: null,
      title: salvageTexts.plan,
      periodFrom: year,
      periodTo: null,
      unitId: this.anyUnit(),
      status: 'udkast',
      caseNumber: null,
      documentNumber: null,
      committee: null,
      meetingDate: null,
      item: null,
      annex: null,
    })
  }

  /** A unit to hang a plan on. */
  anyUnit(): string {
    const [first] = this.tables.unit.keys()
    if (first !== undefined) return first
    const id = newId()
    this.addUnit(id)
    return id
  }

  addUnit(id: string): void {
    this.put('unit', { id, parentId: null, pos: LAST, kind: 'enhed', name: salvageTexts.unit })
  }

  #take<T extends TableName>(table: T, { rows }: Found): void {
    for (const found of rows.get(table) ?? []) {
      const mended = mendRow(table, found)
      if (!mended) {
        this.losses.push({ table, name: nameOf(table, found.row), why: 'unusable' })
        continue
      }
      const { record, why } = mended
      const known = this.tables[table].get(record.id)
      if (known) {
        if (JSON.stringify(known) !== JSON.stringify(record)) this.tell(table, record, 'twice')
        continue
      }
      this.put(table, record)
      if (why) this.tell(table, record, why)
    }
  }
}

/** Behind everything. It is no key between which and others there is a place, so all the siblings get new ones. */
const LAST = 'zz'

export const bareNode = (
  planId: string,
  parentId: string | null,
  type: NodeType,
): Omit<Records['node'], 'id' | 'title'> => ({
  planId,
  parentId,
  pos: LAST,
  type,
  ref: null,
  sectionKey: null,
  annex: 0,
})
