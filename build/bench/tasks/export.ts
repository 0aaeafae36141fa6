import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renderDocument } from '../../../main/word/render-document.ts'
import { reportOf } from '../../../main/word/report/report-of.ts'
import { timed } from '../harness.ts'
import { firstPlan, openBook } from './book.ts'
import type { Task } from './index.ts'

/** Our whole export in the running program: from the rows of the open workbook to the document on the disk. */
export function prepareExport(folder = '', contents = ''): Task {
  const workbook = openBook(folder)
  const round = () =>
    timed(async () => {
      const { plan, template } = firstPlan(workbook, contents === 'contents')
      const report = reportOf(plan, template, { tables: false })
      const { bytes } = await renderDocument(report, { layout: 'skabelon' })
      await writeFile(join(folder, 'ours.docx'), bytes)
    })
  return { round, end: () => workbook.close() }
}
