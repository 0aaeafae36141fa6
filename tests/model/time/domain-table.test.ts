/** DOMAIN.md's table of time expressions, row for row. */
import { describe, expect, test } from 'vitest'
import { type TimeKind, understandTime } from '../../../db/model/time/time-expression.ts'

type Row = readonly [kind: TimeKind, earliest: string | null, latest: string | null, ...written: string[]]

const table: readonly Row[] = [
  ['day', '2027-03-15', '2027-03-15', '15. marts 2027', '15.03.2027', '15/3-2027', '15/3 2027', '2027-03-15'],
  ['month', '2027-03-01', '2027-03-31', 'marts 2027', 'mar. 2027'],
  ['part', '2027-03-01', '2027-03-10', 'primo marts 2027'],
  ['part', '2027-03-11', '2027-03-20', 'medio marts 2027'],
  ['part', '2027-03-21', '2027-03-31', 'ultimo marts 2027'],
  ['part', '2027-01-01', '2027-01-31', 'primo 2027'],
  ['part', '2027-06-01', '2027-07-31', 'medio 2027'],
  ['part', '2027-12-01', '2027-12-31', 'ultimo 2027'],
  ['quarter', '2027-01-01', '2027-03-31', '1. kvartal 2027', '1. kv. 2027', 'Q1 2027'],
  ['part', '2027-01-01', '2027-01-31', 'primo 1. kvartal 2027', 'primo 1. kv. 2027', 'primo Q1 2027'],
  ['part', '2027-02-01', '2027-02-28', 'medio 1. kvartal 2027'],
  ['part', '2027-03-01', '2027-03-31', 'ultimo 1. kvartal 2027'],
  ['half-year', '2027-01-01', '2027-06-30', '1. halvår 2027', 'første halvår 2027'],
  ['half-year', '2027-07-01', '2027-12-31', '2. halvår 2027', 'andet halvår 2027'],
  ['season', '2027-03-01', '2027-05-31', 'foråret 2027'],
  ['season', '2027-06-01', '2027-08-31', 'sommeren 2027'],
  ['season', '2027-09-01', '2027-11-30', 'efteråret 2027'],
  ['season', '2027-12-01', '2028-02-29', 'vinteren 2027/28'],
  ['week', '2027-04-05', '2027-04-11', 'uge 14 2027'],
  ['week', '2027-04-05', '2027-04-25', 'uge 14-16 2027'],
  ['school-year', '2027-08-01', '2028-07-31', 'skoleåret 2027/28'],
  ['year', '2027-01-01', '2027-12-31', '2027', 'i løbet af 2027'],
  ['deadline', null, '2027-06-01', 'senest 1. juni 2027'],
  ['deadline', null, '2027-10-01', 'inden 1. oktober 2027'],
  ['deadline', null, '2027-12-31', 'inden udgangen af 2027'],
  ['deadline', null, '2028-09-30', 'ved udgangen af 3. kvartal 2028', 'med udgangen af 3. kvartal 2028'],
  ['span', '2027-01-01', '2029-12-31', '2027-2029'],
  ['span', '2027-03-01', '2027-06-30', 'marts-juni 2027'],
  ['span', '2026-07-01', '2027-12-31', 'fra 3. kvartal 2026 til udgangen af 2027'],
  [
    'recurring',
    '2026-01-01',
    '2028-12-31',
    'løbende',
    'årligt',
    'halvårligt',
    'kvartalsvis',
    '2 gange årligt',
    'hvert halve år',
  ],
  ['unknown', null, null, 'når budgettet er vedtaget'],
]

const written = table.flatMap(([kind, earliest, latest, ...texts]) =>
  texts.map((text) => ({ text, kind, earliest, latest })),
)

describe("DOMAIN.md's table", () => {
  test.each(written)('$text → $earliest – $latest', ({ text, kind, earliest, latest }) => {
    expect(understandTime(text, { from: 2026, to: 2028 })).toEqual({
      text,
      kind,
      earliest,
      latest,
      offers: [],
    })
  })

  test.each(['sommeren', 'efteråret', 'ultimo', '1. kvartal', 'i efteråret'])(
    '%s lacks its year, and none is filled in',
    (text) => {
      const understood = understandTime(text, { from: 2027, to: 2027 })
      expect(understood).toMatchObject({ text, kind: 'open-year', earliest: null, latest: null })
      expect(understood.offers).toHaveLength(1)
    },
  )
})
