import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '../../../db/file/connect.ts'
import { openCopy, recoverCopy } from '../../../db/file/open.ts'
import { lastTxn, readOrigin, WORKING_COPY, writeOrigin } from '../../../db/file/origin.ts'
import { leftovers, makeWorkingFolder, removeWorkingFolder } from '../../../db/file/working-folder.ts'
import { commit } from '../../../db/transaction.ts'
import { temporaryFolder } from '../../support/folders.ts'
import { beginSession, buildWorkbook } from '../../support/workbook-builder.ts'
import { edit } from './cases/case.ts'

let root: string
let base: string
let file: string
beforeEach(() => {
  root = temporaryFolder()
  base = join(root, 'work')
  file = join(root, 'plan.sqlite')
  buildWorkbook(file, base, 20)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Opens and edits, and leaves behind what a killed process would: the copy, its log, and no lock. */
function crash(commands: number): string {
  const live = makeWorkingFolder(base)
  const db = connect(openCopy(file, live).path)
  edits(db, commands)
  const folder = makeWorkingFolder(base)
  for (const name of readdirSync(live)) copyFileSync(join(live, name), join(folder, name))
  db.close()
  removeWorkingFolder(live)
  return folder
}

function edits(db: Database, commands: number): void {
  const session = beginSession(db)
  const id = db.prepare<[], string>('SELECT min(id) FROM plan').pluck().get() ?? ''
  for (let command = 1; command <= commands; command += 1) {
    commit(db, session, { kind: 'edit', label: () => ({ command: 'test.rename' }) }, (tx) =>
      tx.update('plan', id, { title: `Titel ${command}` }),
    )
  }
}

describe('a working folder', () => {
  test('is private', { skip: process.platform === 'win32' }, () => {
    expect(statSync(makeWorkingFolder(base)).mode & 0o777).toBe(0o700)
  })

  test('is removed with what is in it, and nothing else ever is', () => {
    const folder = makeWorkingFolder(base)
    openCopy(file, folder)
    removeWorkingFolder(folder)
    expect(readdirSync(base)).toEqual([])
    expect(() => removeWorkingFolder(root)).toThrow('not a working folder')
  })
})

describe('after a crash', () => {
  test('the copy is found, with where it came from and how much was not saved', () => {
    const folder = crash(3)
    const fingerprint = readOrigin(folder).fingerprint
    const origin = { file, fingerprint, savedTxn: 1 }
    expect(leftovers(base)).toEqual([{ folder, origin, unsaved: 3, changedAt: expect.any(String) }])
  })

  test('every command that was confirmed is there again', () => {
    const { path, origin } = recoverCopy(crash(5))
    expect(origin.file).toBe(file)
    const db = connect(path)
    expect(lastTxn(db)).toBe(6)
    expect(db.prepare("SELECT count(*) FROM plan WHERE title = 'Titel 5'").pluck().get()).toBe(1)
    db.close()
  })

  test('a copy of which everything was saved has nothing unsaved', () => {
    const folder = crash(2)
    writeOrigin(folder, { ...readOrigin(folder), savedTxn: 3 })
    expect(leftovers(base)).toMatchObject([{ unsaved: 0 }])
  })

  test('a copy whose rows are not those that were committed is refused, and kept', () => {
    const folder = crash(2)
    recoverCopy(folder)
    edit(join(folder, WORKING_COPY), (db) => db.exec("UPDATE plan SET title = 'x'"))
    expect(() => recoverCopy(folder)).toThrow(
      expect.objectContaining({ details: { file, finding: 'content sum' } }),
    )
    expect(readdirSync(folder)).toContain(WORKING_COPY)
  })

  test('a copy that is no database any more is still reported', () => {
    const folder = crash(1)
    writeFileSync(join(folder, WORKING_COPY), 'x'.repeat(5000))
    expect(leftovers(base)).toMatchObject([{ folder, unsaved: null }])
    expect(() => recoverCopy(folder)).toThrow(expect.objectContaining({ code: 'workbook.damaged' }))
    expect(readFileSync(join(folder, WORKING_COPY), 'utf8')).toBe('x'.repeat(5000))
  })
})

describe('no leftover is', () => {
  test('a copy that is open', () => {
    const db = connect(openCopy(file, makeWorkingFolder(base)).path)
    edits(db, 1)
    expect(leftovers(base)).toEqual([])
    db.close()
  })

  test('a folder in which nothing was opened yet, or a base that is not there', () => {
    makeWorkingFolder(base)
    expect(leftovers(base)).toEqual([])
    expect(leftovers(join(root, 'nowhere'))).toEqual([])
  })

  test('a folder whose origin makes no sense', () => {
    const folder = crash(1)
    writeFileSync(join(folder, 'origin.json'), '{"file": 7}')
    expect(() => readOrigin(folder)).toThrow(expect.objectContaining({ code: 'workbook.damaged' }))
    expect(leftovers(base)).toEqual([])
  })
})
