import { expect, test } from 'vitest'
import type { Layout } from '../../../db/model/report/layout.ts'
import { reportOf } from '../../../db/model/report/report-of.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { accessibilityTexts } from '../../../db/model/texts/accessibility.ts'
import { accessibilityFindings } from '../../../main/accessibility/check.ts'
import { receiptOf } from '../../../main/accessibility/receipt.ts'
import { openDocx } from '../../../main/ooxml/docx-package.ts'
import { renderDocument } from '../../../main/word/render-document.ts'
import { exampleFiles, incoming, readJson } from '../../support/workbooks.ts'

async function receiptFor(layout: Layout) {
  const plan = incoming(readJson(exampleFiles[1] ?? '')).document
  const template = builtInTemplates.find(({ key }) => key === plan.template)
  if (!template) throw new Error(`no template ${plan.template}`)
  const report = reportOf(plan, template, { tables: false })
  const { bytes } = await renderDocument(report, { layout })
  return receiptOf({ report, fileName: 'aftale.docx', layout, bytes })
}

const results = (report: Awaited<ReturnType<typeof receiptFor>>): readonly string[] =>
  report.body.flatMap((block) =>
    block.kind === 'table' ? block.rows.map(([, , result]) => result ?? '') : [],
  )

test('a document for publishing has nothing to note', async () => {
  const receipt = await receiptFor('tilgaengelig')
  expect(new Set(results(receipt))).toEqual(new Set([accessibilityTexts.none]))
  expect(JSON.stringify(receipt.body)).toContain(accessibilityTexts.flawless)
})

test("the agreement's own form is noted for its merged cells and its cover, and for nothing else", async () => {
  const noted = results(await receiptFor('skabelon')).filter((result) => result !== accessibilityTexts.none)
  expect(noted).toEqual(['1 × tabel uden overskriftsrække; 8 × flettet celle'])
})

test('the receipt is itself accessible, and names the document', async () => {
  const { bytes } = await renderDocument(await receiptFor('skabelon'), { layout: 'tilgaengelig' })
  expect(accessibilityFindings(openDocx(bytes))).toEqual([])
  expect(openDocx(bytes).text('word/document.xml')).toContain('aftale.docx')
})
