import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, wordsOf } from '../../db/model/search/fold.ts'
import { SearchIndex } from '../../db/search.ts'
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
          `SELECT title AS text FROM node UNION ALL
           SELECT (SELECT group_concat(atom, ' ') FROM json_tree(doc) WHERE key = 'text') FROM field`,
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
    const [id = ''] = workbook.import([incoming(plan)], { replace: false })
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
})
