import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readAll } from '../../../db/queries/read.ts'
import { timed } from '../harness.ts'
import { openBook } from './book.ts'
import type { Task } from './index.ts'

/**
 * Copy, checks, and what the window needs to show: all plans, and the outline of the one she works on. The first time on a
 * computer every check is made; `again`, the seal tells that the very same file has passed them.
 */
export function prepareOpen(folder = '', which = 'first'): Task {
  const round = async () => {
    if (which === 'first') rmSync(join(folder, 'work', 'known-seals.json'), { force: true })
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
