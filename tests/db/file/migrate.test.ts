import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { connect } from '../../../db/file/connect.ts'
import { openCopy } from '../../../db/file/open.ts'
import { readOrigin } from '../../../db/file/origin.ts'
import { keepBeforeUpgrade } from '../../../db/file/publish.ts'
import { makeWorkingFolder } from '../../../db/file/working-folder.ts'
import { readStacks } from '../../../db/history.ts'
import { schema } from '../../../db/schema.ts'
import { type Version, versions } from '../../../db/versions.ts'
import { buildWorkbook } from '../../support/workbook-builder.ts'
import { temporaryFolder } from '../../support/workbooks.ts'

/** An invented version 2, in which units have a note. */
const withNotes = schema.map((sql) =>
  sql.startsWith('CREATE TABLE unit')
    ? sql.replace('  born INTEGER', '  note TEXT NOT NULL,\n  born INTEGER')
    : sql,
)
const tables = schema.flatMap((sql) => /^CREATE TABLE (\w+)/.exec(sql)?.[1] ?? [])
const unitColumns = 'id, parentId, pos, kind, name, born, mods'

const lineage = (note: string): readonly Version[] => [
  ...versions,
  {
    number: 2,
    schema: withNotes,
    fill: tables.map((table) =>
      table === 'unit'
        ? `INSERT INTO main.unit (${unitColumns}, note) SELECT ${unitColumns}, ${note} FROM old.unit`
        : `INSERT INTO main.${table} SELECT * FROM old.${table}`,
    ),
  },
]

const workbookOfVersion1 = () => {
  const folder = temporaryFolder()
  const file = join(folder, 'plan.sqlite')
  buildWorkbook(file, join(folder, 'work'), 200)
  return { folder, file }
}

const open = (file: string, folder: string, versions: readonly Version[]) =>
  openCopy(file, makeWorkingFolder(join(folder, 'work')), undefined, versions)

const rowsOf = (path: string, table: string): unknown => {
  const db = new BetterSqlite3(path, { readonly: true })
  try {
    return db
      .prepare(`SELECT ${table === 'unit' ? unitColumns : '*'} FROM ${table} ORDER BY 1`)
      .raw()
      .all()
  } finally {
    db.close()
  }
}

describe('a workbook of an older version', () => {
  test('is brought up in the working copy, and the file itself stays as it was', () => {
    const { folder, file } = workbookOfVersion1()
    const before = readFileSync(file)
    const { path, migrated } = open(file, folder, lineage("'fra ' || name"))
    expect(migrated).toBe(true)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(folder).toSorted()).toEqual(['plan.sqlite', 'work'])
    for (const table of tables.filter((name) => !['meta', 'session', 'txn'].includes(name))) {
      expect(rowsOf(path, table)).toEqual(rowsOf(file, table))
    }
    const db = connect(path)
    expect(db.pragma('user_version', { simple: true })).toBe(2)
    expect(db.prepare('SELECT count(*) FROM unit WHERE note <> ?').pluck().get('fra ')).toBeGreaterThan(0)
    const stored = db.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').pluck().all()
    expect(new Set(stored)).toEqual(new Set(withNotes))
    db.close()
  })

  test('is noted beside the working copy as one to keep, so that a crash does not forget it', () => {
    const { folder, file } = workbookOfVersion1()
    const { path } = open(file, folder, lineage("''"))
    expect(readOrigin(dirname(path)).keepOriginal).toBe(true)
    expect(readOrigin(dirname(open(file, folder, versions).path)).keepOriginal).toBeUndefined()
  })

  test('cannot be undone to what it was before', () => {
    const { folder, file } = workbookOfVersion1()
    const person = { who: 'Else Consulent', machine: 'PC-17' }
    const today = connect(open(file, folder, versions).path)
    expect(readStacks(today, person).undo.length).toBeGreaterThan(0)
    today.close()
    const upgraded = connect(open(file, folder, lineage("''")).path)
    expect(readStacks(upgraded, person)).toEqual({ undo: [], redo: [] })
    upgraded.close()
  })

  test('whose rows do not fit the new tables is refused', () => {
    const { folder, file } = workbookOfVersion1()
    const before = readFileSync(file)
    expect(() => open(file, folder, lineage('NULL'))).toThrow(
      expect.objectContaining({ code: 'workbook.damaged' }),
    )
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('that is not as it was published is refused: nothing but its seal can vouch for its rows', () => {
    const { folder, file } = workbookOfVersion1()
    const db = new BetterSqlite3(file)
    db.exec('VACUUM')
    db.close()
    expect(() => open(file, folder, lineage("''"))).toThrow(
      expect.objectContaining({ code: 'workbook.damaged' }),
    )
  })

  test('of a version that never was is refused', () => {
    const { folder, file } = workbookOfVersion1()
    const [, second] = lineage("''")
    expect(() => open(file, folder, second ? [second] : [])).toThrow(
      expect.objectContaining({ code: 'workbook.foreign-content' }),
    )
  })
})

describe('before a newer version is saved over it', () => {
  test('the old file is kept beside it, the first one for good', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'Sundkøbing.sqlite')
    writeFileSync(file, 'første')
    keepBeforeUpgrade(file)
    writeFileSync(file, 'anden')
    keepBeforeUpgrade(file)
    expect(readFileSync(join(folder, 'Sundkøbing (før opgradering).sqlite'), 'utf8')).toBe('første')
    expect(readdirSync(folder)).toHaveLength(2)
  })
})
