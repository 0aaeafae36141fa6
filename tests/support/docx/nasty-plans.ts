import * as fc from 'fast-check'
import {
  type CoverValue,
  type OutlineNode,
  type PlanDocument,
  planStatuses,
} from '../../../db/model/plan/plan-document.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { mayStandUnder, rowsOf } from '../../../db/model/template/rules.ts'
import type { CoverRow, OutlineType, Template } from '../../../db/model/template/template.ts'
import { line, nastyText, phrase, title } from './nasty-text.ts'

/**
 * Plans that no one writes on purpose, but that an exchange file may hold: characters and lengths that trouble Word,
 * lists in all shapes, odd links, deep outlines, empty fields. Titles say something, for without them nobody
 * could tell where a text belongs.
 */

const measures = {
  milestones: fc.array(
    fc.record({ title: line, when: line, responsible: line }, { requiredKeys: ['title'] }),
    { maxLength: 3 },
  ),
  indicators: fc.array(
    fc.record(
      { title: line, unit: line, baseline: line, target: line, when: line },
      { requiredKeys: ['title'] },
    ),
    { maxLength: 3 },
  ),
}

const names = fc.uniqueArray(
  phrase.map((text) => `Center for ${text}`),
  { maxLength: 3 },
)

/** A record that has some of the keys. */
const someOf = <V>(
  entries: readonly (readonly [key: string, value: fc.Arbitrary<V>])[],
): fc.Arbitrary<Record<string, V>> =>
  fc
    .tuple(
      ...entries.map(([key, value]) =>
        fc.option(
          value.map((each) => [key, each] as const),
          { freq: 3, nil: null },
        ),
      ),
    )
    .map((all) => Object.fromEntries(all.filter((each) => each !== null)))

type Parent = Parameters<typeof mayStandUnder>[2]

function nodes(template: Template, parent: Parent, depth: number): fc.Arbitrary<OutlineNode[]> {
  const types = (['section', 'theme', 'programme', 'indsats', 'bidrag', 'goal'] as const).filter((type) =>
    mayStandUnder(template, type, parent),
  )
  if (types.length === 0 || depth > 5) return fc.constant([])
  const one = fc.constantFrom(...types).chain((type) => node(template, type, depth))
  return fc.array(one, { minLength: parent === null ? 1 : 0, maxLength: depth === 1 ? 3 : 2 })
}

function node(template: Template, type: OutlineType, depth: number): fc.Arbitrary<OutlineNode> {
  const rule = template.nodes[type]
  const keys = rule
    ? rowsOf(rule)
        .filter((row) => row.composed !== 'title')
        .map((row) => row.key)
    : []
  const fields = someOf(keys.map((key) => [key, nastyText] as const))
  const key =
    type === 'section'
      ? fc.option(fc.constantFrom(...template.sections.map((section) => section.key)), { nil: undefined })
      : fc.constant(undefined)
  return key.chain((sectionKey) =>
    fc
      .record({
        title,
        text: nastyText,
        fields,
        annex:
          type === 'section' ? fc.option(fc.boolean(), { freq: 8, nil: undefined }) : fc.constant(undefined),
        milestones: rule?.measured ? measures.milestones : fc.constant([]),
        indicators: rule?.measured ? measures.indicators : fc.constant([]),
        coordinators: type === 'bidrag' ? names : fc.constant([]),
        children: nodes(template, { type, ...(sectionKey !== undefined && { sectionKey }) }, depth + 1),
      })
      .map(
        ({ annex, ...parts }): OutlineNode => ({
          type,
          ...(sectionKey !== undefined && { key: sectionKey }),
          ...(annex !== undefined && { annex }),
          ...parts,
          contributesTo: [],
          realises: [],
        }),
      ),
  )
}

const coverValue = (kind: CoverRow['kind']): fc.Arbitrary<CoverValue> =>
  kind === 'rich' ? nastyText.map((rich) => ({ rich })) : line.map((text) => ({ plain: text }))

function planOf(template: Template): fc.Arbitrary<PlanDocument> {
  return fc.constantFrom(...template.variants).chain((variant) => {
    const values = variant.cover.map((row) => [row.key, coverValue(row.kind)] as const)
    return fc
      .record({
        organisation: phrase.map((text) => `Kommune ${text}`),
        template: fc.constant(template.key),
        title: fc.oneof(fc.constant(''), title, fc.constant('Plan 2027')),
        period: fc.constantFrom(
          { from: 2027, to: 2029 },
          { from: 2027, to: 2027 },
          { from: 2027, to: null },
          { from: 1999, to: 2001 },
        ),
        unit: phrase.map((text) => `Enhed ${text}`),
        cover: someOf(values),
        case: fc.record(
          {
            caseNumber: line,
            documentNumber: line,
            committee: line,
            meetingDate: fc.constant('2026-06-17'),
            item: line,
            annex: line,
          },
          { requiredKeys: [] },
        ),
        status: fc.constantFrom(...planStatuses),
        outline: nodes(template, null, 1),
      })
      .map((plan): PlanDocument => (template.variants.length > 1 ? { ...plan, variant: variant.key } : plan))
  })
}

/** A nasty plan of any of the kinds that ship. */
export const nastyPlan: fc.Arbitrary<PlanDocument> = fc.constantFrom(...builtInTemplates).chain(planOf)
