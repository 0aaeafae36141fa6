import type { MergedState } from '../../db/merge/merge-attached.ts'
import { newId } from '../../db/model/ids.ts'
import { mergeSummary } from '../../db/model/merge/notice.ts'
import type { FreshMerge, MergePage } from '../../db/model/merge/report.ts'
import { cameIn } from '../../db/queries/came-in.ts'
import { mergesBy, openConflicts } from '../../db/queries/merges.ts'
import { statement } from '../../db/transaction.ts'
import type { Workbook } from '../../db/workbook.ts'

/** Merges of one opening that are kept. */
const KEPT = 20

/** What was merged into an open workbook, and what waits to be decided. */
export class Merges {
  readonly #workbook: Workbook
  #fresh: readonly FreshMerge[] = []

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
    return fresh
  }

  /** The last one was undone. */
  forgetLast(): void {
    this.#fresh = this.#fresh.slice(1)
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
