import type { Database } from 'better-sqlite3'
import type { Difference, PlanDifference } from '../model/backup.ts'
import { readPlans } from '../queries/read.ts'
import { nodeOf, planOwners } from './plan-owners.ts'
import { type RowDifference, rowDifferences } from './row-differences.ts'

/** Titles that are told of each plan. */
const TITLES = 5

/** How a workbook differs from an older state of it. */
export function differenceBetween(was: Database, now: Database): Difference {
  const [ownerWas, ownerNow] = [planOwners(was), planOwners(now)]
  const byPlan = Map.groupBy(rowDifferences(was, now), (row) =>
    row.now ? ownerNow(row.table, row.now) : row.was && ownerWas(row.table, row.was),
  )
  const titles = { was: titlesOf(was), now: titlesOf(now) }
  const present = readPlans(now)
  const gone = readPlans(was).filter(({ id }) => !present.some((plan) => plan.id === id))
  return {
    plans: [...present, ...gone].flatMap(({ id, title }) => {
      const rows = byPlan.get(id)
      return rows ? [planDifference(id, title, rows, titles)] : []
    }),
    others: byPlan.get(null)?.length ?? 0,
  }
}

interface Titles {
  readonly was: (node: string) => string
  readonly now: (node: string) => string
}

function titlesOf(db: Database): (node: string) => string {
  const query = db.prepare<[string], string>('SELECT title FROM node WHERE id = ?').pluck()
  return (node) => query.get(node) ?? ''
}

function planDifference(
  planId: string,
  title: string,
  rows: readonly RowDifference[],
  titles: Titles,
): PlanDifference {
  const byNode = Map.groupBy(rows, (row) => {
    const part = row.now ?? row.was
    return part && nodeOf(row.table, part)
  })
  const own = byNode.get(null) ?? []
  byNode.delete(null)
  const plan = own.find(({ table }) => table === 'plan')
  const nodes = { added: 0, removed: 0, changed: 0 }
  for (const parts of byNode.values()) nodes[whatBecameOf(parts, 'node')] += 1
  const named = [...byNode.keys()].map((id) => titles.now(id ?? '') || titles.was(id ?? ''))
  return {
    planId,
    title,
    since: plan ? whatBecameOf([plan], 'plan') : 'changed',
    nodes,
    properties: own.length > 0,
    titles: named.filter((name) => name !== '').slice(0, TITLES),
  }
}

function whatBecameOf(rows: readonly RowDifference[], table: 'node' | 'plan'): PlanDifference['since'] {
  const row = rows.find((part) => part.table === table)
  if (row && !row.was) return 'added'
  if (row && !row.now) return 'removed'
  return 'changed'
}
