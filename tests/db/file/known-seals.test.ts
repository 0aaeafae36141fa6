import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { knownSeals } from '../../../db/file/known-seals.ts'
import { intactSeal } from '../../../db/file/seal.ts'
import { newWorkbook, placeIn, reopen, temporaryFolder } from '../../support/workbooks.ts'

const seal = (letter: string): string => letter.repeat(64)

describe('what is known', () => {
  test('is what was added, also by another opening of the program', () => {
    const base = temporaryFolder()
    knownSeals(base).add(seal('a'))
    knownSeals(base).add(seal('b'))
    expect(['a', 'b', 'c'].map((letter) => knownSeals(base).has(seal(letter)))).toEqual([true, true, false])
  })

  test('a file without a seal is never known', () => {
    const base = temporaryFolder()
    knownSeals(base).add(null)
    expect(knownSeals(base).has(null)).toBe(false)
  })

  test.each([
    ['another version of the program', JSON.stringify({ program: 'Planværk 0.0.1', seals: [seal('a')] })],
    ['half a list', '{"program": "Pl'],
    ['something else', '[1, 2]'],
  ])('nothing of the list of %s', (_name, text) => {
    const base = temporaryFolder()
    writeFileSync(join(base, 'known-seals.json'), text)
    expect(knownSeals(base).has(seal('a'))).toBe(false)
    knownSeals(base).add(seal('b'))
    expect(knownSeals(base).has(seal('b'))).toBe(true)
  })

  test('is kept to the newest few hundred', () => {
    const base = temporaryFolder()
    for (let number = 0; number < 210; number++) knownSeals(base).add(String(number).padStart(64, '0'))
    expect(knownSeals(base).has('0'.repeat(64))).toBe(false)
    expect(knownSeals(base).has('209'.padStart(64, '0'))).toBe(true)
  })
})

describe('opening', () => {
  test('knows what was saved here, and never a file with one byte changed', () => {
    const place = placeIn(temporaryFolder())
    const workbook = newWorkbook(place)
    workbook.save()
    workbook.close()
    expect(knownSeals(place.workBase).has(intactSeal(place.file))).toBe(true)
    expect(reopen(place).organisation).toBe('Sundkøbing Kommune')

    const bytes = readFileSync(place.file)
    const letter = bytes.indexOf('Sundkøbing')
    bytes.write('T', letter)
    writeFileSync(place.file, bytes)
    expect(() => reopen(place)).toThrow(expect.objectContaining({ code: 'workbook.damaged' }))
  })

  test('a file that passed its checks once is known from then on', () => {
    const place = placeIn(temporaryFolder())
    const workbook = newWorkbook(place)
    workbook.save()
    workbook.close()
    const elsewhere = { ...place, workBase: temporaryFolder() }
    expect(knownSeals(elsewhere.workBase).has(intactSeal(place.file))).toBe(false)
    reopen(elsewhere).close()
    expect(knownSeals(elsewhere.workBase).has(intactSeal(place.file))).toBe(true)
  })
})
