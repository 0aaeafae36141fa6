import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../db/model/errors.ts'
import { logIn } from '../../../main/shell/log.ts'
import { temporaryFolder } from '../../support/workbooks.ts'

const logOf = (folder: string): string => readFileSync(join(folder, 'logs', 'planvaerk.log'), 'utf8')

describe('the local log', () => {
  test('has each bug under the number that the user is told, with the places in our code', () => {
    const folder = temporaryFolder()
    const logBug = logIn(join(folder, 'logs'))
    const id = logBug(new TypeError('x is not a function'))
    const text = logOf(folder)
    expect(text).toContain(`${id} TypeError: x is not a function`)
    expect(text).toMatch(/at .*log\.test\.ts:\d+/)
  })

  test.each([
    new SyntaxError('Unexpected token in "Flere børn skal læse" at position 3'),
    new Error("Duplicate key 'Flere børn skal læse'"),
    new Error('Invalid value: »Flere børn skal læse«'),
    new AppError('exchange.invalid', { file: 'Flere børn skal læse.json', path: '', problem: '' }),
    'Flere børn skal læse',
    { title: 'Flere børn skal læse' },
    null,
  ])('never has what the user wrote: %s', (bug) => {
    const folder = temporaryFolder()
    logIn(join(folder, 'logs'))(bug)
    expect(logOf(folder)).not.toMatch(/børn/)
  })

  test('keeps the one before it and no more', () => {
    const folder = temporaryFolder()
    const logBug = logIn(join(folder, 'logs'))
    for (let round = 0; round < 3; round++) {
      logBug(new Error(`round ${round}`))
      writeFileSync(join(folder, 'logs', 'planvaerk.log'), `${'x'.repeat(1_000_001)} ${round}`)
    }
    logBug(new Error('last'))
    expect(readdirSync(join(folder, 'logs')).toSorted()).toEqual(['planvaerk.log', 'planvaerk.log.1'])
    expect(logOf(folder)).toContain('Error: last')
    expect(readFileSync(join(folder, 'logs', 'planvaerk.log.1'), 'utf8')).toMatch(/ 2$/)
  })

  test('gives a number where nothing can be written', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'logs'), '')
    expect(logIn(join(folder, 'logs'))(new Error('x'))).toMatch(/^[0-9a-f]{6}$/)
  })
})
