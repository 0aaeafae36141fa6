import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { Workbook, type WorkbookPlace } from '../../db/workbook.ts'

/** Where a command works on the private copy of a workbook. */
export const placeOf = (book: string): WorkbookPlace => ({
  file: resolve(book),
  workBase: join(tmpdir(), `planvaerk-${userInfo().username}`),
})

/** Opens a workbook, lets `use` work on it, and lets go of it whatever happens. */
export async function withWorkbook<R>(book: string, use: (workbook: Workbook) => R | Promise<R>): Promise<R> {
  return closing(Workbook.open(placeOf(book)), use)
}

export async function closing<R>(
  workbook: Workbook,
  use: (workbook: Workbook) => R | Promise<R>,
): Promise<R> {
  try {
    return await use(workbook)
  } finally {
    workbook.close()
  }
}
