import * as fc from 'fast-check'
import {
  type CoverValue,
  type OutlineNode,
  type PlanDocument,
  planStatuses,
} from '../../../db/model/plan/plan-document.ts'
import { normalise } from '../../../db/model/rich-text/normalise.ts'
import type { Block, Inline, RichText } from '../../../db/model/rich-text/rich-text.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { mayStandUnder, rowsOf } from '../../../db/model/template/rules.ts'
import type { CoverRow, OutlineType, Template } from '../../../db/model/template/template.ts'

/**
 * Plans that no one writes on purpose, but that an exchange file may hold: characters and lengths that trouble Word,
 * lists in all shapes, odd links, deep outlines, empty fields. Titles say something, for without them nobody
 * could tell where a text belongs.
 */

const words = [
  ...['og', 'effekt', 'borgerne', 'Ærø', 'kommunens', 'i 2027', '9. juni', 'fx', 'mål:'],
  ...['<&>"\'', ']]>', '&amp;', '<w:p/>', '{{INDHOLD}}', '\\d', '%1.', '100 %', '§ 5, stk. 2'],
  ...['👩‍👩‍👧‍👦', '🇩🇰', '😀', '𝒜𝓈', 'e\u0301', 'שלום', 'مرحبا', '漢字', 'ﬁﬂ', 'ß', 'İ'],
  ...[
    'bær\u00ADe\u00ADdyg\u00ADtig\u00ADhed',
    'ni\u00A0nul',
    'nul\u200Bbredde',
    '\u202Ebagvendt\u202C',
    'en\u2011to',
  ],
  ...[
    '\u0001',
    'a\u0007b',
    '\u000B',
    '\u000C',
    '\u0085',
    '\u009F',
    '\uFFFE',
    '\uFEFF',
    'fane\tfane',
    'linje\nlinje',
  ],
  'ord'.repeat(20),
  'Speciallægepraksisplanlægningsstabiliseringsperiode',
]

const word = fc.constantFrom(...words)
const phrase = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '))
const long = fc
  .array(word, { minLength: 300, maxLength: 500 })
  .map((all) => all.join(' ').slice(0, 5000).toWellFormed())

/** A line of plain text that a reader sees something of. */
const title = fc
  .oneof(
    { weight: 9, arbitrary: phrase },
    { weight: 1, arbitrary: long.map((text) => text.slice(0, 2000).toWellFormed()) },
  )
  .map((text) => `Indsats ${text}`)
const line = fc.oneof(fc.constant(''), phrase)

const links = [
  ...[
    'https://example.dk/sti?a=1&b=2#c',
    'http://example.dk/æøå og mere',
    'HTTPS://EXAMPLE.DK',
    'mailto:a@b.dk?subject=Hej du',
  ],
  ...[
    'mailto:',
    'https://',
    'www.example.dk',
    '//example.dk/',
    '/intern/sti',
    'ftp://example.dk',
    'tel:+4512345678',
  ],
  ...[
    'https://example.dk/"<>{}|\\^`',
    'https://[::1]/',
    'https://user:pw@example.dk:8080/',
    'http://a..b/%zz',
    'onenote:x',
  ],
]

const run: fc.Arbitrary<Inline> = fc
  .record({
    text: phrase,
    bold: fc.boolean(),
    italic: fc.boolean(),
    link: fc.option(fc.constantFrom(...links), { freq: 6, nil: undefined }),
  })
  .map(({ text, bold, italic, link }) => ({
    type: 'text',
    text,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(link !== undefined && { link }),
  }))

const content = fc.array(
  fc.oneof({ weight: 5, arbitrary: run }, { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) }),
  {
    minLength: 1,
    maxLength: 4,
  },
)

const paragraph: fc.Arbitrary<Block> = fc.oneof(
  { weight: 12, arbitrary: content.map((all): Block => ({ type: 'paragraph', content: all })) },
  {
    weight: 1,
    arbitrary: long.map((text): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  },
)

const { block } = fc.letrec<{ block: Block; list: Block; item: { blocks: RichText } }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'list' },
    { weight: 3, arbitrary: paragraph },
    { weight: 2, arbitrary: tie('list') },
  ),
  list: fc
    .record({
      numbers: fc.boolean(),
      start: fc.constantFrom(1, 1, 3, 0, 8, 999),
      bracket: fc.boolean(),
      items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    })
    .map(
      ({ numbers, start, bracket, items }): Block =>
        numbers
          ? { type: 'numbers', start, ...(bracket && { delimiter: ')' }), items }
          : { type: 'bullets', items },
    ),
  item: fc.record({
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 2, depthIdentifier: 'list' }),
  }),
}))

/** A list that goes on, after a paragraph, at the number that comes next. */
const resumed = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.array(paragraph, { maxLength: 1 }))
  .map(([length, between]): RichText => {
    const items = Array.from({ length }, (_, at) => ({ blocks: [plain(`punkt ${at}`)] }))
    return [{ type: 'numbers', start: 1, items }, ...between, { type: 'numbers', start: length + 1, items }]
  })

const plain = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const manyBullets: RichText = [
  { type: 'bullets', items: Array.from({ length: 200 }, (_, at) => ({ blocks: [plain(`punkt ${at}`)] })) },
]
const deep = Array.from({ length: 12 }).reduce<Block>(
  (inner, _, at) => ({
    type: at % 2 === 0 ? 'bullets' : 'numbers',
    start: 1,
    items: [{ blocks: [plain(`lag ${at}`), inner] }],
  }),
  plain('inderst'),
)

/** As it lies in a workbook: whatever comes in is brought into the normal form. */
export const nastyText: fc.Arbitrary<RichText> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constant<RichText>([]) },
    { weight: 20, arbitrary: fc.array(block, { minLength: 1, maxLength: 3 }) },
    { weight: 2, arbitrary: resumed },
    { weight: 1, arbitrary: fc.constant(manyBullets) },
    { weight: 1, arbitrary: fc.constant<RichText>([deep]) },
  )
  .map(normalise)

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
