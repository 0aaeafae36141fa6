import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stateOf } from '../../../db/merge/row-state.ts'
import { tableNames } from '../../../db/model/records.ts'
import type { Row } from '../../../db/tables.ts'
import { sequenceOf, sessionOf } from '../../../db/transaction.ts'
import type { Workbook } from '../../../db/workbook.ts'
import { type Colleague, conflictsIn } from '../../support/colleagues.ts'
import { Exchange, step } from '../../support/exchange.ts'
import { contentOf, reopen } from '../../support/workbooks.ts'

/** How often the property is tried; more with MERGE_RUNS=1000, other draws with SEED. */
const numRuns = Number(process.env.MERGE_RUNS ?? 50)

/** Who wrote each unit of each row, in words that mean the same in every copy. */
function stampsIn({ db }: Workbook): readonly string[] {
  const sessions = new Map(
    db.prepare<[], [rid: number, id: string]>('SELECT rid, id FROM session').raw().all(),
  )
  const writing = (dot: number): string => `${sessions.get(sessionOf(dot))} ${sequenceOf(dot)}`
  return tableNames.flatMap((table) =>
    db
      .prepare<[], Row>(`SELECT * FROM ${table} ORDER BY id`)
      .all()
      .map((row) => {
        const { born, stamps } = stateOf(table, row)
        const units = Object.entries(stamps).map(([unit, dot]) => `${unit} ${writing(dot)}`)
        return [table, row.id, writing(born), ...units].join('\n')
      }),
  )
}

/** Everybody holds the same, and all that anybody wrote is there or listed. */
function expectAgreement({ people, written, hasForgotten }: Exchange): void {
  const [one, ...others] = people
  if (!one) throw new Error('nobody')
  for (const other of others) {
    expect(contentOf(other.workbook)).toBe(contentOf(one.workbook))
    expect(stampsIn(other.workbook)).toEqual(stampsIn(one.workbook))
  }
  written.listed(conflictsIn(one), [])
  expect(written.lostIn(one.workbook)).toEqual([])
  // That somebody deleted what somebody else has made anew only the history tells.
  if (!hasForgotten) expect(written.undeletedIn(one.workbook)).toEqual([])
}

/** Opening checks all that there is to check. */
function expectOpens({ workbook }: Colleague): void {
  workbook.save()
  reopen({ file: workbook.file, workBase: `${workbook.file}-checked` }).close()
}

const WHOLE_RUN = 20_000 * numRuns

describe('three people who edit, undo, decide, forget and exchange in any order', () => {
  test('come to hold the same, in sound files, and nothing that they wrote is gone unlisted', {
    timeout: WHOLE_RUN,
  }, () => {
    let merges = 0
    const met = new Set<string>()
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 70 }), (steps) => {
        const exchange = new Exchange()
        for (const step of steps) exchange.run(step)
        exchange.settle()
        expectAgreement(exchange)
        for (const person of exchange.people) expectOpens(person)
        merges += exchange.merges
        for (const each of exchange.met) met.add(each)
        exchange.close()
      }),
      // Shrinking takes an hour; a failure is looked into by its path.
      { numRuns, endOnFailure: true },
    )
    expect(merges).toBeGreaterThan(3 * numRuns)
    if (numRuns >= 50) expect([...met]).toEqual(expect.arrayContaining(THEY_MEET))
  })
})

/** What so many runs must lead to, or they would try nothing. */
const THEY_MEET = [
  'kept',
  'brought-back',
  'text-merged',
  'order-kept',
  'move-taken-back',
  'undone',
  'conflict: title',
  'conflict: doc',
  'conflict: place',
]
