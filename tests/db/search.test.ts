import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../db/model/changes.ts'
import { AppError } from '../../db/model/errors.ts'
import { fold, wordsOf } from '../../db/model/search/fold.ts'
import { SearchIndex } from '../../db/search.ts'
import type { Workbook } from '../../db/workbook.ts'
import { choices, randomCommand } from '../support/random-commands.ts'
import { smallPlan } from '../support/small-outline.ts'
import { exampleFiles, incoming, newWorkbook, readJson } from '../support/workbooks.ts'

describe('folding', () => {
  test.each([
    ['ÆBLE', 'æble'],
    ['Aarhus', 'århus'],
    ['År', 'år'],
    ['a\u030Ar', 'år'],
    ['Händel', 'hændel'],
    ['Malmö', 'malmø'],
    ['Idé', 'ide'],
    ['allé', 'alle'],
    ['sam\u00ADarbejde', 'samarbejde'],
  ])('%s is searched as %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test.each([
    ['får', 'far'],
    ['køre', 'kore'],
    ['læse', 'lase'],
  ])('%s is another word than %s', (one, other) => {
    expect(fold(one)).not.toBe(fold(other))
  })

  test('folding twice is folding once, and case does not count', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(wordsOf(text).every((word) => fold(word) === word)).toBe(true)
      }),
    )
  })
})

describe('search in the example', () => {
  const example = () => {
    const workbook = newWorkbook()
    workbook.import(exampleFiles.map(readJson).map(incoming), { replace: false })
    return { workbook, index: SearchIndex.of(workbook.db) }
  }

  test('finds a part inside compounds, and every place that a plain scan of the texts finds', () => {
    const { workbook, index } = example()
    for (const part of ['fravær', 'trivsel', 'kystsik', 'ø', 'Bidrag', '%', 'å', 'milepæl']) {
      const { hits, total } = index.search(part, 100_000)
      const scanned = workbook.db
        .prepare<[], { text: string }>(
          `SELECT title AS text FROM node UNION ALL SELECT title FROM plan UNION ALL
           SELECT (SELECT group_concat(atom, ' ') FROM json_tree(doc) WHERE key = 'text') FROM field UNION ALL
           SELECT ifnull(plain, (SELECT group_concat(atom, ' ') FROM json_tree(rich) WHERE key = 'text')) FROM cover
           UNION ALL SELECT whenText FROM milestone UNION ALL SELECT responsible FROM milestone
           UNION ALL SELECT unit FROM indicator UNION ALL SELECT baseline FROM indicator
           UNION ALL SELECT target FROM indicator UNION ALL SELECT whenText FROM indicator`,
        )
        .all()
        .filter(
          ({ text }) =>
            wordsOf(part).length > 0 && wordsOf(text ?? '').some((word) => word.includes(fold(part))),
        )
      expect({ part, total }).toEqual({ part, total: scanned.length })
      expect(hits).toHaveLength(total)
    }
    expect(index.search('fravær').total).toBeGreaterThan(20)
  })

  test('several words must all stand in the same text', () => {
    const { workbook, index } = example()
    const { hits } = index.search('tidlig opsporing')
    expect(hits.length).toBeGreaterThan(0)
    const titles = hits
      .filter(({ key }) => key === null)
      .map(({ nodeId }) => workbook.db.prepare('SELECT title FROM node WHERE id = ?').pluck().get(nodeId))
    expect(titles).toContain('Tidlig opsporing af børn i mistrivsel')
  })

  test('nothing, and what is not there, finds nothing', () => {
    const { index } = example()
    expect(index.search('')).toEqual({ hits: [], total: 0 })
    expect(index.search('»–«')).toEqual({ hits: [], total: 0 })
    expect(index.search('xyzzyq').total).toBe(0)
  })

  test('a limit cuts the list but not the count', () => {
    const { index } = example()
    const all = index.search('og', 10_000)
    expect(index.search('og', 3)).toEqual({ hits: all.hits.slice(0, 3), total: all.total })
  })

  test('a word that is half bold is one word', () => {
    const workbook = newWorkbook()
    const plan = readJson(exampleFiles[1] ?? '')
    const [id = ''] = workbook.import([incoming(plan)], { replace: false }).ids
    const node = String(workbook.db.prepare('SELECT id FROM node WHERE planId = ? LIMIT 1').pluck().get(id))
    const doc = [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'kvæst' },
          { type: 'text', text: 'urxerne', bold: true },
        ],
      },
    ] as const
    workbook.execute({
      type: 'field.write',
      nodeId: node,
      key: 'text',
      doc: [...doc].map((block) => ({ ...block, content: [...block.content] })),
    })
    expect(SearchIndex.of(workbook.db).search('stur').hits).toEqual([
      { planId: id, nodeId: node, key: 'text' },
    ])
  })

  test('stand in the order of plans and outlines, in each node the title first', () => {
    const { workbook, index } = example()
    const { hits } = index.search('trivsel', 10_000)
    const order = index.titles.plans.flatMap(({ id }) => [
      `${id} `,
      ...index.titles.outline(id).map((node) => `${id} ${node.id}`),
    ])
    const places = hits.map((hit) => order.indexOf(`${hit.planId} ${hit.nodeId ?? ''}`))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(new Set(hits.map(({ planId }) => planId)).size).toBeGreaterThan(1)
    const titles = hits.filter((hit, at) => hit.key === null && places[at] === places[at - 1])
    expect(titles).toEqual([])
    expect(workbook.plans.map(({ id }) => id)).toEqual(index.titles.plans.map(({ id }) => id))
  })
})

