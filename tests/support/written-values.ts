import { type Vector, vectorOf } from '../../db/merge/causality.ts'
import { stateOf } from '../../db/merge/row-state.ts'
import type { Change } from '../../db/model/changes.ts'
import type { MergeNotice } from '../../db/model/merge/notice.ts'
import type { Records, TableName } from '../../db/model/records.ts'
import { ownerOf } from '../../db/owners.ts'
import { type Row, toRow, unitsOf, unitValue } from '../../db/tables.ts'
import { sequenceOf, sessionOf } from '../../db/transaction.ts'
import type { Workbook } from '../../db/workbook.ts'

/** A value that somebody wrote in a unit of a row. */
interface Written {
  readonly table: TableName
  readonly id: string
  readonly unit: string
  readonly value: string
  readonly session: string
  readonly seq: number
  readonly who: string
  readonly kind: string
  /** The node or plan that the row belongs to. */
  readonly owner: string | null
}

/** Something that was written over, or deleted, by somebody who had seen so much. */
interface Overwriting {
  readonly table: TableName
  readonly id: string
  /** null = the row was deleted. */
  readonly unit: string | null
  readonly seen: Vector
  /** What stood there; null for a row. Who writes over a value or deletes it has seen it, whoever else wrote the same elsewhere. */
  readonly was: string | null
}

interface Deletion {
  readonly table: 'node' | 'plan'
  readonly id: string
  readonly planId: string | null
  readonly session: string
  readonly seq: number
}

/**
 * Everything that people wrote, told apart from how the workbook keeps it; to ask in the end what became of it. Nothing may be
 * gone that nobody who had seen it wrote over or deleted, unless it is listed.
 */
export class WrittenValues {
  readonly #written: Written[] = []
  readonly #overwritings: Overwriting[] = []
  readonly #conflicts: Records['conflict'][] = []
  readonly #notices: MergeNotice[] = []
  readonly #deletions: Deletion[] = []
  readonly #insertions: Overwriting[] = []

  /** Notes what a command did; `before` is what its writer had seen then. */
  note(who: string, workbook: Workbook, changes: readonly Change[], before: Vector): void {
    if (changes.length === 0) return
    const writer = writerOf(who, workbook)
    for (const change of changes) {
      if (change.table === 'conflict') continue
      const row = workbook.db
        .prepare<[string], Row>(`SELECT * FROM ${change.table} WHERE id = ?`)
        .get(change.id)
      if (row) this.#noteRow(writer, change, row, before)
      else this.#noteDeletion(writer, change, before)
    }
  }

