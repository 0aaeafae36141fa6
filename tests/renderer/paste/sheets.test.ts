// @vitest-environment happy-dom

import { describe, expect, test } from 'vitest'
import { handleplan } from '../../../db/model/template/built-in/handleplan.ts'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'
import type { PastedBlock } from '../../../renderer/paste/blocks.ts'
import type { PasteTarget } from '../../../renderer/paste/growing-outline.ts'
import { readWordHtml } from '../../../renderer/paste/read-word-html.ts'
import { toOutline } from '../../../renderer/paste/to-outline.ts'
import { bidragPage, bidragTable } from './agreement-sheet.ts'
import { bold, bullet, cell, heading, text } from './shorthand.ts'
import { treeOf } from './tree.ts'
import { wordPage, wordParagraph } from './word-html.ts'

const paste = (blocks: readonly PastedBlock[], more: Partial<PasteTarget> = {}) => {
  const { nodes, notes } = toOutline(blocks, { template: maalaftale, parent: null, ...more })
  return { tree: treeOf(nodes), notes }
}

const egneBidrag: Partial<PasteTarget> = { parent: { type: 'section', sectionKey: 'egne-bidrag' } }

const bidrag = [
  'bidrag: En stærk organisation – faglige fællesskaber',
  '  * Center for Politik & Personale',
  '  ophav = Direktionens målaftale, *understøttende indsats*',
  '  beskrivelse = Centret samler lærere og pædagoger:\n\n- én fast time om ugen\n  - på alle skoler\n- sparring på tværs',
  '  afsaet = Udvalgsstrategiens mål.\n\nOg en undersøgelse fra 2025.',
  '  problem = Praksis udvikles for lidt i fællesskab.',
  '  maalgruppe = Medarbejdere og teamledere',
  '  effekt = Medarbejderne lykkes sammen.',
  '  milepaele = Rammen justeres undervejs. Det sker i fællesskab.',
  '  organisering = Skolechefen er tovholder.',
  '  rapportering = Halvårligt',
  '  indicator: Trivselsmåling, faglig sparring | baseline 3,4 | target 4,0 | whenText ultimo 2028',
  '  milestone: Fælles ramme vedtaget | whenText 3. kvartal 2027',
  '  milestone: Alle teams har afprøvet rammen | whenText Ultimo 2028 | responsible Skolechefen',
]

const table = (...rows: readonly (readonly (string | PastedBlock)[])[]): PastedBlock => ({
  kind: 'table',
  rows: rows.map((row) => row.map((block) => cell(block))),
})

