import type { Database } from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import type { Row } from '../tables.ts'
import { dotOf, sequenceOf, sessionOf, statement } from '../transaction.ts'

/** The name under which the copy of the other file is attached to ours while they are merged. */
export const THEIRS = 'theirs'

/** What a copy of the workbook has seen: by the id of each session, the number of its last transaction. */
export type Vector = ReadonlyMap<string, number>

export function vectorOf(db: Database, copy: 'main' | typeof THEIRS): Vector {
  const rows = statement(db, `SELECT id, lastSeq FROM ${copy}.session WHERE lastSeq > 0`).all()
  return new Map(rows.map(({ id, lastSeq }) => [String(id), Number(lastSeq)]))
}

/** Whether the one has seen all that the other has. */
export const covers = (one: Vector, other: Vector): boolean =>
  [...other].every(([id, last]) => (one.get(id) ?? 0) >= last)

/** Who wrote under a dot: a session, which is one opening of the workbook. */
export interface Writer {
  readonly id: string
  readonly who: string
}

/**
 * Tells which side has seen what the other wrote. Dots count sessions by their row ids, which every file gives out by
 * itself: everything here is said in dots of ours.
 */
export class Causality {
  readonly #file: string
  readonly #ours: Vector
  readonly #theirs: Vector
  readonly #writers: ReadonlyMap<number, Writer>
  /** Our row id of each of their sessions, by theirs. */
  readonly #rids: ReadonlyMap<number, number>

  /** Takes their sessions among ours. `file` is the other file's name for the errors. */
  constructor(db: Database, file: string) {
    this.#file = file
    this.#ours = vectorOf(db, 'main')
    this.#theirs = vectorOf(db, THEIRS)
    statement(
      db,
      `INSERT INTO session (id, who, machine, program, startedAt)
       SELECT id, who, machine, program, startedAt FROM ${THEIRS}.session
       WHERE lastSeq > 0 AND id NOT IN (SELECT id FROM main.session) ORDER BY rid`,
    ).run()
    this.#writers = new Map(
      statement(db, 'SELECT rid, id, who FROM main.session')
        .all()
        .map(({ rid, id, who }) => [Number(rid), { id: String(id), who: String(who) }]),
    )
    const pairs = statement(
      db,
      `SELECT theirs.rid AS theirs, ours.rid AS ours FROM ${THEIRS}.session theirs JOIN main.session ours USING (id)`,
    ).all()
    this.#rids = new Map(pairs.map(({ theirs, ours }) => [Number(theirs), Number(ours)]))
  }

  /** Whether we have nothing that they have not seen. */
  get isBehind(): boolean {
    return covers(this.#theirs, this.#ours)
  }

  /** The least dot from which on the same number means another transaction in their file than in ours. */
  get firstForeignDot(): number {
    const foreign = [...this.#rids].flatMap(([theirs, ours]) => (theirs === ours ? [] : [theirs, ours]))
    return dotOf(Math.min(...foreign, LAST_RID), 0)
  }

  /** Our dot for one of theirs. Throws `workbook.foreign-content` where no transaction can have it. */
  translate(dot: number): number {
    const translated = this.translatedReference(dot)
    if (translated !== null) return translated
    throw new AppError('workbook.foreign-content', { file: this.#file, finding: `unknown dot ${dot}` })
  }

  /** As `translate`, for a dot that nothing depends on: null where there is none. */
  translatedReference(dot: Row[string]): number | null {
    const rid = this.#rids.get(sessionOf(Number(dot)))
    const translated = rid === undefined ? 0 : dotOf(rid, sequenceOf(Number(dot)))
    return translated > 0 && this.seenByThem(translated) ? translated : null
  }

  seenByUs(dot: number): boolean {
    return this.#seen(this.#ours, dot)
  }

  seenByThem(dot: number): boolean {
    return this.#seen(this.#theirs, dot)
  }

  /** Whether a side has seen what was written under the number of a session anywhere. */
  knownTo(side: 'us' | 'them', session: string, seq: number): boolean {
    return ((side === 'us' ? this.#ours : this.#theirs).get(session) ?? 0) >= seq
  }

  writer(dot: number): Writer {
    return this.#writers.get(sessionOf(dot)) ?? { id: '', who: '' }
  }

  /** The one of two dots that every copy of the workbook would take for the later one. */
  later(one: number, other: number): number {
    const [a, b] = [this.writer(one).id, this.writer(other).id]
    if (a !== b) return a > b ? one : other
    return Math.max(one, other)
  }

  /** Notes that we have now seen what they have. */
  join(db: Database): void {
    const raise = statement(db, 'UPDATE main.session SET lastSeq = max(lastSeq, ?) WHERE id = ?')
    for (const [id, last] of this.#theirs) raise.run(last, id)
  }

  #seen(vector: Vector, dot: number): boolean {
    return (vector.get(this.writer(dot).id) ?? 0) >= sequenceOf(dot)
  }
}

/** Dots stay below 2^53. */
const LAST_RID = 2 ** 21 - 1
