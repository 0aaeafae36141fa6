import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from '../../../db/workbook.ts'

/** The folder of a user who has this workbook's first plan open. */
export function userWith(scratch: string, book: string): string {
  const userData = mkdtempSync(join(scratch, 'user-'))
  const workbook = Workbook.open({ file: book, workBase: join(userData, 'work') })
  const [first] = workbook.plans
  workbook.close()
  if (!first) throw new Error('the workbook holds no plan')
  writeFileSync(join(userData, 'preferences.json'), JSON.stringify({ openPlans: { [book]: first.id } }))
  return userData
}
