// @vitest-environment happy-dom

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../db/model/ids.ts'
import type { PastedNode } from '../../../db/model/pasted-node.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'
import { strategiplan } from '../../../db/model/template/built-in/strategiplan.ts'
import { formatClipboard } from '../../../renderer/paste/format-clipboard.ts'
import { readBlocks, readClipboard } from '../../../renderer/paste/read-clipboard.ts'
import { toOutline } from '../../../renderer/paste/to-outline.ts'
import { bullets, paragraph, run } from '../../model/rich-text/shorthand.ts'
import { anyNodes, withoutIds } from './arbitrary-nodes.ts'
import { bullet, text } from './shorthand.ts'
import { treeOf } from './tree.ts'

const only =
  (content: Readonly<Record<string, string>>, ...types: readonly string[]) =>
  (type: string) =>
    types.length === 0 || types.includes(type) ? (content[type] ?? '') : ''

const titles: readonly PastedNode[] = [
  {
    type: 'theme',
    title: 'Velfærd & <vækst>',
    children: [
      {
        type: 'programme',
        title: 'Børn',
        children: [
          {
            type: 'milestone',
            title: 'Alle med',
            milestone: { whenText: 'maj 2027', responsible: null },
            children: [],
          },
        ],
      },
    ],
  },
  { type: 'theme', title: 'Vækst', children: [] },
]

const bidrag: PastedNode = {
  type: 'bidrag',
  title: 'Flere læser',
  fields: {
    ophav: [paragraph('Vision ', run('2030', { bold: true }))],
    maalgruppe: [bullets('Børn', ['Unge', bullets('15-17 år')])],
  },
  coordinators: ['Center for By, Plan & Klima'],
  children: [
    {
      type: 'indicator',
      title: 'Læselyst',
      indicator: { unit: '%', baseline: '62', target: '75', whenText: 'ultimo 2028' },
      children: [],
    },
    {
      type: 'milestone',
      title: 'Ramme vedtaget',
      milestone: { whenText: '3. kvartal 2027', responsible: 'Skolechefen' },
      children: [],
    },
  ],
}

