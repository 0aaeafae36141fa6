import { BODY, type NodeRecord } from '../../../db/model/records.ts'
import { ruleOf, sectionOf } from '../../../db/model/template/rules.ts'
import { type NodeRule, outlineType, type Row, type Template } from '../../../db/model/template/template.ts'
import { documentTexts } from '../../../db/model/texts/documents.ts'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'

/** The form of one node: its template's rows, and whatever else the node holds. */
export interface Form {
  readonly groups: readonly FormGroup[]
  /** Texts of rows that the template does not have; they are kept and shown. */
  readonly leftOver: readonly { readonly key: string; readonly label: string }[]
}

export interface FormGroup {
  /** The side label; null = none. */
  readonly label: string | null
  readonly rows: readonly FormRow[]
}

export interface FormRow {
  /** Key of the row's own text; null where it has none. */
  readonly key: string | null
  readonly label: string
  readonly guidance: string
  readonly composed: NonNullable<Row['composed']> | null
  /** Whether the document shows the row empty too, so that somebody is expected to fill it in. */
  readonly expected: boolean
}

/** What the node holds beside its template's rows. */
export interface Holdings {
  /** Keys of its texts. */
  readonly texts: readonly string[]
  readonly milestones: boolean
  readonly indicators: boolean
  readonly coordinators: boolean
}

/** Rows in the order of the template; running text before them, as in the document. */
export function formOf(
  node: Pick<NodeRecord, 'type' | 'sectionKey'>,
  template: Template,
  holdings: Holdings,
): Form {
  const type = outlineType.safeParse(node.type)
  const rule = type.success ? ruleOf(template, type.data) : undefined
  const groups = [
    ...bodyGroup(node, template, rule, holdings),
    ...(rule?.groups ?? []).map(({ label, rows }) => ({ label, rows: rows.map(formRow) })),
    ...measuringGroup(rule, holdings),
  ]
  const shown = new Set(groups.flatMap(({ rows }) => rows.flatMap(({ key }) => key ?? [])))
  const leftOver = holdings.texts
    .filter((key) => !shown.has(key))
    .map((key) => ({ key, label: labelOf(key, template) }))
  return { groups, leftOver }
}

function bodyGroup(
  { sectionKey }: Pick<NodeRecord, 'sectionKey'>,
  template: Template,
  rule: NodeRule | undefined,
  { texts }: Holdings,
): readonly FormGroup[] {
  const asked = rule?.text ?? true
  if (!asked && !texts.includes(BODY)) return []
  const section = sectionKey === null ? undefined : sectionOf(template, sectionKey)
  const row: FormRow = {
    key: BODY,
    label: detailsTexts.text,
    guidance: asked ? (section?.guidance ?? rule?.guidance ?? '') : '',
    composed: null,
    expected: asked && section !== undefined,
  }
  return [{ label: null, rows: [row] }]
}

const formRow = (row: Row): FormRow => ({
  key: row.composed === 'title' ? null : row.key,
  label: row.label,
  guidance: row.guidance,
  composed: row.composed ?? null,
  expected: row.composed !== 'title' && row.onlyWhenFilled !== true,
})

/** What is measured, chosen or dated below the node and no row of the form shows. */
function measuringGroup(rule: NodeRule | undefined, holdings: Holdings): readonly FormGroup[] {
  const composed = new Set((rule?.groups ?? []).flatMap(({ rows }) => rows.map((row) => row.composed)))
  const measured = rule?.measured ?? false
  const parts = [
    { from: 'coordinators', label: documentTexts.coordinators, there: holdings.coordinators },
    { from: 'indicators', label: documentTexts.indicators, there: holdings.indicators || measured },
    { from: 'milestones', label: documentTexts.milestones, there: holdings.milestones || measured },
  ] as const
  const rows = parts
    .filter(({ from, there }) => there && !composed.has(from))
    .map(({ from, label }) => ({ key: null, label, guidance: '', composed: from, expected: false }))
  return rows.length === 0 ? [] : [{ label: detailsTexts.followUp, rows }]
}

/** What the template calls the row elsewhere; else the key itself, readable. */
export function labelOf(key: string, template: Template): string {
  const rows = Object.values(template.nodes).flatMap(({ groups }) => groups.flatMap((group) => group.rows))
  const label = rows.find((row) => row.key === key)?.label ?? key.replaceAll('-', ' ')
  return label.charAt(0).toLocaleUpperCase('da') + label.slice(1)
}
