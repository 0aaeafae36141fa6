import { describe, expect, test } from 'vitest'
import type { PlanRecord, Records } from '../../../db/model/records.ts'
import { kommissorium } from '../../../db/model/template/built-in/kommissorium.ts'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'
import { politiskGrundlag } from '../../../db/model/template/built-in/politisk-grundlag.ts'
import { strategiplan } from '../../../db/model/template/built-in/strategiplan.ts'
import type { Template } from '../../../db/model/template/template.ts'
import { type Badges, badgesOf } from '../../../renderer/outline/model/badges.ts'
import { numbersOf, RowContents } from '../../../renderer/outline/model/row-content.ts'
import { applyChanges, type Mirror } from '../../../renderer/state/mirror.ts'
import { fieldIn, mirrorIn } from './shorthand.ts'

const badges = (mirror: Mirror, id: string, template: Template = maalaftale): Badges =>
  badgesOf({ mirror, template, period: { from: 2027, to: 2029 }, today: '2027-06-15' }, id)

const milestone = (id: string, whenText: string | null): Records['milestone'] => ({
  id,
  whenText,
  responsible: null,
})

describe('missing', () => {
  test('an empty indsats lacks the rows that its form always shows', () => {
    // Ophav, Beskrivelse, Afsæt, Målgruppe, Effekt, Organisering, Økonomi
    expect(badges(mirrorIn('I a'), 'I a').missing).toBe(7)
  })

  test('what is written, chosen or measured is not missing', () => {
    const mirror = mirrorIn('B a\n  m 1\n  i 1', {
      fields: [fieldIn('B a', 'effekt'), fieldIn('B a', 'oekonomi'), fieldIn('B a', 'problem', '')],
      coordinators: [{ id: 'c', nodeId: 'B a', unitId: 'u', pos: 'a' }],
    })
    // Of twelve: Effekt, Økonomi, Koordinator, Parametre and Milepæle are there.
    expect(badges(mirrorIn('B a'), 'B a').missing).toBe(12)
    expect(badges(mirror, 'B a').missing).toBe(7)
  })

  test('the text of a composed row counts as well as what it is composed of', () => {
    const mirror = mirrorIn('B a', { fields: [fieldIn('B a', 'milepaele')] })
    expect(badges(mirror, 'B a').missing).toBe(11)
  })

  test.each([
    ['a section without text or rows', 'S a', 1],
    ['a section with rows', 'S a\n  I b', 0],
    ['the user’s section that the template does not know', 'S a (fjernet)', 1],
  ])('%s', (_, lines, missing) => {
    expect(badges(mirrorIn(lines), 'S a').missing).toBe(missing)
  })

  test('a section with text, or whose table is made of the plan, lacks nothing', () => {
    expect(badges(mirrorIn('S a', { fields: [fieldIn('S a', 'text')] }), 'S a').missing).toBe(0)
    expect(badges(mirrorIn('S a (bilag-oversigt)'), 'S a', strategiplan).missing).toBe(0)
  })

  test('milestones and types that the plan kind does not use lack nothing', () => {
    expect(badges(mirrorIn('B a\n  m 1'), 'm 1').missing).toBe(0)
    expect(badges(mirrorIn('T a'), 'T a').missing).toBe(0)
  })
})

describe('time', () => {
  test.each<[name: string, times: readonly (string | null)[], next: string | null]>([
    [
      'the next that is not past, as written',
      ['1. maj 2027', 'ultimo 2028', '3. kvartal 2027'],
      '3. kvartal 2027',
    ],
    ['one whose period is not over', ['2. kvartal 2027', '2028'], '2. kvartal 2027'],
    ['the one that ends first', ['2027', '1. oktober 2027'], '1. oktober 2027'],
    ['nothing that is past', ['1. maj 2027'], null],
    ['nothing that goes on all the time or is not understood', ['løbende', 'når tiden er inde', null], null],
    ['one without an end only where there is no other', ['fra 2028', '2029'], '2029'],
  ])('of a node is that of its milestones: %s', (_, times, next) => {
    const lines = times.map((_time, index) => `  m ${index}`)
    const milestones = times.map((time, index) => milestone(`m ${index}`, time))
    expect(badges(mirrorIn(['I a', ...lines].join('\n'), { milestones }), 'I a').when).toBe(next)
  })

  test('of a milestone is its own, past or not', () => {
    const mirror = mirrorIn('I a\n  m 1', { milestones: [milestone('m 1', 'maj 2020')] })
    expect(badges(mirror, 'm 1').when).toBe('maj 2020')
  })
})

