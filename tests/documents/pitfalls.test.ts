import { describe, expect, test } from 'vitest'
import { parseExchange } from '../../db/model/exchange/parse.ts'
import type { OutlineNode, PlanDocument } from '../../db/model/plan/plan-document.ts'
import type { Block, RichText } from '../../db/model/rich-text/rich-text.ts'
import { builtInTemplates } from '../../db/model/template/built-in/index.ts'
import { layouts, type WrittenDocument, write } from '../support/documents.ts'
import { asPrinted } from '../support/docx/as-printed.ts'
import { forbiddenFindings } from '../support/docx/hindrances.ts'
import { lostTexts } from '../support/docx/pages.ts'
import { readBack } from '../support/docx/read-back.ts'
import { missingTools, render } from '../support/docx/render.ts'
import { structureFindings } from '../support/docx/structure-check.ts'

/** What plans have tripped over, each as the smallest plan that shows it. */

const kind = (template: string, variant?: string) =>
  parseExchange(
    {
      format: 'planvaerk-plan',
      version: 1,
      organisation: { name: 'Sundkøbing Kommune' },
      plan: {
        template,
        ...(variant !== undefined && { variant }),
        title: 'Plan',
        period: { from: 2027, to: 2029 },
        unit: 'Direktionen',
        status: 'udkast',
        outline: [],
      },
    },
    builtInTemplates,
  )

const node = (type: OutlineNode['type'], parts: Partial<OutlineNode>): OutlineNode => ({
  ...{ type, title: 'Titel', fields: {}, milestones: [], indicators: [], coordinators: [] },
  ...{ contributesTo: [], realises: [], children: [] },
  ...parts,
})

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const list = (type: 'bullets' | 'numbers', ...items: RichText[]): Block =>
  type === 'bullets'
    ? { type, items: items.map((blocks) => ({ blocks })) }
    : { type, start: 1, items: items.map((blocks) => ({ blocks })) }

const section = (text: RichText, title = 'Formål'): PlanDocument => ({
  ...kind('handleplan'),
  outline: [node('section', { title, text })],
})
const sheet = (beskrivelse: RichText, title = 'Bidrag'): PlanDocument => ({
  ...kind('maalaftale', 'center'),
  outline: [node('bidrag', { title, fields: { beskrivelse } })],
})
const withTagline = (tagline: RichText): PlanDocument => ({
  ...kind('fokusaftale'),
  outline: [node('indsats', { fields: { tagline } })],
})
const address = { link: 'ftp://example.dk/' }
const emojis = '😀'.repeat(100)

const pitfalls: readonly (readonly [pitfall: string, plan: PlanDocument])[] = [
  ['a tagline with a list', withTagline([list('bullets', [paragraph('første')], [paragraph('anden')])])],
  ['a tagline of two paragraphs', withTagline([paragraph('Sammen om'), paragraph('de små')])],
  [
    'a link that may not leave the program, bold in part',
    section([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Se ', ...address },
          { type: 'text', text: 'bilaget', bold: true, ...address },
        ],
      },
    ]),
  ],
  [
    'a link of several looks, which is one link',
    section([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Kommunens', bold: true, link: 'https://example.dk/' },
          { type: 'text', text: ' ', link: 'https://example.dk/' },
          { type: 'text', text: 'strategi', italic: true, link: 'https://example.dk/' },
        ],
      },
    ]),
  ],
  [
    'the text of a link that vanishes',
    section([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'a\u0001' },
          { type: 'text', text: '\u0001', link: 'https://example.dk/' },
        ],
      },
    ]),
  ],
  [
    'paragraphs that vanish',
    section([paragraph('før'), paragraph('\u0001'), paragraph('\u0002'), paragraph('efter')]),
  ],
  ['a heading that vanishes', section([paragraph('tekst')], '\u0001')],
  ['a heading of blanks', section([paragraph('tekst')], '  ')],
  ['a part of the case that vanishes', { ...section([]), case: { annex: '\u0001', caseNumber: '26/1' } }],
  ['pictographs where a long title is shortened', sheet([], `a${emojis}`)],
  ['pictographs where the running header is shortened', { ...section([]), title: `${emojis} 2027` }],
  [
    'numbered lists below items, each beginning at 1',
    section([
      list(
        'bullets',
        [paragraph('a'), list('numbers', [paragraph('1')], [paragraph('2')])],
        [paragraph('b'), list('numbers', [paragraph('1')])],
      ),
    ]),
  ],
  [
    'two numbered lists in two rows',
    {
      ...kind('maalaftale', 'center'),
      outline: [
        node('bidrag', {
          fields: {
            beskrivelse: [list('numbers', [paragraph('1')])],
            problem: [list('numbers', [paragraph('1')])],
          },
        }),
      ],
    },
  ],
  ['an empty outline', kind('strategiplan')],
  ['a sheet without a title', sheet([], '')],
]

