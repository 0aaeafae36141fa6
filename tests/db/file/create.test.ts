import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '../../../db/file/connect.ts'
import { ContentSum } from '../../../db/file/content-sum.ts'
import { createFile } from '../../../db/file/create.ts'
import { makeWorkingFolder } from '../../../db/file/working-folder.ts'
import { APPLICATION_ID, SCHEMA_VERSION, schema } from '../../../db/schema.ts'
import { temporaryFolder } from '../../support/folders.ts'
import { buildWorkingCopy } from '../../support/workbook-builder.ts'

let root: string
beforeAll(() => {
  root = temporaryFolder()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a new workbook', () => {
  let path: string
  let db: Database
  beforeEach(() => {
    path = join(makeWorkingFolder(root), 'new.sqlite')
    createFile(path, 'Planværk 0.1.0')
    db = connect(path)
  })
  afterEach(() => db.close())

  test('is marked as ours', () => {
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
    expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
    expect(db.pragma('page_size', { simple: true })).toBe(4096)
    expect(db.pragma('encoding', { simple: true })).toBe('UTF-8')
  })

  test('holds the schema byte for byte', () => {
    const kept = db.prepare<[], string>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').pluck().all()
    expect(kept).toEqual([...schema])
  })

  test('says who made it and when, with an id of its own', () => {
    const meta = Object.fromEntries(
      db.prepare<[], [string, string]>('SELECT key, value FROM meta').raw().all(),
    )
    expect(meta).toMatchObject({ createdWith: 'Planværk 0.1.0', needs: '0.1.0', contentSum: '0'.repeat(64) })
    expect(meta.workbookId).toMatch(/^[0-9a-f-]{36}$/)
    expect(Math.abs(Date.parse(meta.createdAt ?? '') - Date.now())).toBeLessThan(60_000)
  })

  test('can be read by its owner alone', { skip: process.platform === 'win32' }, () => {
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['mmap_size', 0],
    ['busy_timeout', 2000],
  ])('is edited with %s = %s', (pragma, value) => {
    expect(db.pragma(pragma, { simple: true })).toBe(value)
  })
})

test('never replaces a file', () => {
  const path = join(root, 'taken')
  writeFileSync(path, 'mine')
  expect(() => createFile(path, 'x')).toThrow(expect.objectContaining({ code: 'workbook.exists' }))
  expect(readFileSync(path, 'utf8')).toBe('mine')
})

test('a folder that is not there is a disk error', () => {
  expect(() => createFile(join(root, 'nowhere', 'x.sqlite'), 'x')).toThrow(
    expect.objectContaining({ code: 'disk.no-folder', details: { file: join(root, 'nowhere', 'x.sqlite') } }),
  )
})

test('the sum that follows each edit is the sum of all rows', () => {
  const { db } = buildWorkingCopy(makeWorkingFolder(root), 50)
  expect(ContentSum.ofAllRows(db).toString()).toBe(ContentSum.of(db).toString())
  expect(ContentSum.of(db).toString()).not.toBe('0'.repeat(64))
  db.close()
})