describe('an index that follows the edits', () => {
  /** The same as one that is made anew: its titles, and what it finds for these and some words. */
  const expectUpToDate = (index: SearchIndex, workbook: Workbook, queries: readonly string[]) => {
    const anew = SearchIndex.of(workbook.db)
    expect(index.titles.plans).toEqual(anew.titles.plans)
    for (const { id } of anew.titles.plans) {
      expect(index.titles.outline(id)).toEqual(anew.titles.outline(id))
    }
    for (const query of queries) expect(index.search(query, 1e6)).toEqual(anew.search(query, 1e6))
  }
  const words = ['a', 'e', '1', 'trivsel', 'leg', 'ultimo', 'center', 'hjem 1', 'direktion']

  test('finds what one finds that is made anew, after any commands, undos and redos', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), choices), { minLength: 20, maxLength: 80 }), (steps) => {
        const workbook = newWorkbook()
        const index = SearchIndex.of(workbook.db)
        for (const [step, choice] of steps) {
          const edit = [() => workbook.undo(), () => workbook.redo()][step]
          const changes = attempt(edit ?? (() => workbook.execute(randomCommand(workbook, choice))))
          index.apply(changes)
          index.search(words[(choice[0] ?? 0) % words.length] ?? '')
        }
        expectUpToDate(index, workbook, words)
        workbook.close()
      }),
      { numRuns: 60 },
    )
  })

  test('forgets and learns the same words again and again', () => {
    const { workbook, insert, idOf } = smallPlan()
    const titles = ['x1', 'x2', 'x3', 'x4', 'x5']
    for (const title of titles) insert('indsats', title, 'B')
    const index = SearchIndex.of(workbook.db)
    const steps = fc.sample(fc.tuple(fc.nat(4), fc.boolean()), { numRuns: 100, seed: 7 })
    for (const [node, common] of steps) {
      const title = `${titles[node]}${common ? ' hvirvel' : ''}`
      index.apply(workbook.execute({ type: 'node.rename', id: idOf(titles[node] ?? ''), title }).changes)
      expectUpToDate(index, workbook, ['hvirvel'])
    }
  })

  test('also when the plans are read one by one while edits go on', () => {
    const workbook = newWorkbook()
    workbook.import(exampleFiles.map(readJson).map(incoming), { replace: false })
    const index = SearchIndex.begin(workbook.db)
    const ids = workbook.plans.map(({ id }) => id)
    const [first = '', second = '', third = ''] = ids
    const read = (id: string) => () => {
      index.addPlan(workbook.db, id)
      return []
    }
    const remove = (id: string) => () => workbook.execute({ type: 'plan.delete', id }).changes
    const events: Readonly<Record<number, () => readonly Change[]>> = {
      50: read(first),
      100: remove(second),
      110: read(second),
      120: remove(third),
      121: () => workbook.undo().changes,
    }
    for (const [count, draw] of fc.sample(choices, { numRuns: 300, seed: 7 }).entries()) {
      const edit = () => workbook.execute(randomCommand(workbook, draw))
      index.apply(events[count]?.() ?? attempt(edit))
    }
    for (const id of ids) read(id)()
    expectUpToDate(index, workbook, ['trivsel', 'fravær', 'o', 'kvartal', 'bidrag'])
  })

  function attempt(edit: () => { readonly changes: readonly Change[] }): readonly Change[] {
    try {
      return edit().changes
    } catch (error) {
      expect(error).toBeInstanceOf(AppError)
      return []
    }
  }
})