describe.each(layouts)('in %s', (layout) => {
  test.each(pitfalls)('%s: valid, for all readers, and the same when read back', async (_, plan) => {
    const document = await write(plan, layout)
    expect(structureFindings(document.docx)).toEqual([])
    expect(forbiddenFindings(document)).toEqual([])
    expect(readBack(document.docx, document.template)).toEqual(asPrinted(plan, document.template))
  })
})

const sentences = Array.from({ length: 400 }, (_, at) => `Sætning ${at} om borgernes hverdag.`).join(' ')

/** What fills a page in a row that holds turned text; LibreOffice would lose the rest. */
const tall: readonly (readonly [what: string, text: RichText])[] = [
  [
    'a paragraph of 120 lines',
    [
      {
        type: 'paragraph',
        content: Array.from({ length: 239 }, (_, at) =>
          at % 2 === 0 ? { type: 'text' as const, text: `linje ${at / 2}` } : { type: 'break' as const },
        ),
      },
    ],
  ],
  ['a paragraph of 12,000 characters', [paragraph(sentences)]],
  ['a paragraph of 10,000 characters without a blank', [paragraph(sentences.replaceAll(' ', ''))]],
  ['200 bullets', [list('bullets', ...Array.from({ length: 200 }, (_, at) => [paragraph(`punkt ${at}`)]))]],
  ['an item of 12,000 characters', [list('bullets', [paragraph(sentences)])]],
]

test.skipIf(missingTools().length > 0)(
  'what is taller than a page is broken over pages, not lost [needs LibreOffice and poppler]',
  async () => {
    const written: WrittenDocument[] = []
    for (const layout of layouts) for (const [, text] of tall) written.push(await write(sheet(text), layout))
    const renderings = await render(written.map(({ bytes }) => bytes))
    const lost = written.flatMap(({ docx, layout }, index) => {
      const pages = renderings[index]
      const texts = pages ? lostTexts(docx, pages) : ['all']
      return texts.length === 0 ? [] : [`${layout}, ${tall[index % tall.length]?.[0]}: ${texts.length} texts`]
    })
    expect(lost).toEqual([])
  },
)

test.skipIf(missingTools().length > 0)(
  'a title that is taller than a page stands whole in the overview [needs LibreOffice and poppler]',
  async () => {
    // Two of the words never stand on one line of the column.
    const longTitle = Array.from({ length: 60 }, (_, at) => `${at}${'ordet'.repeat(6)}`).join(' ')
    const node = {
      fields: {},
      milestones: [],
      indicators: [],
      coordinators: [],
      contributesTo: [],
      realises: [],
    }
    const plan: PlanDocument = {
      organisation: 'Sundkøbing Kommune',
      template: 'handleplan',
      title: 'Handleplan',
      period: { from: 2027, to: 2027 },
      unit: 'Direktionen',
      cover: {},
      case: {},
      status: 'udkast',
      outline: [
        {
          ...node,
          type: 'section',
          key: 'maal-og-indsatser',
          title: 'Mål og indsatser',
          children: [{ ...node, type: 'indsats', title: longTitle, children: [] }],
        },
      ],
    }
    const { bytes, docx } = await write(plan, 'skabelon')
    // The header row may not be broken; the row of the title must be.
    expect(docx.text('word/document.xml')?.split('<w:cantSplit').length).toBe(2)
    const [pages] = await render([bytes])
    expect(pages && lostTexts(docx, pages)).toEqual([])
  },
)
