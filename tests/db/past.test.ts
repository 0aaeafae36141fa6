import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../db/model/errors.ts'
import { tableNames } from '../../db/model/records.ts'
import { relationOf } from '../../db/queries/branches.ts'
import { Past } from '../../db/queries/past.ts'
import { layouts, type Row } from '../../db/tables.ts'
import type { Workbook } from '../../db/workbook.ts'
import { changed, dotsOf } from '../support/history-words.ts'
import { type Choices, choices, randomCommand } from '../support/random-commands.ts'
import { planToTypeIn, rename, write } from '../support/typist.ts'
import { reopen } from '../support/workbooks.ts'

/** Every row of the workbook, by table and id. */
type State = ReadonlyMap<string, Row>

function rowsOf(workbook: Workbook): State {
  return new Map(
    tableNames.flatMap((table) =>
      workbook.db
        .prepare<[], Row>(`SELECT * FROM ${table}`)
        .all()
        .map((row) => [`${table} ${row.id}`, row] as const),
    ),
  )
}

const lastTxn = (workbook: Workbook): number =>
  Number(workbook.db.prepare('SELECT max(rid) FROM txn').pluck().get())

function step(workbook: Workbook, [kind = 0, ...others]: Choices): void {
  try {
    if (kind % 10 === 0) workbook.undo()
    else if (kind % 10 === 1) workbook.redo()
    else workbook.execute(randomCommand(workbook, [kind, ...others]))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

/** Of several changes of a row in one transaction, the first knows what was before and the last what came after. */
function checkTxn(past: Past, txnRid: number, before: State, after: State): number {
  const changes = past.changesOf(txnRid, -1)
  for (const rows of Map.groupBy(changes, ({ table, rowId }) => `${table} ${rowId}`).entries()) {
    const [key, [first, ...others]] = rows
    const last = others.at(-1) ?? first
    if (!first || !last) continue
    for (const column of layouts[first.table].columns) {
      expect(past.before(first, column)).toEqual(before.get(key)?.[column])
      expect(past.after(last, column)).toEqual(after.get(key)?.[column])
    }
  }
  return changes.length
}

test('what the history says of before and after is what was there, whatever was done since', () => {
  let checked = 0
  fc.assert(
    fc.property(fc.array(choices, { minLength: 40, maxLength: 90 }), (draws) => {
      const { workbook } = planToTypeIn()
      const states = new Map([[lastTxn(workbook), rowsOf(workbook)]])
      for (const draw of draws) {
        step(workbook, draw)
        states.set(lastTxn(workbook), rowsOf(workbook))
      }
      const past = new Past(workbook.db)
      let before: State | null = null
      for (const [rid, after] of states) {
        if (before) checked += checkTxn(past, rid, before, after)
        before = after
      }
      workbook.close()
    }),
    { numRuns: 20 },
  )
  expect(checked).toBeGreaterThan(1000)
})

/** Two people who begin with the same workbook, of which the indsats is called »Fælles«. */
function twoPeople() {
  const begun = planToTypeIn()
  const { place, clock, indsats } = begun
  begun.workbook.execute(rename(indsats, 'Fælles'))
  begun.workbook.save()
  begun.workbook.close()
  const mine = reopen(place)
  const hers = reopen({ ...place, person: { who: 'Bo', machine: 'pc-2' } })
  const named = (workbook: Workbook, ...titles: readonly string[]): void => {
    for (const title of titles) {
      clock.wait(60_000)
      workbook.execute(rename(indsats, title))
    }
  }
  const meet = (): void => {
    hers.save()
    mine.merge(place.file)
  }
  const titles = (): readonly string[] =>
    dotsOf(mine, { of: 'node', nodeId: indsats })
      .flatMap((dot) => changed(mine, { of: 'node', nodeId: indsats }, dot))
      .filter((line) => line.includes('node.title'))
      .map((line) => line.replace(/^.*node\.title: /, ''))
  return { indsats, mine, hers, named, meet, titles }
}

describe('where somebody else worked at the same time', () => {
  test('she is told as she wrote it, and the merge by what it took from her', () => {
    const { indsats, mine, hers, named, meet, titles } = twoPeople()
    mine.execute(write(indsats, 'Min effekt'))
    named(hers, 'Hendes', 'Hendes igen')
    meet()
    named(mine, 'Efter')
    expect(titles()).toEqual([
      'Hendes igen → Efter',
      'Fælles → Hendes igen',
      'Hendes → Hendes igen',
      'Fælles → Hendes',
      'Tidlig indsats → Fælles',
    ])
  })

  test('what I wrote before is told as I wrote it, though hers stands behind it', () => {
    const { indsats, mine, hers, named, meet, titles } = twoPeople()
    named(mine, 'Mit', 'Mit igen')
    hers.execute(write(indsats, 'Hendes effekt'))
    meet()
    expect(titles()).toEqual(['Mit → Mit igen', 'Fælles → Mit', 'Tidlig indsats → Fælles'])
  })

  test('what she wrote last is not known where mine was kept; what she wrote over is', () => {
    const { mine, hers, named, meet, titles } = twoPeople()
    named(mine, 'Mit', 'Mit igen')
    named(hers, 'Hendes', 'Hendes igen')
    meet()
    expect(titles()).toEqual([
      'Hendes → ?',
      'Fælles → Hendes',
      'Mit → Mit igen',
      'Fælles → Mit',
      'Tidlig indsats → Fælles',
    ])
  })

  test('nothing is told that is not known where a merge does not say what came in with it', () => {
    const { indsats, mine, hers, named, meet, titles } = twoPeople()
    mine.execute(write(indsats, 'Min effekt'))
    named(hers, 'Hendes', 'Hendes igen')
    meet()
    mine.db.exec("UPDATE txn SET refDot = NULL WHERE kind = 'merge'")
    expect(titles()).toEqual([
      'Fælles → Hendes igen',
      'Hendes → Hendes igen',
      'Fælles → Hendes',
      'Tidlig indsats → ?',
    ])
  })
})

describe('how a later change of the same place stands to an earlier one', () => {
  // 1 2 3 mine, 4 5 hers, 6 the merge, 7 mine, 8 9 10 another's, in which 9 is her own merge of 8, 11 the merge.
  const branches = [
    { rid: 6, from: 3 },
    { rid: 9, from: 7 },
    { rid: 11, from: 7 },
  ]
  test.each<[earlier: number, later: number | null, ReturnType<typeof relationOf>]>([
    [1, 3, 'line'],
    [2, 4, 'aside'],
    [2, 6, 'line'],
    [2, 7, 'line'],
    [4, 5, 'line'],
    [5, 6, 'taken'],
    [5, 7, 'unknown'],
    [5, null, 'unknown'],
    [3, null, 'line'],
    [6, 7, 'line'],
    [7, 8, 'aside'],
    [8, 9, 'taken'],
    [8, 10, 'unknown'],
    [9, 10, 'line'],
    [10, 11, 'taken'],
    [11, null, 'line'],
  ])('%i and %s: %s', (earlier, later, relation) => {
    expect(relationOf(branches, earlier, later)).toBe(relation)
  })
})
