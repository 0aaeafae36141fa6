import type { PlanDocument } from '../../db/model/plan/plan-document.ts'
import type { Layout } from '../../db/model/report/layout.ts'
import { reportOf } from '../../db/model/report/report-of.ts'
import type { Template } from '../../db/model/template/template.ts'
import { accessibilityTexts } from '../../db/model/texts/accessibility.ts'
import { receiptOf } from '../accessibility/receipt.ts'
import { renderDocument } from '../word/render-document.ts'

export interface WordOptions {
  readonly layout: Layout
  /** Whether the tables are in it that the template makes on request only. */
  readonly tables: boolean
}

export interface WordFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The plan as a Word document under this name, and if it is asked for, the receipt of its accessibility check. */
export async function wordFiles(
  plan: PlanDocument,
  template: Template,
  { name, layout, tables, receipt }: WordOptions & { readonly name: string; readonly receipt: boolean },
): Promise<readonly WordFile[]> {
  const report = reportOf(plan, template, { tables })
  const { bytes } = await renderDocument(report, { layout })
  if (!receipt) return [{ name, bytes }]
  const checked = receiptOf({ report, fileName: name, layout, bytes })
  const written = await renderDocument(checked, { layout: 'tilgaengelig' })
  return [
    { name, bytes },
    { name: accessibilityTexts.receiptName(name), bytes: written.bytes },
  ]
}
