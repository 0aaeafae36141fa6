import { setImmediate } from 'node:timers/promises'
import type { Change } from '../../db/model/changes.ts'
import { AppError } from '../../db/model/errors.ts'
import { findNodes } from '../../db/queries/find-nodes.ts'
import { searchPlans } from '../../db/queries/search-plans.ts'
import { SearchIndex } from '../../db/search.ts'
import type { Workbook } from '../../db/workbook.ts'
import type { FoundNode, Input, SearchAnswer } from '../../preload/contract.ts'

/** Milliseconds of reading into the index before other requests have their turn. */
const TURN = 20

/** The search in one open workbook: its index is made at the first question, and follows the edits from then on. */
export class Finder {
  readonly #db: Workbook['db']
  #index: SearchIndex | null = null

  constructor(db: Workbook['db']) {
    this.#db = db
  }

  /** All texts. The first time in a large workbook takes seconds, in which the program goes on. */
  async search({ query, limit }: Input<'search.find'>): Promise<SearchAnswer> {
    const index = this.#begun()
    let turn = performance.now()
    for (const { id } of index.titles.plans) {
      if (performance.now() - turn > TURN) {
        await setImmediate()
        turn = performance.now()
      }
      if (!this.#db.open) throw new AppError('workbook.none-open', {})
      index.addPlan(this.#db, id)
    }
    return searchPlans(this.#db, index, query, limit)
  }

  findNodes(wanted: Input<'nodes.find'>): readonly FoundNode[] {
    return findNodes(this.#begun().titles, wanted)
  }

  apply(changes: readonly Change[]): void {
    this.#index?.apply(changes)
  }

  #begun(): SearchIndex {
    this.#index ??= SearchIndex.begin(this.#db)
    return this.#index
  }
}
