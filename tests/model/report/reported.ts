import type { OutlineNode } from '../../../db/model/plan/plan-document.ts'
import type { ReportBlock, ReportPlace, Sheet } from '../../../db/model/report/report.ts'
import { reportOf } from '../../../db/model/report/report-of.ts'
import type { Template } from '../../../db/model/template/template.ts'
import { node, plan, template } from '../../main/word/small-plan.ts'

export const report = (outline: readonly OutlineNode[], form: Template = template(), tables = false) =>
  reportOf(plan(outline), form, { tables })

export const body = (outline: readonly OutlineNode[], form?: Template): readonly ReportBlock[] =>
  report(outline, form).body

export const onlySheet = (given: Partial<OutlineNode>, form?: Template): Sheet => {
  const [block] = body([node('indsats', 'Sprog fra start', given)], form)
  if (block?.kind !== 'sheet') throw new Error('no sheet')
  return block
}

/** The place of the first node of the outline, or of its row. */
export const at = (key?: string): ReportPlace => ({ path: [0], ...(key === undefined ? {} : { key }) })

export const headings = (outline: readonly OutlineNode[], form?: Template): string[] =>
  body(outline, form).flatMap((block) =>
    block.kind === 'heading' ? [`${block.level} ${block.number ? `${block.number} ` : ''}${block.text}`] : [],
  )
