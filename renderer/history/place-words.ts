import type { HistoryPlace, HistoryValue } from '../../db/model/history/entry.ts'
import { lineOf, linesOf, type TextLine } from '../../db/model/history/lines.ts'
import { BODY, type PlanRecord } from '../../db/model/records.ts'
import { variantOf } from '../../db/model/template/rules.ts'
import type { Template } from '../../db/model/template/template.ts'
import { statusNames } from '../../db/model/texts/documents.ts'
import { detailsTexts } from '../../db/model/texts/window/details.ts'
import { historyTexts } from '../../db/model/texts/window/history.ts'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import { labelOf } from '../details/form/form-of.ts'

/** What the names of places are found in; a plan may be gone by now. */
export interface Known {
  readonly plans: ReadonlyMap<string, PlanRecord>
  readonly templates: ReadonlyMap<string, Template>
}

/** What a place is called: as the plan's template says, else in the program's own words. */
export function placeName(place: HistoryPlace, known: Known): string {
  const { table, key } = place
  if (key === null || (table !== 'field' && table !== 'cover')) return historyTexts.placeName(place)
  if (table === 'field' && key === BODY) return detailsTexts.text
  const plan = known.plans.get(place.planId ?? '')
  const own = known.templates.get(plan?.template ?? '')
  // Of a plan that is gone, its kind is not known; the same key is called the same in nearly all of them.
  const templates = own ? [own] : [...known.templates.values()]
  if (table === 'cover') return coverLabel(key, templates, plan?.variant ?? null)
  const [template] = templates.filter(({ nodes }) =>
    Object.values(nodes).some(({ groups }) => groups.some(({ rows }) => rows.some((row) => row.key === key))),
  )
  return template ? labelOf(key, template) : readable(key)
}

function coverLabel(key: string, templates: readonly Template[], variant: string | null): string {
  const rows = templates.flatMap((template) => [
    ...(variantOf(template, variant)?.cover ?? []),
    ...template.variants.flatMap(({ cover }) => cover),
  ])
  return rows.find((row) => row.key === key)?.label ?? readable(key)
}

const readable = (key: string): string =>
  key.charAt(0).toLocaleUpperCase('da') + key.slice(1).replaceAll('-', ' ')

/** A place as a heading: »Formål i »Flere børn læser««. */
export function placeTitle(place: HistoryPlace, known: Known): string {
  const { unit, op, title, planId, table } = place
  if (unit === null) return op === 'went' ? historyTexts.went(title) : historyTexts.came(title)
  const name = placeName(place, known)
  return planId === null && table !== 'unit' ? name : historyTexts.inRow(name, title)
}

/** What stood in a place, line by line, to be compared. */
export function linesIn(value: HistoryValue | null, place: HistoryPlace, known: Known): readonly TextLine[] {
  if (value === null) return []
  if (value.kind === 'rich') return linesOf(value.doc)
  if (value.kind === 'plain') return lineOf(value.text)
  return lineOf(value.kind === 'code' ? codeName(value.code, place, known) : nameOf(value.text, place))
}

const nameOf = (name: string, { table, unit }: HistoryPlace): string => {
  if (table === 'node' && unit === 'place' && name === '') return historyTexts.top
  return outlineTexts.titleOr(name)
}

const named: ReadonlyMap<string, string> = new Map<string, string>([
  ...Object.entries(statusNames),
  ...Object.entries(outlineTexts.lights),
  ['0', historyTexts.no],
  ['1', historyTexts.yes],
])

function codeName(code: string, { table, unit, planId }: HistoryPlace, { plans, templates }: Known): string {
  if (table !== 'plan' || unit !== 'kind') return named.get(code) ?? code
  const template = templates.get(plans.get(planId ?? '')?.template ?? '')
  const variant = template && variantOf(template, code === '' ? null : code)
  return variant?.label ?? historyTexts.noVariant
}
