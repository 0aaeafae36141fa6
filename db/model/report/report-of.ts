import type { CommitteeCase, CoverValue, PlanDocument } from '../plan/plan-document.ts'
import type { RichText } from '../rich-text/rich-text.ts'
import type { CoverRow, Template } from '../template/template.ts'
import { documentTexts, statusNames, writtenDate } from '../texts/documents.ts'
import { bodyOf } from './outline.ts'
import { printable, printablePlan } from './printable.ts'
import type { Cover, CoverLine, Report, ReportBlock } from './report.ts'
import { fullTitle, periodBesideTitle } from './title.ts'

/**
 * A plan as it stands on paper. Only the template decides what stands where; no plan kind is known by name.
 * `tables` asks for the tables that the template gives on request.
 */
export function reportOf(
  written: PlanDocument,
  template: Template,
  options: { readonly tables: boolean },
): Report {
  const plan = printablePlan(written)
  const body = bodyOf(plan, template, options.tables)
  const title = fullTitle(plan, template)
  return {
    properties: {
      title: `${title} – ${plan.unit}`,
      subject: template.name,
      organisation: plan.organisation,
      schema: plan.variant === undefined ? template.key : `${template.key}/${plan.variant}`,
      date: plan.case.meetingDate ?? `${plan.period.from}-01-01`,
    },
    cover: coverOf(plan, template),
    contentsDepth: template.document.contents !== 'never' && hasHeading(body) ? depthOf(template) : 0,
    contentsWhenPublished: template.document.contents === 'published',
    capitals: template.document.capitals,
    header: { left: `${title} – ${plan.unit}`, right: plan.organisation },
    stamp: stampOf(plan),
    body,
  }
}

const hasHeading = (body: readonly ReportBlock[]): boolean =>
  body.some((block) => block.kind === 'heading' || block.kind === 'sheet')

function depthOf(template: Template): Report['contentsDepth'] {
  const depth = template.document.contentsDepth
  if (depth <= 1) return 1
  return depth === 2 ? 2 : 3
}

function coverOf(plan: PlanDocument, template: Template): Cover {
  const rows = coverRows(plan, template)
  const named = rows.some((row) => plainText(row.text) === plan.unit)
  return {
    ownPage: template.document.titlePage,
    organisation: plan.organisation,
    title: plan.title === '' ? template.title : plan.title,
    period: periodBesideTitle(plan, template),
    unit: named ? '' : plan.unit,
    rows,
  }
}

/** The template's rows in its order, empty ones too; then values for which the template has no row. */
function coverRows(plan: PlanDocument, template: Template): CoverLine[] {
  const variant = template.variants.find(({ key }) => key === plan.variant) ?? template.variants[0]
  const rows: readonly Pick<CoverRow, 'key' | 'label'>[] = variant?.cover ?? []
  const known = new Set(rows.map((row) => row.key))
  const others = Object.keys(plan.cover).filter((key) => !known.has(key))
  return [...rows, ...others.map((key) => ({ key, label: coverLabel(key, template) }))].map(
    ({ key, label }) => ({
      key,
      label,
      text: richCover(plan.cover[key]),
    }),
  )
}

const coverLabel = (key: string, template: Template): string =>
  template.variants.flatMap((variant) => variant.cover).find((row) => row.key === key)?.label ??
  key.replaceAll('-', ' ')

function richCover(value: CoverValue | undefined): RichText {
  if (value === undefined) return []
  if ('rich' in value) return value.rich
  return value.plain === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text: value.plain }] }]
}

function plainText(text: RichText): string {
  return text
    .flatMap((block) => (block.type === 'paragraph' ? block.content : []))
    .map((inline) => (inline.type === 'text' ? inline.text : ' '))
    .join('')
}

/** What the committee secretariat looks for, in its order; parts that are not known are left out. */
function stampOf(plan: PlanDocument): string[] {
  const { caseNumber, documentNumber, item, annex } = plan.case
  return [
    annex ?? '',
    caseNumber ? documentTexts.caseNumber(caseNumber) : '',
    documentNumber ? documentTexts.documentNumber(documentNumber) : '',
    meetingOf(plan.case),
    item ? documentTexts.item(item) : '',
    statusNames[plan.status],
  ]
    .map(printable)
    .filter((part) => part.trim() !== '')
}

const meetingOf = ({ committee, meetingDate }: CommitteeCase): string =>
  [committee ?? '', meetingDate === undefined ? '' : writtenDate(meetingDate)]
    .filter((part) => part !== '')
    .join(' ')
