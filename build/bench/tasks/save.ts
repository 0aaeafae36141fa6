import { timed } from '../harness.ts'
import { openBook } from './book.ts'
import type { Task } from './index.ts'

/** Publishing a workbook that was edited since: pack, seal, check, copy beside the file, take its place. */
export function prepareSave(folder = ''): Task {
  const workbook = openBook(folder)
  let edits = 0
  const round = () => {
    workbook.execute({ type: 'organisation.rename', name: `Opdigtet Kommune ${++edits}` })
    return timed(() => workbook.save())
  }
  return { round, end: () => workbook.close() }
}
