import { describe, expect, it } from 'vitest'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { rowsOf } from '../../../db/model/template/rules.ts'
import {
  type NodeRule,
  type OutlineType,
  outlineType,
  type Template,
  templateSchema,
} from '../../../db/model/template/template.ts'

const rulesOf = (template: Template): (readonly [OutlineType, NodeRule])[] =>
  outlineType.options.flatMap((type) => {
    const rule = template.nodes[type]
    return rule ? [[type, rule] as const] : []
  })

const duplicates = (keys: readonly string[]): string[] => keys.filter((key, at) => keys.indexOf(key) !== at)

/** EXCHANGE.md: the Danish label in lower case, without the Danish letters, blanks or slashes. */
const transliterated = (label: string): string =>
  label
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replaceAll(/[ /]/g, '-')

it('ships the five plan kinds and the political ground, the agreement first', () => {
  expect(builtInTemplates.map((template) => template.key)).toEqual([
    'maalaftale',
    'fokusaftale',
    'handleplan',
    'kommissorium',
    'strategiplan',
    'politisk-grundlag',
  ])
})

describe.each(builtInTemplates.map((template) => [template.key, template] as const))('%s', (_, template) => {
  const rules = rulesOf(template)
  const rows = rules.flatMap(([, rule]) => rowsOf(rule))
  const coverRows = template.variants.flatMap((variant) => variant.cover)

  it('is unchanged by the schema that the workbook checks it with', () => {
    expect(templateSchema.parse(template)).toEqual(template)
  })

  it('names variants, sections, cover rows and rows uniquely', () => {
    const listsOfKeys = [
      template.variants.map((variant) => variant.key),
      template.sections.map((section) => section.key),
      ...template.variants.map((variant) => variant.cover.map((row) => row.key)),
      ...rules.map(([, rule]) => rowsOf(rule).map((row) => row.key)),
    ]
    expect(listsOfKeys.flatMap(duplicates)).toEqual([])
  })

  it('keys every row by its label', () => {
    const misnamed = [...coverRows, ...rows].filter((row) => row.key !== transliterated(row.label))
    expect(misnamed).toEqual([])
  })

  it('has a rule for every type that may stand anywhere', () => {
    const named = new Set([
      ...template.top,
      ...template.sections.flatMap((section) => section.children),
      ...rules.flatMap(([, rule]) => rule.children),
    ])
    expect([...named].sort()).toEqual(rules.map(([type]) => type).sort())
  })

  it('lets every section hold whatever the user may put in a section of their own', () => {
    const own = template.nodes.section?.children.toSorted()
    expect(template.sections.map((section) => section.children.toSorted())).toEqual(
      template.sections.map(() => own),
    )
  })

  it('names only its own variants and sections', () => {
    const variants = template.variants.map((variant) => variant.key)
    const sections = template.sections.map((section) => section.key)
    expect(variants).toEqual(expect.arrayContaining(template.sections.flatMap((s) => s.variants ?? [])))
    expect(sections).toEqual(expect.arrayContaining(template.sections.flatMap((s) => s.overview?.of ?? [])))
  })

  it('has a row for the milestones and one for the indicators of whatever is measured', () => {
    const composed = (rule: NodeRule) =>
      rowsOf(rule).flatMap((row) =>
        row.composed === 'milestones' || row.composed === 'indicators' ? [row.composed] : [],
      )
    expect(rules.map(([type, rule]) => [type, composed(rule)])).toEqual(
      rules.map(([type, rule]) => [type, rule.measured ? ['indicators', 'milestones'] : []]),
    )
  })

  it('measures every indsats, bidrag and programme, and nothing else', () => {
    const measured = rules.flatMap(([type, rule]) => (rule.measured ? [type] : []))
    const measurable = ['indsats', 'bidrag', 'programme']
    expect(measured).toEqual(rules.map(([type]) => type).filter((type) => measurable.includes(type)))
  })

  it('leaves empty rows out of running text', () => {
    const prescribed = rules
      .filter(([, rule]) => rule.layout !== 'sheet')
      .flatMap(([, rule]) => rowsOf(rule).filter((row) => row.onlyWhenFilled !== true))
    expect(prescribed).toEqual([])
  })

  it('says what stands between a title and the text beside it', () => {
    const beside = rules.filter(
      ([, rule]) => rule.layout === 'run-in' || rowsOf(rule).some((row) => row.besideTitle),
    )
    expect(beside.filter(([, rule]) => rule.titleEnd === undefined)).toEqual([])
  })

  it('shares the whole width of a table among its columns', () => {
    const widths = template.sections.flatMap((section) =>
      section.overview ? [section.overview.columns.reduce((sum, column) => sum + column.width, 0)] : [],
    )
    expect(widths).toEqual(widths.map(() => 100))
  })

  it('guides the writer in one to three sentences, everywhere', () => {
    const guided = [template, ...template.sections, ...coverRows, ...rows, ...rules.map(([, rule]) => rule)]
    const sentences = (text: string) => text.split(/[.?]»?(?:\s|$)/).filter((part) => part !== '').length
    expect(
      guided.map((part) => part.guidance).filter((text) => ![1, 2, 3].includes(sentences(text))),
    ).toEqual([])
  })
})
