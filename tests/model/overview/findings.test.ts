import { describe, expect, test } from 'vitest'
import { type Finding, qualityRules } from '../../../db/model/overview/finding.ts'
import { findingsOf } from '../../../db/model/overview/findings.ts'
import { overviewTexts } from '../../../db/model/texts/window/overview.ts'
import { overviewRows } from '../../../db/queries/overview.ts'
import { exampleFiles, incoming, newWorkbook, readJson } from '../../support/workbooks.ts'
import {
  adding,
  type Book,
  link,
  node,
  plan,
  soundBook,
  templates,
  withNode,
  without,
  withRows,
  withTime,
} from './small-book.ts'

const found = ({ rows, plans }: Book, today = '2027-11-01'): readonly Finding[] =>
  findingsOf(rows, plans, templates, today)

/** `rule part → place: what it is about` */
const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ rule, part, place, about }) =>
    [`${rule} ${part.id} → ${place}`, ...(about.length === 0 ? [] : [about.join(', ')])].join(': '),
  )

const filledIn = (id: string): readonly string[] =>
  soundBook.rows.nodes.find((each) => each.id === id)?.filled ?? []

const rowsWithout = (id: string, ...keys: readonly string[]): Book =>
  withNode(soundBook, id, { filled: filledIn(id).filter((key) => !keys.includes(key)) })

const unmeasured = (id: string): Book => withNode(rowsWithout(id, 'parametre'), id, { indicators: 0 })

/** An indsats or bidrag that is filled in as those of the book. */
const filled = (type: 'indsats' | 'bidrag', id: string, planId: string, parentId: string | null = null) =>
  node(type, id, planId, { parentId, filled: filledIn(type), indicators: 1, milestones: 1 })

const rules: readonly (readonly [what: string, book: Book, finding: string])[] = [
  [
    'rows that the form asks for are empty: one finding with their labels',
    rowsWithout('indsats', 'maalgruppe', 'oekonomi'),
    'empty-rows indsats → field:maalgruppe: Målgruppe, Økonomi',
  ],
  [
    'nobody coordinates and the row says nothing',
    withRows(rowsWithout('bidrag', 'koordinator'), { coordinators: [] }),
    'empty-rows bidrag → field:=bidrag/coordinators: Koordinator',
  ],
  [
    'no milestones, though the form asks for them',
    withRows(withNode(rowsWithout('bidrag', 'milepaele'), 'bidrag', { milestones: 0 }), { milestones: [] }),
    'empty-rows bidrag → field:milepaele: Milepæle',
  ],
  ['an effect that nothing measures', unmeasured('indsats'), 'unmeasured-effect indsats → field:parametre'],
  [
    'an effect that nothing measures where the form asks for it: told once',
    unmeasured('bidrag'),
    'unmeasured-effect bidrag → field:parametre',
  ],
  ['a milestone without a time', withTime(soundBook, null), 'no-time milestone → field:=milestone/whenText'],
  ['a milestone with blanks', withTime(soundBook, '  '), 'no-time milestone → field:=milestone/whenText'],
  [
    'a time that is not understood',
    withTime(soundBook, 'når vi er klar'),
    'unclear-time milestone → field:=milestone/whenText: når vi er klar',
  ],
  [
    'a time without its year',
    withTime(soundBook, 'ultimo'),
    'no-year milestone → field:=milestone/whenText: ultimo',
  ],
  [
    'a time after the period',
    withTime(soundBook, 'marts 2030'),
    'outside-period milestone → field:=milestone/whenText: marts 2030',
  ],
  [
    'a deadline after the period',
    withTime(soundBook, 'senest 1. juni 2030'),
    'outside-period milestone → field:=milestone/whenText: senest 1. juni 2030',
  ],
  [
    'a time that is past, and nobody has said how it went',
    withTime(soundBook, 'september 2027'),
    'past-without-status milestone → field:=milestone/whenText: september 2027',
  ],
  [
    'no goal stands behind one of several indsatser',
    adding(soundBook, [filled('indsats', 'other', 'north')], [link('bidrag', 'contributesTo', 'other')]),
    'no-goal other → field:=other/realises',
  ],
  [
    'no goal stands behind the only indsats',
    without(soundBook, 'indsats realises goal'),
    'no-goal indsats → field:=indsats/realises',
  ],
  [
    'a plan that is not linked to the goals at all: one finding with the number',
    withRows(soundBook, {
      nodes: [
        ...soundBook.rows.nodes,
        node('indsats', 'a', 'yearly'),
        node('indsats', 'b', 'yearly'),
        node('indsats', 'c', 'yearly', { parentId: 'b' }),
      ],
    }),
    'no-goal a → field:=a/realises: 3',
  ],
  [
    'nobody contributes to an indsats that others may contribute to',
    withRows(adding(soundBook, [filled('indsats', 'alone', 'north')]), {
      links: [...soundBook.rows.links, link('alone', 'realises', 'goal')],
    }),
    'no-bidrag alone → row',
  ],
  [
    'a bidrag that serves nothing',
    adding(soundBook, [filled('bidrag', 'stray', 'south')]),
    'no-indsats stray → field:=stray/contributesTo',
  ],
  [
    'references to plans that are not here: one finding',
    withRows(soundBook, {
      links: [
        ...soundBook.rows.links,
        link('indsats', 'realises', 'x/1'),
        link('indsats', 'realises', 'x/2'),
      ],
    }),
    'open-reference indsats → field:=indsats/realises: x/1, x/2',
  ],
  [
    'a coordinator who does not have the indsats in its plan',
    withRows(soundBook, { coordinators: [{ nodeId: 'bidrag', unitId: 'unit of south' }] }),
    'other-coordinator bidrag → field:=bidrag/coordinators: indsats',
  ],
  ['an empty section', withNode(soundBook, 'intro', { filled: [] }), 'empty-section intro → field:text'],
  ['a row without a title', withNode(soundBook, 'role', { title: ' ' }), 'untitled role → title@0'],
  [
    'a milestone without a title',
    withRows(soundBook, { milestones: soundBook.rows.milestones.map((each) => ({ ...each, title: '' })) }),
    'untitled milestone → title@0',
  ],
]

