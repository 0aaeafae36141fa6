import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { toDiskError, toOpenError, toReadError } from '../../../db/file/fs-errors.ts'
import { AppError } from '../../../db/model/errors.ts'

const fsError = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'open' })
const sqlite = (code: string): Error => new BetterSqlite3.SqliteError('what SQLite says', code)
const file = 'K:\\Planer\\Målaftaler.sqlite'

describe('what a failed write means', () => {
  test.each([
    ['ENOSPC', 'disk.full'],
    ['EDQUOT', 'disk.full'],
    ['EROFS', 'disk.read-only'],
    ['EACCES', 'disk.read-only'],
    ['EPERM', 'disk.read-only'],
    ['EBUSY', 'disk.file-in-use'],
    ['ETXTBSY', 'disk.file-in-use'],
    ['EIO', 'disk.failed'],
    ['ENOENT', 'disk.no-folder'],
    ['ENOTDIR', 'disk.no-folder'],
  ])('%s: %s', (code, expected) => {
    expect(toDiskError(fsError(code), file)).toMatchObject({ code: expected, details: { file } })
  })
  test.each([
    ['SQLITE_FULL', 'disk.full'],
    ['SQLITE_IOERR_SHMSIZE', 'disk.full'],
    ['SQLITE_READONLY_DIRECTORY', 'disk.read-only'],
    ['SQLITE_BUSY', 'disk.file-in-use'],
    ['SQLITE_IOERR_WRITE', 'disk.failed'],
  ])('%s: %s', (code, expected) => {
    expect(toDiskError(sqlite(code), file)).toMatchObject({ code: expected, details: { file } })
  })
})

describe('what a failed read means', () => {
  test.each([
    ['ENOENT', 'workbook.missing'],
    ['ENOTDIR', 'workbook.missing'],
    ['ELOOP', 'workbook.missing'],
    ['ENAMETOOLONG', 'workbook.missing'],
    ['EACCES', 'workbook.no-access'],
    ['EPERM', 'workbook.no-access'],
    ['EISDIR', 'workbook.not-a-file'],
    ['EBUSY', 'workbook.busy'],
    ['ENOSPC', 'disk.full'],
    ['EIO', 'disk.failed'],
  ])('%s: %s', (code, expected) => {
    expect(toReadError(fsError(code), file)).toMatchObject({ code: expected, details: { file } })
  })
})

describe('what SQLite says of a copy', () => {
  test.each([
    ['SQLITE_CORRUPT', 'workbook.damaged'],
    ['SQLITE_NOTADB', 'workbook.damaged'],
    ['SQLITE_NOMEM', 'workbook.too-big'],
    ['SQLITE_TOOBIG', 'workbook.too-big'],
    ['SQLITE_FULL', 'disk.full'],
    ['SQLITE_IOERR_READ', 'disk.failed'],
  ])('%s: %s', (code, expected) => {
    expect(toOpenError(sqlite(code), file)).toMatchObject({ code: expected, details: { file } })
  })
})

test('an expected failure stays what it is, and a bug is thrown on', () => {
  const expected = new AppError('workbook.empty', { file })
  expect(toDiskError(expected, 'other')).toBe(expected)
  const bug = new TypeError('x is not a function')
  expect(() => toDiskError(bug, file)).toThrow(bug)
  expect(() => toReadError(bug, file)).toThrow(bug)
  expect(() => toOpenError(bug, file)).toThrow(bug)
})
