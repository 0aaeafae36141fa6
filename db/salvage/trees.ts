import { readTreePage, type TreePage } from './b-tree.ts'
import type { Pages } from './pages.ts'
import type { RawRow } from './record.ts'

/** A tree of pages as the file's own list of tables names it. */
export interface NamedTree {
  readonly table: string
  readonly leaves: readonly TreePage[]
  /** Pages that should be there, and are not or are no pages of a tree. */
  readonly lost: number
}

export interface Trees {
  readonly named: readonly NamedTree[]
  /** Pages of trees whose way down from the top is lost. Pages that the file knows to be free are not among them. */
  readonly stray: readonly TreePage[]
}

/** All trees of a file, and what is left of those that are broken. */
export function readTrees(pages: Pages): Trees {
  const seen = new Set<number>([1])
  const roots = rootsIn(walk(pages, 1, seen).leaves)
  const named = roots.map(({ table, root }) => ({ table, ...walk(pages, root, seen) }))
  for (const number of freePages(pages)) seen.add(number)
  const stray: TreePage[] = []
  for (let number = 1; number <= pages.count; number += 1) {
    const page = seen.has(number) ? null : readTreePage(pages, number)
    if (page) stray.push(page)
  }
  return { named, stray }
}

function walk(pages: Pages, root: number, seen: Set<number>): Omit<NamedTree, 'table'> {
  const leaves: TreePage[] = []
  let lost = 0
  const waiting = [root]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (number !== 1 && seen.has(number)) continue
    const page = readTreePage(pages, number)
    if (!page) {
      lost += 1
      continue
    }
    seen.add(number)
    if (page.rows.length + page.unreadable > 0) leaves.push(page)
    // The first page is its own child only in a file that was tampered with.
    waiting.push(...page.children.filter((child) => child !== 1).toReversed())
  }
  return { leaves, lost }
}

/** The tables in the file's own list; what is no table has no rows. The SQL that stands there too is not looked at. */
function rootsIn(leaves: readonly TreePage[]): readonly { readonly table: string; readonly root: number }[] {
  return leaves
    .flatMap(({ rows }) => rows)
    .flatMap(({ values }: RawRow) => {
      const [type, name, , root] = values
      return type === 'table' && typeof name === 'string' && typeof root === 'number' && root > 1
        ? [{ table: name, root }]
        : []
    })
}

/**
 * Pages that were emptied (sqlite.org/fileformat2, section 1.5): what stands there still was deleted. None where the list is not
 * as long as the header says, for then it is itself damaged.
 */
function freePages(pages: Pages): ReadonlySet<number> {
  const header = pages.page(1)
  const free = new Set<number>()
  let trunk = header?.readUInt32BE(32) ?? 0
  while (trunk !== 0 && !free.has(trunk)) {
    const page = pages.page(trunk)
    if (!page) break
    free.add(trunk)
    const count = Math.min(page.readUInt32BE(4), page.length / 4 - 2)
    for (let index = 0; index < count; index += 1) free.add(page.readUInt32BE(8 + 4 * index))
    trunk = page.readUInt32BE(0)
  }
  return free.size === header?.readUInt32BE(36) ? free : new Set()
}
