import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { replaceFile } from '../../../db/file/beside.ts'
import type { Fingerprint } from '../../../db/file/fingerprint.ts'
import { openCopy } from '../../../db/file/open.ts'
import { type PublishOptions, publish } from '../../../db/file/publish.ts'
import { makeWorkingFolder } from '../../../db/file/working-folder.ts'
import type { ErrorCode } from '../../../db/model/errors.ts'
import { commit, type Session } from '../../../db/transaction.ts'
import { asNobody, isRoot, listing, temporaryFolder } from '../../support/folders.ts'
import { buildWorkingCopy } from '../../support/workbook-builder.ts'

let root: string
let db: Database
let session: Session
beforeAll(() => {
  root = temporaryFolder()
  chmodSync(root, 0o755)
  ;({ db, session } = buildWorkingCopy(makeWorkingFolder(join(root, 'work')), 30))
})
afterAll(() => {
  db.close()
  rmSync(root, { recursive: true, force: true })
})

let folder: string
let target: string
let count = 0
beforeEach(() => {
  count += 1
  folder = join(root, `shared ${count}`)
  mkdirSync(folder)
  target = join(folder, 'Målaftaler.sqlite')
})
afterEach(() => {
  chmodSync(folder, 0o755)
})

const failure = (code: ErrorCode) => expect.objectContaining({ code })

function edit(): void {
  commit(db, session, { kind: 'edit', label: () => ({ command: 'test.rename' }) }, (tx) => {
    const id = db.prepare<[], string>('SELECT min(id) FROM plan').pluck().get() ?? ''
    tx.update('plan', id, { title: `Målaftale ${Math.random()}` })
  })
}

const titles = (db: Database): unknown => db.prepare('SELECT title FROM plan ORDER BY id').all()

/** A refused save leaves the folder exactly as it was. */
function refused(options: PublishOptions, code: ErrorCode): void {
  const before = listing(folder)
  expect(() => publish(db, target, options)).toThrow(failure(code))
  expect(listing(folder)).toEqual(before)
}

describe('a save', () => {
  test('makes one whole file and leaves nothing else, there or in the working folder', () => {
    edit()
    const fingerprint = publish(db, target, { expected: null })
    expect(readdirSync(folder)).toEqual([basename(target)])
    expect(existsSync(join(db.name, '..', 'published.sqlite'))).toBe(false)
    expect(fingerprint.size).toBe(statSync(target).size)
    expect(openCopy(target, makeWorkingFolder(root)).fingerprint).toEqual(fingerprint)
  })

  test('replaces the file that was opened, again and again', () => {
    let fingerprint: Fingerprint | null = null
    for (let saved = 0; saved < 3; saved += 1) {
      edit()
      fingerprint = publish(db, target, { expected: fingerprint })
    }
    const { path } = openCopy(target, makeWorkingFolder(root))
    expect(readFileSync(path)).toEqual(readFileSync(target))
    expect(readdirSync(folder)).toEqual([basename(target)])
  })

  test('holds what the working copy holds, also what is still in its log', () => {
    edit()
    publish(db, target, { expected: null })
    const { path } = openCopy(target, makeWorkingFolder(root))
    db.exec(`ATTACH '${path.replaceAll("'", "''")}' AS saved`)
    expect(db.prepare('SELECT title FROM saved.plan ORDER BY id').all()).toEqual(titles(db))
    db.exec('DETACH saved')
  })

  test('keeps a link a link, and the permissions of the file', () => {
    const fingerprint = publish(db, target, { expected: null })
    chmodSync(target, 0o664)
    const link = join(folder, 'link.sqlite')
    symlinkSync(target, link)
    publish(db, link, { expected: fingerprint })
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(lstatSync(target).isFile()).toBe(true)
    expect(statSync(target).mode & 0o777).toBe(0o664)
  })

  test('works for a name of 255 bytes', () => {
    target = join(folder, `${'å'.repeat(127)}x`)
    publish(db, target, { expected: null })
    expect(readdirSync(folder)).toEqual([basename(target)])
  })

  test('sweeps what interrupted saves of the same file left behind more than an hour ago', () => {
    const names = ['.~Målaftaler.sqlite.7.aa.tmp', '.~Målaftaler.sqlite.8.bb.tmp', '.~Andet.sqlite.7.aa.tmp']
    for (const name of names) writeFileSync(join(folder, name), 'half')
    const old = Date.now() / 1000 - 3700
    for (const name of [names[0], names[2]]) utimesSync(join(folder, name ?? ''), old, old)
    publish(db, target, { expected: null })
    expect(readdirSync(folder).sort()).toEqual([names[1], names[2], basename(target)].sort())
  })
})

