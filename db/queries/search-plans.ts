import type { Database } from 'better-sqlite3'
import { plainText } from '../model/rich-text/plain-text.ts'
import { excerptOf, type Run } from '../model/search/excerpt.ts'
import type { Hit, SearchIndex } from '../search.ts'
import { readMany } from './read.ts'

/** What a search found, grouped by plan in the order of the plans; in each in the order of its outline. */
export interface FoundInPlans {
  /** How many places there are, also beyond the limit. */
  readonly total: number
  readonly plans: readonly FoundInPlan[]
}

export interface FoundInPlan {
  readonly planId: string
  readonly planTitle: string
  readonly hits: readonly FoundText[]
}

export interface FoundText extends Pick<Hit, 'nodeId' | 'key'> {
  /** The title of the plan where no node is meant. */
  readonly nodeTitle: string
  readonly excerpt: readonly Run[]
}

/** Places in all plans that hold all words of the query, each as part of some word, with the text around the first. */
export function searchPlans(db: Database, index: SearchIndex, query: string, limit: number): FoundInPlans {
  const { hits, total } = index.search(query, limit)
  const plans = [...Map.groupBy(hits, ({ planId }) => planId)].map(([planId, found]) => {
    const planTitle = index.titles.plan(planId)?.title ?? ''
    const texts = found.map(({ nodeId, key }): FoundText => {
      const nodeTitle = nodeId === null ? planTitle : (index.titles.node(nodeId)?.title ?? '')
      const text = key === null ? nodeTitle : textAt(db, { planId, nodeId, key })
      return { nodeId, key, nodeTitle, excerpt: excerptOf(text, query) }
    })
    return { planId, planTitle, hits: texts }
  })
  return { total, plans }
}

function textAt(db: Database, { planId, nodeId, key }: Hit & { readonly key: string }): string {
  if (nodeId === null) {
    const [cover] = readMany(db, 'cover', 'WHERE planId = ? AND key = ?', planId, key)
    return cover?.rich ? plainText(cover.rich) : (cover?.plain ?? '')
  }
  const [field] = readMany(db, 'field', 'WHERE nodeId = ? AND key = ?', nodeId, key)
  if (field) return plainText(field.doc)
  const [measure] = [
    ...readMany(db, 'milestone', 'WHERE id = ?', nodeId),
    ...readMany(db, 'indicator', 'WHERE id = ?', nodeId),
  ]
  return String(Object.entries(measure ?? {}).find(([column]) => column === key)?.[1] ?? '')
}
