import { describe, expect, test } from 'vitest'
import { countLights, followedUp } from '../../../db/model/overview/follow-up.ts'
import {
  type GoalBranch,
  gapsOf,
  goalCounts,
  goalTree,
  nextMilestone,
} from '../../../db/model/overview/goal-tree.ts'
import { overviewOf } from '../../../db/model/overview/overview.ts'
import { unitSummaries } from '../../../db/model/overview/units.ts'
import { adding, type Book, link, milestone, node, soundBook, templates, withRows } from './small-book.ts'

const of = ({ rows, plans }: Book) => overviewOf(rows, plans)

/** `goal(indsats(bidrag))`, a gap with `!`. */
const drawn = (tree: readonly GoalBranch[]): string =>
  tree
    .map(({ what, children, isGap }) => {
      const name = what.kind === 'node' ? what.node.id : what.kind === 'plan' ? what.plan.id : 'loose'
      return `${name}${isGap ? '!' : ''}${children.length === 0 ? '' : `(${drawn(children)})`}`
    })
    .join(' ')

describe('the goals', () => {
  test('each with the indsatser that realise it, and the bidrag to them', () => {
    expect(drawn(goalTree(of(soundBook)))).toBe('goals(goal(indsats(bidrag)))')
  })

  const rich = adding(
    soundBook,
    [
      node('section', 'visions', 'goals'),
      node('goal', 'lonely', 'goals', { parentId: 'visions' }),
      node('goal', 'part', 'goals', { parentId: 'goal' }),
      node('section', 'words', 'goals'),
      node('indsats', 'decided', 'goals', { parentId: 'words' }),
      node('indsats', 'loose', 'south'),
      node('indsats', 'loose part', 'south', { parentId: 'loose' }),
      node('indsats', 'both', 'north'),
      node('bidrag', 'below', 'north', { parentId: 'both' }),
    ],
    [
      link('both', 'realises', 'goal'),
      link('both', 'realises', 'part'),
      link('bidrag', 'contributesTo', 'both'),
    ],
  )

  test('an indsats stands under every goal it realises; what realises a goal realises its parts', () => {
    expect(drawn(goalTree(of(rich)))).toBe(
      'goals(goal(indsats(bidrag) both(bidrag below) part(both(bidrag below))) visions(lonely!)) ' +
        'loose(south(loose!(loose part)))',
    )
  })

  test('the gaps alone, with the way to them', () => {
    expect(drawn(gapsOf(goalTree(of(rich))))).toBe('goals(visions(lonely!)) loose(south(loose!))')
    expect(goalCounts(goalTree(of(rich)))).toEqual({ goals: 3, goalsWithout: 1, loose: 1 })
  })

  test('no two branches have one key', () => {
    const keys = (tree: readonly GoalBranch[]): readonly string[] =>
      tree.flatMap(({ key, children }) => [key, ...keys(children)])
    const all = keys(goalTree(of(rich)))
    expect(new Set(all).size).toBe(all.length)
  })

  test('nothing without goals: then nothing is missing', () => {
    const bare = withRows(soundBook, { nodes: soundBook.rows.nodes.filter(({ type }) => type !== 'goal') })
    expect(goalTree(of(bare))).toEqual([])
  })

  test('the next milestone is the first that is not past', () => {
    const book = withRows(soundBook, {
      milestones: ['2029', 'løbende', 'marts 2028', 'april 2027'].map((time, index) =>
        milestone(`${index}`, 'south', 'bidrag', time),
      ),
    })
    const bidrag = node('bidrag', 'bidrag', 'south')
    expect(nextMilestone(of(book), bidrag, '2027-11-01')).toBe('marts 2028')
    expect(nextMilestone(of(book), bidrag, '2030-01-01')).toBeNull()
  })
})

describe('follow-up', () => {
  test('is of indsatser, bidrag and milestones, as the outline is read', () => {
    const book = withRows(soundBook, { statuses: [{ nodeId: 'bidrag', light: 'red' }] })
    const rows = followedUp(of(book))
    expect(rows.map(({ part, level, when, light }) => [part.id, level, when, light])).toEqual([
      ['indsats', 0, null, null],
      ['bidrag', 0, null, 'red'],
      ['milestone', 1, 'marts 2028', null],
    ])
    expect(countLights(rows)).toEqual({ 'not-started': 0, green: 0, yellow: 0, red: 1, done: 0, none: 2 })
  })

  test('a milestone of what is not followed up itself stands alone', () => {
    const book = withRows(soundBook, { milestones: [milestone('m', 'north', 'role', null)] })
    expect(followedUp(of(book)).map(({ part, level }) => [part.id, level])).toContainEqual(['m', 0])
  })
})

test('units are sorted as in Danish, with what they coordinate and give', () => {
  const units = ['Økonomi', 'Aarhus', 'Ældre', 'Zoo'].map((name) => ({
    id: name,
    parentId: null,
    pos: 'a0',
    kind: 'enhed',
    name,
  }))
  const book = {
    ...withRows(soundBook, {
      coordinators: [
        { nodeId: 'indsats', unitId: 'Zoo' },
        { nodeId: 'indsats', unitId: 'Økonomi' },
      ],
    }),
    plans: soundBook.plans.map((plan) => ({ ...plan, unitId: plan.id === 'south' ? 'Ældre' : 'Økonomi' })),
  }
  const shown = unitSummaries(of(book), units, templates).map(({ unit, plans, coordinated, bidrag }) => [
    unit.name,
    plans,
    coordinated,
    bidrag,
  ])
  expect(shown).toEqual([
    ['Zoo', 0, 1, 0],
    ['Ældre', 1, 0, 1],
    ['Økonomi', 2, 1, 0],
    ['Aarhus', 0, 0, 0],
  ])
})
