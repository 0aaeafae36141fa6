import { describe, expect, test } from 'vitest'
import { newId } from '../../db/model/ids.ts'
import { findNodes } from '../../db/queries/find-nodes.ts'
import { TitleIndex, type TitleQuery } from '../../db/titles.ts'
import { smallPlan } from '../support/small-outline.ts'

/** The small plan with these rows in B, a copy of it, and a search in both. */
function titled(...titles: readonly string[]) {
  const small = smallPlan()
  for (const [index, title] of titles.entries())
    small.insert('indsats', title, 'B', titles[index - 1] ?? null)
  const copyId = newId()
  small.workbook.execute({ type: 'plan.duplicate', id: small.planId, newId: copyId, title: 'Kopi' })
  const find = (query: string, rest: Partial<TitleQuery> = {}) =>
    findNodes(TitleIndex.of(small.workbook.db), { query, types: [], planId: null, limit: 100, ...rest })
  return { ...small, copyId, find }
}

describe('finding nodes by title', () => {
  test('first those that begin with the query, then words that do, then parts of words', () => {
    const { find, planId } = titled('Mistrivsel', 'Mere trivsel', 'Trivsel i skolen', '»Trivsel«')
    const found = find('trivs').filter((node) => node.planId === planId)
    expect(found.map(({ title }) => title)).toEqual([
      'Trivsel i skolen',
      '»Trivsel«',
      'Mere trivsel',
      'Mistrivsel',
    ])
  })

  test.each<[string, string, readonly string[]]>([
    ['all words must be in the title', 'tidl ops', ['Tidlig opsporing']],
    ['in any order', 'ops tidl', ['Tidlig opsporing']],
    ['folded', 'AARHUS', ['Ny skole i Århus']],
    ['nothing that is not there', 'xyzzy', []],
  ])('%s', (_name, query, expected) => {
    const { find, planId } = titled('Tidlig opsporing', 'Tidlig', 'Ny skole i Århus')
    expect(
      find(query)
        .filter((node) => node.planId === planId)
        .map(({ title }) => title),
    ).toEqual(expected)
  })

  test('among equals the own plan comes first, then the plans and their outlines in order', () => {
    const { find, planId, copyId } = titled('Skole 2', 'Skole 1', 'Ny skole')
    const places = (own: string | null) =>
      find('skole', { planId: own }).map((node) => [node.planTitle, node.title])
    expect(places(null)).toEqual([
      ['Målaftale', 'Skole 2'],
      ['Målaftale', 'Skole 1'],
      ['Kopi', 'Skole 2'],
      ['Kopi', 'Skole 1'],
      ['Målaftale', 'Ny skole'],
      ['Kopi', 'Ny skole'],
    ])
    expect(places(copyId)).toEqual([
      ['Kopi', 'Skole 2'],
      ['Kopi', 'Skole 1'],
      ['Målaftale', 'Skole 2'],
      ['Målaftale', 'Skole 1'],
      ['Kopi', 'Ny skole'],
      ['Målaftale', 'Ny skole'],
    ])
    expect(places(planId)).toEqual(places(null))
  })

  test('an empty query finds all, of the wanted types, up to the limit', () => {
    const { find, copyId } = titled()
    expect(find('').map(({ title }) => title)).toEqual(['A', 'a1', 'a2', 'B', 'C', 'A', 'a1', 'a2', 'B', 'C'])
    const some = find('', { types: ['indsats', 'bidrag'], limit: 3, planId: copyId })
    expect(some.map(({ planTitle, title, type }) => [planTitle, title, type])).toEqual([
      ['Kopi', 'a1', 'indsats'],
      ['Kopi', 'a2', 'bidrag'],
      ['Målaftale', 'a1', 'indsats'],
    ])
  })

  test('tells where a node stands', () => {
    const { find, insert, idOf, planId } = titled()
    insert('milestone', 'Vedtaget', 'a1')
    expect(find('vedtaget')).toEqual([
      {
        id: idOf('Vedtaget'),
        planId,
        planTitle: 'Målaftale',
        type: 'milestone',
        title: 'Vedtaget',
        path: ['A', 'a1'],
      },
    ])
  })
})