describe('a save is refused', () => {
  test('when a new file would replace another', () => {
    writeFileSync(target, 'hers')
    refused({ expected: null }, 'workbook.exists')
    publish(db, target, { expected: null, overwrite: true })
    expect(openCopy(target, makeWorkingFolder(root)).fingerprint.size).toBeGreaterThan(1000)
  })

  test('when a colleague saved meanwhile', () => {
    const fingerprint = publish(db, target, { expected: null })
    edit()
    publish(db, target, { expected: fingerprint })
    edit()
    refused({ expected: fingerprint }, 'workbook.changed-elsewhere')
  })

  test('when the file was taken away', () => {
    const fingerprint = publish(db, target, { expected: null })
    rmSync(target)
    refused({ expected: fingerprint }, 'workbook.missing')
  })

  test('when the target is a folder', () => {
    mkdirSync(target)
    refused({ expected: null, overwrite: true }, 'workbook.not-a-file')
  })

  test('when the folder is not there', () => {
    target = join(folder, 'gone', 'plan.sqlite')
    refused({ expected: null }, 'disk.no-folder')
  })

  test('when the folder may not be written', () => {
    chmodSync(folder, 0o555)
    const work = join(db.name, '..')
    for (const path of [join(root, 'work'), work]) chmodSync(path, 0o777)
    const before = listing(folder)
    asNobody([], () =>
      expect(() => publish(db, target, { expected: null })).toThrow(failure('disk.read-only')),
    )
    expect(listing(folder)).toEqual(before)
  })
})

test('a file whose time a sync program touched is still the same file', () => {
  const fingerprint = publish(db, target, { expected: null })
  const bytes = readFileSync(target)
  rmSync(target)
  writeFileSync(target, bytes)
  utimesSync(target, 1, 1)
  edit()
  expect(publish(db, target, { expected: fingerprint }).seal).not.toBe(fingerprint.seal)
})

describe('between comparing and renaming there is one save at a time', () => {
  const lock = () => join(folder, '.~Målaftaler.sqlite.gem')

  test('another save that is under way is waited for, but not for ever', () => {
    writeFileSync(lock(), `${process.pid} ${hostname()}`)
    refused({ expected: null, patience: 50 }, 'disk.file-in-use')
  })

  test('a lock of a process that is dead does not count', () => {
    writeFileSync(lock(), `999999999 ${hostname()}`)
    publish(db, target, { expected: null, patience: 50 })
    expect(readdirSync(folder)).toEqual([basename(target)])
  })

  test('a lock whose maker died before signing it counts for a second', () => {
    writeFileSync(lock(), '')
    refused({ expected: null, patience: 50 }, 'disk.file-in-use')
    publish(db, target, { expected: null, patience: 4000 })
    expect(readdirSync(folder)).toEqual([basename(target)])
  })

  test('a lock of another machine counts for half a minute', () => {
    writeFileSync(lock(), '17 PC-18')
    refused({ expected: null, patience: 50 }, 'disk.file-in-use')
    const old = Date.now() / 1000 - 31
    utimesSync(lock(), old, old)
    publish(db, target, { expected: null, patience: 50 })
    expect(readdirSync(folder)).toEqual([basename(target)])
  })
})

test('a document is replaced in the same way', () => {
  const file = join(folder, 'Målaftale.docx')
  replaceFile(file, [Buffer.from('first')])
  replaceFile(file, [Buffer.from('sec'), Buffer.from('ond')])
  expect(readFileSync(file, 'utf8')).toBe('second')
  expect(readdirSync(folder)).toEqual([basename(file)])
})

test('the tests about permissions bind somebody', () => {
  expect(isRoot ? typeof process.seteuid : 'function').toBe('function')
})