describe('our own format', () => {
  test('any tree comes back as it was, by its type and by the HTML alone', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...builtInTemplates)
          .chain((template) => anyNodes(template).map((nodes) => ({ template, nodes }))),
        ({ template, nodes }) => {
          const content = formatClipboard(nodes, template)
          for (const get of [only({ ...content }), only({ ...content }, 'text/html')]) {
            const read = readClipboard(get)
            expect(read.kind === 'nodes' && withoutIds(read.nodes)).toEqual(withoutIds(nodes))
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  test('each paste has ids of its own, and links among the nodes follow', () => {
    const [goal, indsats, elsewhere] = [newId(), newId(), newId()]
    const nodes: readonly PastedNode[] = [
      { id: indsats, type: 'indsats', title: 'A', realises: [goal, elsewhere], children: [] },
      { id: goal, type: 'goal', title: 'B', children: [] },
    ]
    const read = readClipboard(only({ ...formatClipboard(nodes, strategiplan) }))
    const [first, second] = read.kind === 'nodes' ? read.nodes : []
    expect(first?.id).not.toBe(indsats)
    expect(second?.id).not.toBe(goal)
    expect(first?.realises).toEqual([second?.id, elsewhere])
  })

  test.each([
    ['no JSON', 'hej'],
    ['JSON of another kind', '{"version":2,"nodes":[]}'],
    ['an unknown type of node', '{"version":1,"nodes":[{"type":"plan","title":"A","children":[]}]}'],
    [
      'more than the node has',
      '{"version":1,"nodes":[{"type":"theme","title":"A","children":[],"script":1}]}',
    ],
    ['broken JSON', '{"version":1,'],
    ['nested without end', `{"version":1,"nodes":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    [
      'rich text without end',
      `{"version":1,"nodes":[{"type":"theme","title":"A","children":[],"text":${'[{"type":"bullets","items":[{"blocks":'.repeat(5000)}[]${'}]}]'.repeat(5000)}}]}`,
    ],
  ])('%s is refused, and the next type is read', (_, own) => {
    const content = { 'application/x-planvaerk': own, 'text/html': '<ul><li>Velfærd</li></ul>' }
    expect(readClipboard(only(content))).toEqual({ kind: 'blocks', blocks: [bullet(1, 'Velfærd')] })
  })

  test('plain text is read where there is no HTML, or none with text', () => {
    expect(readBlocks(only({ 'text/plain': 'Velfærd' }))).toEqual([text('Velfærd')])
    expect(readBlocks(only({ 'text/html': '<meta><img src=x>', 'text/plain': 'Velfærd' }))).toEqual([
      { kind: 'image' },
      text('Velfærd'),
    ])
    expect(readBlocks(only({}))).toEqual([])
  })
})

describe('what other programs get', () => {
  test('titles are a nested list, and lines with tabs', () => {
    const content = formatClipboard(titles, strategiplan)
    expect(content['text/html']).toContain(
      '<ul><li>Velfærd &amp; &lt;vækst&gt;<ul><li>Børn<ul><li>maj 2027: Alle med</li></ul></li></ul></li><li>Vækst</li></ul>',
    )
    expect(content['text/plain']).toBe('Velfærd & <vækst>\n\tBørn\n\t\tmaj 2027: Alle med\nVækst')
  })

  test('a node with a form is a heading and a table', () => {
    const content = formatClipboard([bidrag], maalaftale)
    expect(content['text/html']).toContain('<h1>Flere læser</h1><table border="1"><tr><td><b>Titel</b></td>')
    expect(content['text/plain'].split('\n')).toEqual([
      'Flere læser',
      '\tOphav:',
      '\t\tVision 2030',
      '\tKoordinator:',
      '\t\tCenter for By, Plan & Klima',
      '\tMålgruppe:',
      '\t\tBørn',
      '\t\tUnge',
      '\t\t15-17 år',
      '\tParametre:',
      '\t\tLæselyst: udgangspunkt 62 %, mål 75 %, ultimo 2028',
      '\tMilepæle:',
      '\t\t3. kvartal 2027: Ramme vedtaget (ansvarlig: Skolechefen)',
    ])
  })

  test('text and rows of a node without a table stand under its heading', () => {
    const node: PastedNode = {
      type: 'theme',
      title: 'Børn',
      text: [paragraph('Vi vil mere.')],
      fields: { ambition: [paragraph('Alle læser.')], 'gammel-raekke': [paragraph('X')] },
      children: [{ type: 'indsats', title: 'Læsning', children: [] }],
    }
    expect(formatClipboard([node], strategiplan)['text/html']).toContain(
      '<h1>Børn</h1><p>Vi vil mere.</p><p><b>Ambition:</b></p><p>Alle læser.</p><p><b>gammel-raekke:</b></p><p>X</p><h2>Læsning</h2>',
    )
  })

  test('back from a program that kept only the table, the node is as it was', () => {
    const html = formatClipboard([bidrag], maalaftale)['text/html'].replace(/ data-planvaerk="[^"]*"/, '')
    const blocks = readBlocks(only({ 'text/html': html }))
    const { nodes, notes } = toOutline(blocks, {
      template: maalaftale,
      parent: { type: 'section', sectionKey: 'egne-bidrag' },
    })
    expect(treeOf(nodes).toSorted()).toEqual(treeOf([bidrag]).toSorted())
    expect(notes).toEqual([])
  })

  test('back as lines of plain text, titles stand as deep as they did', () => {
    const plain = formatClipboard(titles, strategiplan)['text/plain']
    const { nodes } = toOutline(readBlocks(only({ 'text/plain': plain })), {
      template: strategiplan,
      parent: { type: 'section', sectionKey: 'udviklingsomraader' },
    })
    expect(treeOf(nodes)).toEqual([
      'theme: Velfærd & <vækst>',
      '  programme: Børn',
      '    indsats: maj 2027: Alle med',
      'theme: Vækst',
    ])
  })
})
