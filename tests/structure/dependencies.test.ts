import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROGRAM } from '../../db/model/texts/program.ts'

const root = join(import.meta.dirname, '../..')
const permissive = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'PSF-2.0',
]

interface LockEntry {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly resolved?: string
  readonly gypfile?: boolean
}

const readJson = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))
const packages: Readonly<Record<string, LockEntry>> = readJson('package-lock.json').packages

/** "(MIT OR GPL-3.0)" is permissive where one of the choices is; "MIT AND Zlib" where all are. */
const isPermissive = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => permissive.includes(part.trim())))

test('everything that is shipped has a permissive licence', () => {
  const shipped = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.dev)
  expect(shipped.length).toBeGreaterThan(8)
  const doubtful = shipped
    .map(([path, entry]) => ({
      path,
      licence: entry.license ?? readJson(join(path, 'package.json')).license,
    }))
    .filter(({ licence }) => typeof licence !== 'string' || !isPermissive(licence))
  expect(doubtful).toEqual([])
})

test('a licence that is not permissive would be seen', () => {
  expect(isPermissive('GPL-3.0')).toBe(false)
  expect(isPermissive('MIT AND GPL-2.0')).toBe(false)
  expect(isPermissive('(MIT OR GPL-3.0)')).toBe(true)
})

test('every dependency is pinned exactly, and the lock file names no address', () => {
  const { dependencies, devDependencies } = readJson('package.json')
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
  )
  expect(loose).toEqual([])
  expect(Object.values(packages).filter((entry) => entry.resolved !== undefined)).toEqual([])
})

test('npm before version 11 does not try to compile SQLite, for which a fresh machine has no tools', () => {
  // npm writes the lock file without this line of the package; put it back after each change of the lock file.
  expect(packages['node_modules/better-sqlite3']?.gypfile).toBe(false)
})

test('the program tells the version of its package', () => {
  expect(PROGRAM).toBe(`Planværk ${readJson('package.json').version}`)
})