describe('measure', () => {
  test.each([
    [{ baseline: '71', target: '80', unit: '%' }, '71 → 80 %'],
    [{ baseline: null, target: '80', unit: '%' }, '80 %'],
    [{ baseline: '3,4', target: '4,0', unit: null }, '3,4 → 4,0'],
    [{ baseline: null, target: null, unit: '%' }, null],
  ])('%j: %s', (values, measure) => {
    const mirror = mirrorIn('B a\n  i 1', { indicators: [{ id: 'i 1', whenText: null, ...values }] })
    expect(badges(mirror, 'i 1').measure).toBe(measure)
  })
})

describe('count', () => {
  test('of the kind that there are most of, sections left out', () => {
    const mirror = mirrorIn('S a\n  S b\n  S c\n  I d\n  B e\n  B f')
    expect(badges(mirror, 'S a')).toMatchObject({ count: 2, counted: 'bidrag' })
    expect(badges(mirror, 'S b')).toMatchObject({ count: 0, counted: null })
  })

  test('of bidrag from other plans, each once', () => {
    const from = (fromId: string) => ({
      nodeId: 'I a',
      fromId,
      planId: 'p',
      planTitle: 'Målaftale',
      unit: 'Skolen',
      title: fromId,
    })
    const mirror = mirrorIn('I a\n  I b', { contributors: [from('x'), from('y'), from('x')] })
    expect(badges(mirror, 'I a')).toMatchObject({ count: 2, counted: 'bidrag' })
  })

  test('of indsatser in other plans that realise a goal', () => {
    const contributors = [
      { nodeId: 'G a', fromId: 'x', planId: 'p', planTitle: 'Målaftale', unit: 'Skolen', title: 'x' },
    ]
    const mirror = mirrorIn('G a\n  G b', { contributors })
    expect(badges(mirror, 'G a', politiskGrundlag)).toMatchObject({ count: 1, counted: 'indsats' })
  })
})

test('the light is that of the latest round', () => {
  const mirror = mirrorIn('I a', {
    statuses: [{ id: 's', nodeId: 'I a', roundId: 'r', light: 'yellow', doc: [] }],
  })
  expect(badges(mirror, 'I a').light).toBe('yellow')
})

describe('numbers', () => {
  test('are those of the document: annexes and, where the template says so, sections', () => {
    const mirror = mirrorIn('S Formål\nS Bilaget (bilag-oversigt)\nS Bilag 7: Kort (bilag-oversigt)')
    expect(numbersOf(mirror, strategiplan)).toEqual(
      new Map([
        ['S Bilaget', 'Bilag 1:'],
        ['S Bilag 7: Kort', 'Bilag 2:'],
      ]),
    )
    const numbered = { ...kommissorium, document: { ...kommissorium.document, numbered: true } }
    expect(numbersOf(mirrorIn('S Formål\n  S Under\nS Hvad'), numbered)).toEqual(
      new Map([
        ['S Formål', '1.'],
        ['S Hvad', '2.'],
      ]),
    )
  })
})

describe('the content of rows', () => {
  const plan = { periodFrom: 2027, periodTo: 2029 } as PlanRecord
  const source = (mirror: Mirror) => ({ mirror, template: maalaftale, plan, today: '2027-06-15' })

  test('stays the same value for a row that an edit does not concern', () => {
    const mirror = mirrorIn('I a\nI b')
    const contents = new RowContents()
    const [a, b] = [contents.of(source(mirror), 'I a'), contents.of(source(mirror), 'I b')]
    const node = mirror.nodes.get('I a') ?? null
    const renamed = applyChanges(mirror, [
      { table: 'node', id: 'I a', before: node, after: node && { ...node, title: 'I nyt' } },
    ])
    expect(contents.of(source(renamed), 'I a')).toMatchObject({ ...a, title: 'I nyt' })
    expect(contents.of(source(renamed), 'I b')).toBe(b)
  })

  test('of a row that is gone is nothing', () => {
    expect(new RowContents().of(source(mirrorIn('I a')), 'I b')).toBeUndefined()
  })
})
