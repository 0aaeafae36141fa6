import { SearchIndex } from '../../../db/search.ts'
import { timed } from '../harness.ts'
import { openBook } from './book.ts'
import type { Task } from './index.ts'

/** The index lies in the memory of the running program; a round is one query for each part of a word. */
export function prepareSearch(folder = '', ...parts: readonly string[]): Task {
  const workbook = openBook(folder)
  const index = SearchIndex.of(workbook.db)
  const round = async () =>
    (await timed(() => {
      for (const part of parts) if (index.search(part).total === 0) throw new Error(`${part} was not found`)
    })) / parts.length
  return { round, end: () => workbook.close() }
}
