import { describe, expect, test } from 'vitest'
import { noteOn, suggestTimes } from '../../../renderer/details/measures/time.ts'

const period = { from: 2027, to: 2029 }
const rolling = { from: 2027, to: null }

describe('what is said under a time', () => {
  test.each<{ written: string; said: string | null }>([
    { written: '', said: null },
    { written: '  ', said: null },
    { written: 'december 2027', said: null },
    { written: 'December  2027', said: '→ december 2027' },
    { written: 'ultimo 2027', said: '→ december 2027' },
    { written: '3. kvartal 2027', said: '→ 1. juli – 30. september 2027' },
    { written: 'inden 1. oktober 2027', said: '→ senest 1. oktober 2027' },
    { written: 'når det passer', said: 'Ikke forstået som tid; teksten beholdes' },
  ])('$written', ({ written, said }) => {
    expect(noteOn(written, period)?.text ?? null).toBe(said)
  })

  test('a time without its year offers the years of the plan', () => {
    expect(noteOn('ultimo', period)).toEqual({
      text: 'I planperioden:',
      offers: ['ultimo 2027', 'ultimo 2028', 'ultimo 2029'],
    })
    expect(noteOn('ultimo', rolling)?.offers).toHaveLength(4)
  })

  test('without a plan it is only said that the year is missing', () => {
    expect(noteOn('ultimo', null)).toEqual({ text: 'Året er ikke skrevet', offers: [] })
  })
})

describe('what is suggested while a time is typed', () => {
  const texts = (written: string, of: typeof period | typeof rolling | null = period) =>
    suggestTimes(written, of).map(({ text }) => text)

  test('times that begin so, in each year of the plan', () => {
    expect(texts('ul')).toEqual(['ultimo 2027', 'ultimo 2028', 'ultimo 2029'])
    expect(texts('SKOLE')).toEqual(['skoleåret 2027/28', 'skoleåret 2028/29', 'skoleåret 2029/30'])
    expect(texts('årl')).toEqual(['årligt'])
  })

  test('the years, where only they are missing', () => {
    expect(texts('uge 14')).toEqual(['uge 14 2027', 'uge 14 2028', 'uge 14 2029'])
  })

  test('each time once, and not what is written already', () => {
    expect(texts('ult')).toEqual(['ultimo 2027', 'ultimo 2028', 'ultimo 2029'])
    expect(texts('ultimo 2027')).toEqual([])
  })

  test('nothing before anything is typed, and at most eight', () => {
    expect(texts('')).toEqual([])
    expect(texts('ultimo', null)).toEqual([])
    expect(texts('m', rolling)).toHaveLength(8)
  })

  test('with what they mean, where the words do not say it', () => {
    expect(suggestTimes('foråret 2028', period)).toEqual([])
    expect(suggestTimes('forår', period)[0]).toEqual({
      text: 'foråret 2027',
      meaning: '1. marts – 31. maj 2027',
    })
    expect(suggestTimes('marts', period)[0]).toEqual({ text: 'marts 2027', meaning: '' })
  })
})