  #noteDeletion({ session, seq }: Writer, { table, id, before: was }: Change, before: Vector): void {
    this.#overwritings.push({ table, id, unit: null, seen: before, was: null })
    const row = was && toRow(table, was)
    for (const unit of row ? unitsOf(table).keys() : []) {
      const old = row && JSON.stringify(unitValue(table, unit, row))
      this.#overwritings.push({ table, id, unit, seen: before, was: old })
    }
    const planId = table === 'node' && was && 'planId' in was ? was.planId : null
    if (table === 'node' || table === 'plan') this.#deletions.push({ table, id, planId, session, seq })
  }

  #noteRow(writer: Writer, { table, id, before: was }: Change, row: Row, before: Vector): void {
    const { dot, ...writing } = writer
    if (was === null) this.#insertions.push({ table, id, unit: null, seen: writer.seen, was: null })
    const state = stateOf(table, row)
    const owner = ownerOf(table, state.row)?.id ?? null
    for (const unit of unitsOf(table).keys()) {
      if (state.stamps[unit] !== dot) continue
      const value = JSON.stringify(unitValue(table, unit, state.row))
      this.#written.push({ table, id, unit, value, owner, ...writing })
      if (was === null) continue
      const old = JSON.stringify(unitValue(table, unit, toRow(table, was)))
      this.#overwritings.push({ table, id, unit, seen: before, was: old })
    }
  }

  listed(conflicts: readonly Records['conflict'][], notices: readonly MergeNotice[]): void {
    this.#conflicts.push(...conflicts)
    this.#notices.push(...notices)
  }

  /** What is gone and was never listed, in words. */
  lostIn(workbook: Workbook): readonly string[] {
    const overwritings = Map.groupBy(this.#overwritings, ({ table, id }) => `${table} ${id}`)
    return this.#written
      .filter((written) => !isOverwritten(written, overwritings.get(`${written.table} ${written.id}`) ?? []))
      .filter((written) => !isThere(workbook, written) && !this.#isListed(written))
      .map(({ table, id, unit, value, who, kind }) => JSON.stringify({ table, id, unit, value, who, kind }))
  }

  /** Nodes and plans that somebody deleted and that are there all the same, without a word. */
  undeletedIn({ db }: Workbook): readonly string[] {
    const isBack = ({ table, id, session, seq }: Deletion): boolean =>
      this.#insertions.some(
        (row) => row.table === table && row.id === id && (row.seen.get(session) ?? 0) >= seq,
      )
    const isTold = ({ id, planId }: Deletion): boolean =>
      this.#notices.some(
        ({ kind, table, nodeId, planId: ofPlan }) =>
          (kind === 'kept' || kind === 'brought-back') &&
          (nodeId === id || (table === 'plan' && [id, planId].includes(ofPlan))),
      )
    return this.#deletions
      .filter(({ table, id }) => db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined)
      .filter((deletion) => !isBack(deletion) && !isTold(deletion))
      .map((deletion) => JSON.stringify(deletion))
  }

  #isListed({ table, id, unit, value, owner, kind }: Written): boolean {
    // What an undo brought back was there before; who only undid wished for nothing new.
    if (kind === 'undo') return true
    const conflict = this.#conflicts.some(
      (row) =>
        row.tbl === table &&
        row.rowId === id &&
        row.unit === unit &&
        [row.firstValue, row.secondValue].includes(value),
    )
    return (
      conflict || this.#notices.some((notice) => isAbout(notice, unit, owner, table === 'node' ? id : null))
    )
  }
}

interface Writer {
  readonly who: string
  readonly dot: number
  readonly session: string
  readonly seq: number
  readonly kind: string
  /** With what she just did. */
  readonly seen: Vector
}

function writerOf(who: string, workbook: Workbook): Writer {
  const { db } = workbook
  const last = db
    .prepare<[], { dot: number; kind: string }>('SELECT dot, kind FROM txn ORDER BY rid DESC LIMIT 1')
    .get()
  const dot = last?.dot ?? 0
  const session = db
    .prepare<[number], string>('SELECT id FROM session WHERE rid = ?')
    .pluck()
    .get(sessionOf(dot))
  return {
    who,
    dot,
    session: session ?? '',
    seq: sequenceOf(dot),
    kind: last?.kind ?? '',
    seen: seenBy(workbook),
  }
}

const isOverwritten = (
  { unit, value, session, seq }: Written,
  overwritings: readonly Overwriting[],
): boolean =>
  overwritings.some(
    (other) =>
      (other.unit === null || other.unit === unit) &&
      ((other.seen.get(session) ?? 0) >= seq || other.was === value),
  )

function isThere({ db }: Workbook, { table, id, unit, value }: Written): boolean {
  const row = db.prepare<[string], Row>(`SELECT * FROM ${table} WHERE id = ?`).get(id)
  if (row) return JSON.stringify(unitValue(table, unit, row)) === value
  // The order of what somebody else deleted is nobody's loss.
  return unit === 'pos'
}

const unitsOfKind: Readonly<Record<MergeNotice['kind'], readonly string[]>> = {
  kept: [],
  'brought-back': [],
  'text-merged': ['doc', 'value'],
  'order-kept': ['place', 'pos'],
  'move-taken-back': ['place'],
  lifted: ['place'],
  'ref-changed': ['ref'],
}

const isAbout = (notice: MergeNotice, unit: string, owner: string | null, node: string | null): boolean =>
  unitsOfKind[notice.kind].includes(unit) && [node ?? owner].includes(notice.nodeId ?? notice.planId)

export const seenBy = ({ db }: Workbook): Vector => vectorOf(db, 'main')
