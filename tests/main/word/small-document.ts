import type { OutlineNode, PlanDocument } from '../../../db/model/plan/plan-document.ts'
import type { Layout } from '../../../db/model/report/layout.ts'
import { reportOf } from '../../../db/model/report/report-of.ts'
import type { Template } from '../../../db/model/template/template.ts'
import { renderDocument } from '../../../main/word/render-document.ts'
import { type Opened, opened, paragraphs } from './opened.ts'
import { node, plan, rich, template } from './small-plan.ts'

export const rendered = (given: PlanDocument, form: Template = template(), layout: Layout = 'skabelon') =>
  renderDocument(reportOf(given, form, { tables: true }), { layout })

export async function document(
  outline: readonly OutlineNode[],
  form?: Template,
  layout?: Layout,
): Promise<Opened> {
  return opened((await rendered(plan(outline), form, layout)).bytes)
}

/** A document whose only section holds the text. */
export const written = (commonMark: string): Promise<Opened> =>
  document([node('section', 'Formål', { text: rich(commonMark) })])

/** Paragraphs below the heading. */
export const below = ({ body }: Opened) => {
  const found = paragraphs(body)
  return found.slice(found.findIndex((each) => each.text === 'Formål') + 1)
}
