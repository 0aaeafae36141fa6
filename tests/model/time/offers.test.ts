/** A part of a year without its year: the years of the plan are offered, none is chosen. */
import { describe, expect, test } from 'vitest'
import { describeTime, understandTime } from '../../../db/model/time/time-expression.ts'

const plan = { from: 2026, to: 2028 }

const offersOf = (text: string, period = plan) =>
  understandTime(text, period).offers.map((offer) => `${offer.text}: ${offer.earliest} – ${offer.latest}`)

describe('offers', () => {
  test.each([
    [
      'ultimo',
      [
        'ultimo 2026: 2026-12-01 – 2026-12-31',
        'ultimo 2027: 2027-12-01 – 2027-12-31',
        'ultimo 2028: 2028-12-01 – 2028-12-31',
      ],
    ],
    [
      '1. kvartal',
      [
        '1. kvartal 2026: 2026-01-01 – 2026-03-31',
        '1. kvartal 2027: 2027-01-01 – 2027-03-31',
        '1. kvartal 2028: 2028-01-01 – 2028-03-31',
      ],
    ],
    [
      'vinteren',
      [
        'vinteren 2026/27: 2026-12-01 – 2027-02-28',
        'vinteren 2027/28: 2027-12-01 – 2028-02-29',
        'vinteren 2028/29: 2028-12-01 – 2029-02-28',
      ],
    ],
    ['29. februar', ['29. februar 2028: 2028-02-29 – 2028-02-29']],
    ['de næste to år', ['2026–2027: 2026-01-01 – 2027-12-31', '2027–2028: 2027-01-01 – 2028-12-31']],
  ])('of %s', (text, offers) => {
    expect(offersOf(text)).toEqual(offers)
  })

  test.each([
    ['i løbet af året', '2027: i løbet af året 2027: 2027-01-01 – 2027-12-31'],
    ['inden udgangen af året', '2027: inden udgangen af året 2027: 2027-12-31 – 2027-12-31'],
    ['Inden  1. oktober.', '2027: Inden 1. oktober 2027: 2027-10-01 – 2027-10-01'],
    ['fra maj', '2027: fra maj 2027: 2027-05-01 – 2027-12-31'],
    ['maj og oktober', '2027: maj og oktober 2027: 2027-05-01 – 2027-10-31'],
    ['november-februar', '2027: 1. november 2027 – 29. februar 2028: 2027-11-01 – 2028-02-29'],
  ])("of '%s' keep its words", (text, offer) => {
    expect(offersOf(text, { from: 2027, to: 2027 }).map((one) => `2027: ${one}`)).toEqual([offer])
  })

  test('a winter, a school year or a turn of the year with one year may begin in that year or the year before', () => {
    expect(offersOf('vinteren 2027')).toEqual([
      'vinteren 2026/27: 2026-12-01 – 2027-02-28',
      'vinteren 2027/28: 2027-12-01 – 2028-02-29',
    ])
    expect(understandTime('årsskiftet 2027').offers).toHaveLength(2)
    expect(understandTime('skoleåret 2027')).toMatchObject({
      kind: 'open-year',
      earliest: null,
      latest: null,
    })
  })

  test('there are none without a period, and four years of them when it rolls', () => {
    expect(understandTime('ultimo').offers).toEqual([])
    expect(understandTime('ultimo', { from: 2027, to: null }).offers).toHaveLength(4)
  })

  test.each([
    'ultimo',
    'i efteråret',
    'uge 14-16',
    'inden sommerferien',
    'årsskiftet',
    'skoleåret',
    'medio maj',
    'senest ultimo maj',
    'november-februar',
    'inden årets udgang',
    'de næste to år',
  ])('writing an offer of %s instead is understood as what was offered', (text) => {
    const { offers } = understandTime(text, plan)
    expect(offers.length).toBeGreaterThan(0)
    for (const offer of offers) {
      const { kind, earliest, latest } = understandTime(offer.text)
      expect({ earliest: kind === 'deadline' ? latest : earliest, latest }).toEqual({
        earliest: offer.earliest,
        latest: offer.latest,
      })
    }
  })
})

describe('in words', () => {
  test.each([
    ['ultimo 2027', 'december 2027'],
    ['2. kvartal 2027', '1. april – 30. juni 2027'],
    ['15/3 2027', '15. marts 2027'],
    ['primo marts 2027', '1.–10. marts 2027'],
    ['vinteren 2027/28', '1. december 2027 – 29. februar 2028'],
    ['2027', '2027'],
    ['2027-29', '2027–2029'],
    ['2027+', 'fra 1. januar 2027'],
    ['senest 1. juni 2027', 'senest 1. juni 2027'],
    ['løbende', 'løbende'],
    ['løbende fra 2027', 'løbende fra 1. januar 2027'],
    ['årligt frem til 2030', 'løbende senest 31. december 2030'],
    ['i aftaleperioden', 'i planens periode'],
    ['ved periodens udgang', 'senest ved udgangen af planens periode'],
    ['ultimo', 'året er åbent'],
    ['snarest', 'ikke forstået'],
  ])('%s = %s', (text, words) => {
    expect(describeTime(understandTime(text))).toBe(words)
  })

  test("with the plan's period", () => {
    expect(describeTime(understandTime('løbende', plan))).toBe('løbende 2026–2028')
    expect(describeTime(understandTime('i perioden', plan))).toBe('2026–2028')
    expect(describeTime(understandTime('ultimo', plan))).toBe(
      'året er åbent: ultimo 2026, ultimo 2027 eller ultimo 2028',
    )
  })
})