describe('the quality rules', () => {
  test('find nothing where all is as it should be', () => {
    expect(told(found(soundBook))).toEqual([])
  })

  test.each(rules)('%s', (_what, book, finding) => {
    const plans = [...book.plans, plan('yearly', 'handleplan')]
    expect(told(found({ ...book, plans }))).toEqual([finding])
  })

  test('each is tried here, and tells what it finds in Danish', () => {
    const tried = rules.flatMap(([, book]) =>
      found({ ...book, plans: [...book.plans, plan('yearly', 'handleplan')] }),
    )
    expect(new Set(tried.map(({ rule }) => rule))).toEqual(new Set(qualityRules))
    for (const { rule, about } of tried) {
      expect(overviewTexts.quality.rules[rule].says(about)).toMatch(/^\p{Lu}|^»/u)
    }
  })
})

describe('what only looks like a fault is none', () => {
  const sound: readonly (readonly [what: string, book: Book])[] = [
    ['a measure told in words', withNode(soundBook, 'indsats', { indicators: 0 })],
    ['a row that is only there when it is filled', rowsWithout('indsats', 'milepaele')],
    [
      'a past time with a status',
      {
        ...withTime(soundBook, 'september 2027'),
        rows: {
          ...withTime(soundBook, 'september 2027').rows,
          statuses: [{ nodeId: 'milestone', light: 'done' }],
        },
      },
    ],
    ['what goes on all the time', withTime(soundBook, 'løbende')],
    ['the whole period', withTime(soundBook, 'i aftaleperioden')],
    ['a span that reaches beyond the period', withTime(soundBook, '2028-2031')],
    ['a deadline on the last day', withTime(soundBook, 'inden udgangen af 2029')],
    [
      'an indsats below one that a goal stands behind',
      adding(
        soundBook,
        [filled('indsats', 'part', 'north', 'indsats')],
        [link('bidrag', 'contributesTo', 'part')],
      ),
    ],
    [
      'bidrag to a part of the indsats',
      adding(
        without(soundBook, 'bidrag contributesTo indsats'),
        [filled('indsats', 'part', 'north', 'indsats')],
        [link('bidrag', 'contributesTo', 'part')],
      ),
    ],
    [
      'a workbook without goals',
      withRows(without(soundBook, 'indsats realises goal'), {
        nodes: soundBook.rows.nodes.filter(({ type }) => type !== 'goal'),
        links: soundBook.rows.links.filter(({ kind }) => kind !== 'realises'),
      }),
    ],
    [
      'a coordinator that the indsats itself names',
      withRows(soundBook, {
        coordinators: [
          { nodeId: 'bidrag', unitId: 'unit of south' },
          { nodeId: 'indsats', unitId: 'unit of south' },
        ],
      }),
    ],
  ]
  test.each(sound)('%s', (_what, book) => {
    expect(told(found(book))).toEqual([])
  })
})

test('findings come plan by plan, as the outline is read', () => {
  const book = withNode(withNode(withTime(soundBook, null), 'bidrag', { title: '' }), 'intro', { title: '' })
  expect(told(found(book)).map((line) => line.split(' →')[0])).toEqual([
    'untitled intro',
    'untitled bidrag',
    'no-time milestone',
  ])
})

test('the example, which is written with care, has none', () => {
  const workbook = newWorkbook()
  workbook.import(exampleFiles.map(readJson).map(incoming), { replace: false })
  const { plans, db } = workbook
  const known = new Map(workbook.templates.map((template) => [template.key, template]))
  expect(told(findingsOf(overviewRows(db), plans, known, '2026-11-22'))).toEqual([])
})
