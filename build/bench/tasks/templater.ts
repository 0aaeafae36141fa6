import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { Report } from '../../../db/model/report/report.ts'
import { reportOf } from '../../../db/model/report/report-of.ts'
import { timed } from '../harness.ts'
import { peerBlocks, rowText } from '../peers/row-text.ts'
import { wordTemplate } from '../peers/word-template.ts'
import { wordXml } from '../peers/word-xml.ts'
import { firstPlan, openBook } from './book.ts'
import type { Task } from './index.ts'

/**
 * docxtemplater in the same place as our exporter: from the rows of the open workbook to the document on the disk, warm.
 * Its document has no header, footer, table descriptions or lists that begin afresh, and long first rows are not cut.
 */
export function prepareTemplater(folder = ''): Task {
  const workbook = openBook(folder)
  const template = wordTemplate()
  const round = () =>
    timed(async () => {
      const first = firstPlan(workbook)
      const data = dataOf(reportOf(first.plan, first.template, { tables: false }))
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true })
      document.render(data)
      const bytes = document.toUint8Array({ compression: 'DEFLATE', compressionOptions: { level: 6 } })
      await writeFile(join(folder, 'templater.docx'), bytes)
    })
  return { round, end: () => workbook.close() }
}

/** What the template's tags stand for. */
function dataOf(report: Report) {
  return {
    title: report.cover.title,
    period: report.cover.period,
    cover: report.cover.rows.map(({ label, text }) => ({ label, text: wordXml(text) })),
    blocks: peerBlocks(report).map((block) => {
      if (block.kind === 'heading') return { heading: block.text }
      if (block.kind === 'prose') return { prose: wordXml(block.text) }
      const groups = block.groups.map(({ label, rows: [first, ...rest] }) => ({
        label,
        firstLabel: first?.label ?? '',
        firstText: first ? wordXml(rowText(first)) : '<w:p/>',
        rest: rest.map((row) => ({ label: row.label, text: wordXml(rowText(row)) })),
      }))
      return { sheet: { kind: block.label, title: block.title, groups } }
    }),
  }
}
