import type { MergedState } from '../../db/merge/merge-attached.ts'
import type { Command } from '../../db/model/commands.ts'
import { newId } from '../../db/model/ids.ts'
import { mergeSummary } from '../../db/model/merge/notice.ts'
import type { FreshMerge, MergePage } from '../../db/model/merge/report.ts'
import { cameIn } from '../../db/queries/came-in.ts'
import { mergesBy, openConflicts } from '../../db/queries/merges.ts'
import { statement } from '../../db/transaction.ts'
import type { Workbook } from '../../db/workbook.ts'
import { type MergedTexts, NO_TEXTS, textsIn, withMerged } from './merged-texts.ts'

/** Merges of one opening that are kept. */
const KEPT = 20

/** What was merged into an open workbook, and what waits to be decided. */
export class Merges {
  readonly #workbook: Workbook
  #fresh: readonly FreshMerge[] = []
  readonly #texts: MergedTexts[] = []

  constructor(workbook: Workbook) {
    this.#workbook = workbook
  }

  receive({ dot, people, changes, conflicts, notices }: MergedState): FreshMerge {
    const fresh: FreshMerge = {
      key: newId(),
      dot,
      at: new Date().toISOString(),
      who: this.#workbook.person.who,
      ...mergeSummary(people, conflicts.length, notices),
      ...cameIn(this.#workbook.db, changes),
    }
    this.#fresh = [fresh, ...this.#fresh].slice(0, KEPT)
    this.#texts.push(textsIn(changes))
    if (this.#texts.length > KEPT) this.#texts[this.#texts.length - KEPT - 1] = NO_TEXTS
    return fresh
  }

  /** How many there were. */
  get count(): number {
    return this.#texts.length
  }

  /** The command as it would be had the page heard of all merges, not only of the first so many, when its texts were begun. */
  broughtUpToDate(command: Command, seen: number): Command {
    return this.#texts.slice(seen).reduce(withMerged, command)
  }

  /** The last one was undone. */
  forgetLast(): void {
    this.#fresh = this.#fresh.slice(1)
    // What was typed before the undoing is not to bring it back.
    this.#texts.fill(NO_TEXTS)
  }

  conflictIds(): readonly string[] {
    return statement(this.#workbook.db, 'SELECT id FROM conflict ORDER BY id')
      .all()
      .map(({ id }) => String(id))
  }

  page(): MergePage {
    const { db, person } = this.#workbook
    const known = new Set(this.#fresh.map(({ dot }) => dot))
    return {
      fresh: this.#fresh,
      earlier: mergesBy(db, person).filter(({ dot }) => !known.has(dot)),
      conflicts: openConflicts(db, person),
      // After a crash it is not known here which merge was the last.
      sinceLast: this.#fresh.length === 0 ? null : this.#workbook.sinceMerge,
    }
  }
}
