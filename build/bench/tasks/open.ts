import { readAll } from '../../../db/queries/read.ts'
import { timed } from '../harness.ts'
import { openBook } from './book.ts'
import type { Task } from './index.ts'

/** Copy, every check, and what the window needs to show: all plans, and the outline of the one she works on. */
export function prepareOpen(folder = ''): Task {
  const round = async () => {
    let close = (): void => undefined
    const time = await timed(() => {
      const workbook = openBook(folder)
      close = () => workbook.close()
      const [first] = workbook.plans
      readAll(workbook.db, 'node', 'WHERE planId = ? ORDER BY pos, id', first?.id)
    })
    close()
    return time
  }
  return { round }
}
