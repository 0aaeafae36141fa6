import { fold } from '../../db/model/search/fold.ts'
import { rowsOf } from '../../db/model/template/rules.ts'
import {
  type NodeRule,
  type OutlineType,
  outlineType,
  type Row,
  type Template,
} from '../../db/model/template/template.ts'

/** The form of a node type: its rows and side labels, found by their labels however they are written. */
export interface Form {
  readonly type: OutlineType
  readonly rule: NodeRule
  readonly rows: ReadonlyMap<string, Row>
  readonly sides: ReadonlySet<string>
}

/** A label without what differs from document to document: case, blanks, hyphens, colons, soft hyphens, broken words. */
export const labelKey = (label: string): string => fold(label).replaceAll(/[^\p{L}\p{N}]/gu, '')

/** The forms of the template's types that have rows. */
export function formsOf(template: Template): readonly Form[] {
  return outlineType.options.flatMap((type): readonly Form[] => {
    const rule = template.nodes[type]
    if (rule === undefined || rule.groups.length === 0) return []
    const rows = rowsOf(rule).toReversed()
    return [
      {
        type,
        rule,
        rows: new Map(rows.map((row) => [labelKey(row.label), row])),
        sides: new Set(rule.groups.map(({ label }) => labelKey(label))),
      },
    ]
  })
}

/** Longer text is no label. */
const longestLabel = 120

/** The row that a label means; what stands in brackets after it does not count. */
export function rowNamed(form: Form, label: string): Row | undefined {
  if (label.length > longestLabel) return undefined
  return form.rows.get(labelKey(label)) ?? form.rows.get(labelKey(label.replace(/\(.*$/, '')))
}

/**
 * The form that the labels come from: the one that knows most of them; of those alike the one that lacks none, then what
 * `offered` names first, then the one that lacks fewest. Undefined where none knows two.
 */
export function formOfLabels(
  forms: readonly Form[],
  labels: readonly string[],
  sides: readonly string[],
  offered: readonly string[],
): Form | undefined {
  const rank = (type: string) => (offered.includes(type) ? offered.indexOf(type) : offered.length)
  const [best] = forms
    .map((form) => ({ form, ...fitOf(form, labels, sides) }))
    .filter((fit) => fit.known + fit.sides >= 2)
    .toSorted(
      (a, b) =>
        b.known + b.sides - (a.known + a.sides) ||
        Number(b.lacking === 0) - Number(a.lacking === 0) ||
        rank(a.form.type) - rank(b.form.type) ||
        a.lacking - b.lacking,
    )
  return best?.form
}

function fitOf(form: Form, labels: readonly string[], sides: readonly string[]) {
  const known = new Set(labels.flatMap((label) => rowNamed(form, label)?.key ?? []))
  const prescribed = rowsOf(form.rule).filter((row) => !row.onlyWhenFilled)
  return {
    known: known.size,
    sides: new Set(sides.map(labelKey).filter((side) => form.sides.has(side))).size,
    lacking: prescribed.filter(({ key }) => !known.has(key)).length,
  }
}
