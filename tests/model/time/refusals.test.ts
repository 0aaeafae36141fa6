/** A wrong interval is worse than none: what is not surely a time is kept as written, as `unknown`. */
import { expect, test } from 'vitest'
import { describeTime, understandTime } from '../../../db/model/time/time-expression.ts'

const refused: Record<string, readonly string[]> = {
  'prose and titles': [
    'når budgettet er vedtaget',
    'efter aftale',
    'snarest',
    'Seminar for alle ledere ultimo',
    'tre møder i 2027',
    'Maj 2027: første måling',
    'Budget 2027',
    'løbende opfølgning på økonomien',
    'Maj er en god måned',
    'constructor',
    'toString 2027',
  ],
  'numbers that are no years': ['75', '1500', '1500 borgere', '100 %', '2.5', '27', '12345'],
  'durations and bare words': [
    '3 dage',
    '2 år',
    'inden for 2 år',
    '2 gange',
    'år',
    'i',
    'start',
    'senest',
    'mandag',
    'den 15.',
  ],
  'days, weeks and quarters that are not': [
    '31. februar 2027',
    '31. februar',
    '29. februar 2027',
    '15.13.2027',
    '2027-02-30',
    '0. maj 2027',
    'uge 54',
    'uge 0 2027',
    'uge 53 2027',
    '5. kvartal 2027',
    '3. halvår 2027',
  ],
  contradictions: [
    'tirsdag den 3. juni 2026',
    '2029-2027',
    'juni 2027 - marts 2027',
    'skoleåret 2027/29',
    'vinteren 2027/29',
    '3.-1. kvartal 2027',
  ],
  'more than one possible meaning': [
    'jul 2027',
    'jan-jul 2027',
    'maj - 2028',
    '2027 -',
    'i sommerferien 2027',
    'uge 50-2 2027',
  ],
  nothing: ['', '   ', '.', '-', '()'],
}

test.each(Object.entries(refused).flatMap(([why, texts]) => texts.map((text) => ({ why, text }))))(
  "'$text' is not understood ($why)",
  ({ text }) => {
    const understood = understandTime(text, { from: 2026, to: 2028 })
    expect(understood).toEqual({ text, kind: 'unknown', earliest: null, latest: null, offers: [] })
    expect(describeTime(understood)).toBe('ikke forstået')
  },
)

test('a long text is prose: it is not parsed, whatever it begins with', () => {
  expect(understandTime('ultimo 2027 '.repeat(500)).kind).toBe('unknown')
})
