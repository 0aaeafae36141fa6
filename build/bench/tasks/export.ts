import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { layouts } from '../../../db/model/report/layout.ts'
import { reportOf } from '../../../db/model/report/report-of.ts'
import { renderDocument } from '../../../main/word/render-document.ts'
import { timed } from '../harness.ts'
import { firstPlan, openBook } from './book.ts'
import type { Task } from './index.ts'

/** Our whole export in the running program: from the rows of the open workbook to the document on the disk. */
export function prepareExport(folder = '', wanted = 'skabelon'): Task {
  const layout = layouts.find((each) => each === wanted)
  if (layout === undefined) throw new Error(`no such layout: ${wanted}`)
  const workbook = openBook(folder)
  const round = () =>
    timed(async () => {
      const { plan, template } = firstPlan(workbook)
      const report = reportOf(plan, template, { tables: false })
      const { bytes } = await renderDocument(report, { layout })
      await writeFile(join(folder, 'ours.docx'), bytes)
    })
  return { round, end: () => workbook.close() }
}