describe("the agreement's table", () => {
  test('a whole bidrag from Word becomes one node with all its rows', () => {
    expect(paste(readWordHtml(bidragPage), egneBidrag)).toEqual({ tree: bidrag, notes: [] })
  })

  test('tables one after the other become nodes beside each other', () => {
    const blocks = readWordHtml(wordPage(bidragTable + bidragTable))
    expect(paste(blocks, egneBidrag).tree).toEqual([...bidrag, ...bidrag])
  })

  test('a heading with the same title is the node itself, another is what it stands under', () => {
    const title = '<h2>En stærk organisation – faglige fællesskaber</h2>'
    const blocks = readWordHtml(wordPage(`<h1>EGNE BIDRAG</h1>${title}${bidragTable}`))
    expect(paste(blocks).tree).toEqual([
      'section [egne-bidrag]: Egne bidrag',
      ...bidrag.map((line) => `  ${line}`),
    ])
  })

  test('a paragraph after the table is running text of its node, and told of', () => {
    const blocks = readWordHtml(wordPage(bidragTable + wordParagraph('Godkendt den 1. maj.')))
    const { tree, notes } = paste(blocks, egneBidrag)
    expect(tree).toContain('  = Godkendt den 1. maj.')
    expect(notes).toEqual([
      { kind: 'kept-as-text', titles: ['En stærk organisation – faglige fællesskaber'] },
    ])
  })

  test('a table without side labels is known by its first column', () => {
    expect(
      paste([table(['Titel', 'Flere læser'], ['Målgruppe', 'Børn'], ['Effekt', 'Læselyst'])]).tree,
    ).toEqual(['indsats: Flere læser', '  maalgruppe = Børn', '  effekt = Læselyst'])
  })

  test('the type is the one whose form knows most of the rows', () => {
    const rows = [
      ['Titel', 'A'],
      ['Effekt', 'B'],
    ] as const
    expect(paste([table(...rows, ['Problem', 'C'])]).tree[0]).toBe('bidrag: A')
    expect(paste([table(...rows)], egneBidrag).tree[0]).toBe('bidrag: A')
    const indsats = [
      'Titel',
      'Ophav',
      'Beskrivelse',
      'Afsæt',
      'Målgruppe',
      'Effekt',
      'Organisering',
      'Økonomi',
    ]
    expect(paste([table(...indsats.map((label) => [label, 'A'] as const))], egneBidrag).tree[0]).toBe(
      'indsats: A',
    )
  })

  test('forms that stand in one table are cut at their titles', () => {
    const rows = [
      ['Titel', 'A'],
      ['Problem', 'B'],
      ['Titel', 'C'],
      ['Problem', 'D'],
    ] as const
    expect(paste([table(...rows)], egneBidrag).tree).toEqual([
      'bidrag: A',
      '  problem = B',
      'bidrag: C',
      '  problem = D',
    ])
  })

  test('a form that was cut in two by a page is one', () => {
    const first = table(['Titel', 'A'], ['Problem', 'B'])
    const second = table(['Effekt', 'C'], ['Rapportering', 'D'])
    expect(paste([first, second], egneBidrag).tree).toEqual([
      'bidrag: A',
      '  problem = B',
      '  effekt = C',
      '  rapportering = D',
    ])
  })

  test('a row that goes on over a page belongs to its label', () => {
    const rows = [
      [{ ...cell('Indsats'), rows: 3 }, cell('Titel'), cell('A')],
      [{ ...cell('Ophav'), rows: 2 }, cell('B')],
      [cell('C')],
    ]
    expect(paste([{ kind: 'table', rows }]).tree).toEqual(['indsats: A', '  ophav = B\n\nC'])
  })

  test("our own documents' header row and line of a table are none of the content", () => {
    const rows = [
      [cell('Del'), cell('Felt'), cell('Indhold – A')],
      [{ ...cell('Indsats'), rows: 2 }, cell('Titel'), cell('A')],
      [cell('Ophav'), cell('B')],
    ]
    expect(paste([{ kind: 'table', rows }])).toEqual({ tree: ['indsats: A', '  ophav = B'], notes: [] })
  })

  test('a row that the template lacks is kept as text under its label, and told of', () => {
    const rows = [
      ['Titel', 'A'],
      ['Ophav', 'B'],
      ['Risici', 'C'],
      ['Effekt', 'D'],
    ] as const
    expect(paste([table(...rows)], egneBidrag)).toEqual({
      tree: ['bidrag: A', '  = **Risici**\n\nC', '  ophav = B', '  effekt = D'],
      notes: [
        { kind: 'kept-as-text', titles: ['A'] },
        { kind: 'unknown-rows', labels: ['Risici'] },
      ],
    })
  })

  test('names of units with commas are cut only where the workbook knows the units', () => {
    const rows = [
      ['Titel', 'A'],
      ['Koordinator', 'Center for By, Plan & Klima, Center for Børn & Læring'],
    ] as const
    expect(paste([table(...rows)], egneBidrag).tree).toEqual([
      'bidrag: A',
      '  * Center for By, Plan & Klima, Center for Børn & Læring',
    ])
    const units = ['Center for Børn & Læring', 'Center for By, Plan & Klima']
    expect(paste([table(...rows)], { ...egneBidrag, units }).tree).toEqual([
      'bidrag: A',
      '  * Center for By, Plan & Klima',
      '  * Center for Børn & Læring',
    ])
  })

  test('coordinators by lines, and prose beside them as text', () => {
    const long = `Koordineringen ${'deles af mange '.repeat(12)}.`
    const names = cell('Center A; Center B', 'Center C', long)
    expect(
      paste(
        [
          {
            kind: 'table',
            rows: [
              [cell('Titel'), cell('X')],
              [cell('Koordinator'), names],
            ],
          },
        ],
        egneBidrag,
      ).tree,
    ).toEqual(['bidrag: X', '  * Center A', '  * Center B', '  * Center C', `  koordinator = ${long}`])
  })

  test('milestones may stand in a table of their own, or after a line that leads to them', () => {
    const inner = table(['Ramme vedtaget', 'maj 2027'], ['Alle er med', '2028'])
    const rows = [
      [cell('Titel'), cell('X')],
      [cell('Milepæle'), cell('Vi når:', inner, bullet(1, 'Evaluering, 2029'))],
    ]
    expect(paste([{ kind: 'table', rows }], egneBidrag).tree).toEqual([
      'bidrag: X',
      '  milepaele = Vi når:',
      '  milestone: Ramme vedtaget | whenText maj 2027',
      '  milestone: Alle er med | whenText 2028',
      '  milestone: Evaluering | whenText 2029',
    ])
  })

  test('a form over several tables, each under its side label as a heading, is one node', () => {
    const blocks = [
      heading(2, 'Indsats: Flere læser'),
      heading(3, 'Indsats'),
      table(['Felt', 'Indhold'], ['Titel', 'Flere læser'], ['Ophav', 'Vision']),
      heading(3, 'Effekt'),
      table(['Felt', 'Indhold'], ['Målgruppe', 'Børn'], ['Effekt', 'Læselyst']),
      heading(3, 'Andet'),
      table(['Felt', 'Indhold'], ['Organisering', 'Skolechefen'], ['Økonomi', 'Rammen']),
    ]
    expect(paste(blocks)).toEqual({
      tree: [
        'indsats: Flere læser',
        '  ophav = Vision',
        '  maalgruppe = Børn',
        '  effekt = Læselyst',
        '  organisering = Skolechefen',
        '  oekonomi = Rammen',
      ],
      notes: [],
    })
  })

  test('sentences are no coordinators, and no milestones', () => {
    const rows = [
      [cell('Titel'), cell('X')],
      [cell('Koordinator'), cell('Direktionen', 'Direktionen ved Anne Skov. Hos os er Bo kontaktperson.')],
      [cell('Milepæle'), cell('Ramme vedtaget', 'Datoerne følger den samlede plan.')],
    ]
    expect(paste([{ kind: 'table', rows }], egneBidrag).tree).toEqual([
      'bidrag: X',
      '  * Direktionen',
      '  koordinator = Direktionen ved Anne Skov. Hos os er Bo kontaktperson.',
      '  milepaele = Datoerne følger den samlede plan.',
      '  milestone: Ramme vedtaget',
    ])
  })

  test('a table with few of the labels is another table', () => {
    const rows = [
      ['Effekt', '1'],
      ['Økonomi', '2'],
      ['Trivsel', '3'],
      ['Fravær', '4'],
      ['Vækst', '5'],
    ] as const
    expect(paste([heading(1, 'Tal'), table(...rows)]).notes).toEqual([{ kind: 'tables-as-text', count: 1 }])
  })

  test('a heading right above gives the title that the table lacks', () => {
    const rows = [
      ['Ophav', 'A'],
      ['Problem', 'B'],
    ] as const
    expect(paste([heading(3, 'Bidrag 2: Flere læser'), table(...rows)], egneBidrag).tree).toEqual([
      'bidrag: Flere læser',
      '  ophav = A',
      '  problem = B',
    ])
  })

  test('in a plan without forms the table is text', () => {
    const blocks = [heading(1, 'Flere læser'), table(['Titel', 'A'], ['Ophav', 'B']), text(bold('Efter'))]
    expect(paste(blocks, { template: handleplan }).tree).toEqual([
      'section: Flere læser',
      '  = Titel | A\n\nOphav | B\n\n**Efter**',
    ])
  })
})
