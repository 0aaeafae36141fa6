import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WORKING_COPY } from '../../../db/file/origin.ts'
import { newId } from '../../../db/model/ids.ts'
import { plainText } from '../../../db/model/rich-text/plain-text.ts'
import type { Loss } from '../../../db/model/salvage.ts'
import { salvageTexts } from '../../../db/model/texts/salvage.ts'
import { readAll } from '../../../db/queries/read.ts'
import { salvage } from '../../../db/salvage/salvage.ts'
import { Workbook } from '../../../db/workbook.ts'
import { buildWorkbook } from '../../support/workbook-builder.ts'
import {
  exampleFiles,
  incoming,
  newWorkbook,
  placeIn,
  readJson,
  reopen,
  temporaryFolder,
} from '../../support/workbooks.ts'
import { edit, forge } from '../file/cases/case.ts'

const PAGE = 4096

/** A published workbook of three plans, and the place for what is salvaged of it. */
function damaged(damage: (file: string) => void) {
  const folder = temporaryFolder()
  const file = join(folder, 'Beskadiget.sqlite')
  buildWorkbook(file, join(folder, 'work'), 300)
  const before = contentIn(file)
  damage(file)
  return { folder, file, before, place: { ...placeIn(folder), file: join(folder, 'Reddet.sqlite') } }
}

/** Salvages, and opens the result with every check. */
function salvaged({ file, place }: { readonly file: string; readonly place: ReturnType<typeof placeIn> }) {
  const outcome = salvage(file, place)
  const workbook = reopen({ ...place, workBase: join(place.workBase, '../checked') })
  return { ...outcome, workbook, db: workbook.db }
}

/** Statements whose traces are covered, run on the file. */
const forged = (...statements: readonly string[]) =>
  damaged((file) => forge(file, (db) => statements.forEach((statement) => void db.exec(statement))))

/** Statements that another program runs on the file. */
const edited = (...statements: readonly string[]) =>
  damaged((file) => edit(file, (db) => statements.forEach((statement) => void db.exec(statement))))

const aNode = (type: string): string => `(SELECT min(id) FROM node WHERE type = '${type}')`

function contentIn(file: string) {
  const db = new BetterSqlite3(file, { readonly: true })
  const rows = <T extends 'node' | 'field'>(table: T) => readAll(db, table, 'ORDER BY id')
  const content = { nodes: rows('node'), fields: rows('field') }
  db.close()
  return content
}

const reasons = (losses: readonly Loss[]): readonly string[] => [
  ...new Set(losses.map(({ table, why }) => `${table} ${why}`)),
]

/** The page on which a tree begins, and whether it is a leaf. */
function rootOf(file: string, name: string): number {
  const db = new BetterSqlite3(file, { readonly: true })
  const root = db
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(name)
  db.close()
  return root ?? 0
}

/** Overwrites a page, numbered from 1. */
function overwrite(file: string, page: number, value = 0): void {
  const bytes = readFileSync(file)
  bytes.fill(value, (page - 1) * PAGE, page * PAGE)
  writeFileSync(file, bytes)
}

describe('where only the file around the rows is damaged, everything is there with its history', () => {
  test.each<[string, (file: string) => void]>([
    ['its first page, with the list of the tables', (file) => overwrite(file, 1)],
    ['the way down to the texts', (file) => overwrite(file, rootOf(file, 'field'))],
    ['the way down to the rows of the outline', (file) => overwrite(file, rootOf(file, 'node'), 0xff)],
    ['an index', (file) => overwrite(file, rootOf(file, 'node_parent'))],
    ['junk behind its end', (file) => writeFileSync(file, 'junk '.repeat(1000), { flag: 'a' })],
    ['triggers and views', (file) => edit(file, (db) => db.exec(BOMBS))],
  ])('%s', (_what, damage) => {
    const place = damaged(damage)
    const history = salvaged(damaged(() => {}))
      .db.prepare('SELECT count(*) FROM change')
      .pluck()
      .get()
    const { whole, losses, workbook, db } = salvaged(place)
    expect({ whole, losses }).toEqual({ whole: true, losses: [] })
    expect(contentIn(place.place.file)).toEqual(place.before)
    expect(db.prepare('SELECT count(*) FROM change').pluck().get()).toBe(history)
    expect(workbook.db.prepare('SELECT who FROM session').pluck().all()).toEqual(['Else Consulent'])
  })

  const BOMBS = `CREATE TRIGGER t AFTER INSERT ON node BEGIN DELETE FROM field; END;
    CREATE VIEW v AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT id FROM r;
    CREATE TABLE foreign_rows AS SELECT * FROM node`
})

describe('where rows are lost', () => {
  test('what belongs to a row that could not be read stands under its heading, as it stood', () => {
    const place = forged(`DELETE FROM node WHERE id = ${aNode('indsats')}`)
    const lost = place.before.nodes.filter(({ type }) => type === 'indsats')[0]
    const { losses, db } = salvaged(place)
    expect(reasons(losses)).toEqual(['node nameless'])
    expect(losses[0]?.name).toMatch(/^Flere børn skal have et fællesskab\./)
    const [instead] = readAll(db, 'node', 'WHERE id = ?', lost?.id)
    expect(instead).toMatchObject({ type: 'indsats', title: salvageTexts.node, planId: lost?.planId })
    const [heading] = readAll(db, 'node', 'WHERE id = ?', instead?.parentId)
    expect(heading).toMatchObject({ type: 'section', title: 'Reddet', parentId: null, planId: lost?.planId })
    const below = place.before.nodes.filter(({ parentId }) => parentId === lost?.id)
    expect(readAll(db, 'node', 'WHERE parentId = ? ORDER BY id', lost?.id)).toEqual(below)
    expect(readAll(db, 'field', 'ORDER BY id')).toEqual(place.before.fields)
    expect(readAll(db, 'status')).toHaveLength(
      place.before.nodes.filter(({ type }) => type === 'indsats').length,
    )
  })

  test.each([
    ['plan', "DELETE FROM plan WHERE pos = 'a0'", { table: 'plan', name: 'Reddet plan', why: 'nameless' }],
    [
      'unit',
      "DELETE FROM unit WHERE kind = 'center'",
      { table: 'unit', name: 'Reddet enhed', why: 'nameless' },
    ],
    ['round', 'DELETE FROM round', { table: 'round', name: 'Reddet opfølgningsrunde', why: 'nameless' }],
  ] as const)('a %s that could not be read has something in its place', (_what, statement, loss) => {
    const place = forged(statement)
    const { losses, db } = salvaged(place)
    expect(losses).toEqual([loss])
    expect(readAll(db, 'node', 'ORDER BY id').map(({ id }) => id)).toEqual(
      place.before.nodes.map(({ id }) => id),
    )
    expect(
      readAll(db, loss.table, 'ORDER BY id').map((row) => ('title' in row ? row.title : row.name)),
    ).toContain(loss.name)
  })

  test('a text whose row and plan are gone stands in a plan of its own', () => {
    const place = forged(
      'DELETE FROM node',
      'DELETE FROM plan',
      'DELETE FROM milestone',
      'DELETE FROM indicator',
      'DELETE FROM measurement',
      'DELETE FROM status',
      'DELETE FROM cover',
      'DELETE FROM snapshot',
    )
    const { workbook, db, losses } = salvaged(place)
    expect(workbook.plans.map(({ title }) => title)).toEqual(['Reddet plan'])
    expect(readAll(db, 'field', 'ORDER BY id')).toEqual(place.before.fields)
    expect(reasons(losses).toSorted()).toEqual(['coordinator homeless', 'node nameless'])
    const titles = new Set(readAll(db, 'node').map(({ title }) => title))
    expect(titles).toEqual(new Set([salvageTexts.heading, salvageTexts.node]))
  })

  test('a template that was lost is there again as the program brings it', () => {
    const { workbook } = salvaged(edited("DELETE FROM template WHERE key = 'maalaftale'"))
    expect(workbook.templates.map(({ key }) => key)).toContain('maalaftale')
  })

  test('a plan of a kind that nobody knows takes one that has its rows', () => {
    const { workbook, losses } = salvaged(
      edited("UPDATE plan SET template = 'ukendt', variant = 'x' WHERE pos = 'a0'"),
    )
    expect(losses).toMatchObject([{ table: 'plan', why: 'mended' }])
    for (const { id } of workbook.plans) expect(workbook.plan(id).outline.length).toBeGreaterThan(0)
  })

  test('pages that are zeros take nothing with them but what stood on them', () => {
    const place = damaged((file) => {
      const db = new BetterSqlite3(file, { readonly: true })
      const pages = db
        .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'node' AND pagetype = 'leaf'")
        .pluck()
        .all()
      db.close()
      overwrite(file, pages[1] ?? 0)
    })
    const { db, unreadable, whole, complete } = salvaged(place)
    expect({ unreadable, whole, complete }).toEqual({ unreadable: 1, whole: false, complete: false })
    expect(readAll(db, 'field', 'ORDER BY id')).toEqual(place.before.fields)
    const titles = readAll(db, 'node').filter(({ title }) => title !== salvageTexts.node)
    expect(titles.length).toBeGreaterThan(place.before.nodes.length - 60)
  })
})

describe('where rows break rules', () => {
  test('circles come to stand under the heading, each once', () => {
    const place = forged(
      `UPDATE node SET parentId = (SELECT min(id) FROM node child WHERE child.parentId = node.id) WHERE type = 'indsats'`,
    )
    const { db, losses } = salvaged(place)
    const indsatser = place.before.nodes.filter(({ type }) => type === 'indsats')
    expect(losses.map(({ why }) => why)).toEqual(indsatser.map(() => 'moved'))
    const kept = readAll(db, 'node', 'ORDER BY id').filter(({ title }) => title !== 'Reddet')
    expect(kept.map(({ id, title }) => [id, title])).toEqual(
      place.before.nodes.map(({ id, title }) => [id, title]),
    )
  })

  test.each([65, 200, 3000])('a chain of %i rows is cut into pieces that are not too deep', (depth) => {
    const place = damaged((file) => forge(file, (db) => addChain(db, depth)))
    const { db, losses } = salvaged(place)
    expect(db.prepare("SELECT count(*) FROM node WHERE title LIKE 'Led %'").pluck().get()).toBe(depth)
    expect(losses).toHaveLength(Math.ceil((depth - 64) / 63))
    expect(reasons(losses)).toEqual(['node moved'])
  })

  test('thousands of circles take no longer than one', () => {
    const place = damaged((file) => forge(file, (db) => addCircles(db, 20_000)))
    const started = performance.now()
    const { losses } = salvaged(place)
    expect(losses).toHaveLength(20_000)
    expect(performance.now() - started).toBeLessThan(30_000)
  })

  test('keys that two rows share, and places that no place can be found between, are told apart', () => {
    const place = edited(
      "UPDATE node SET pos = 'zz zz' WHERE parentId IS NOT NULL",
      "UPDATE plan SET pos = '!' WHERE pos = 'a1'",
    )
    const { workbook, db } = salvaged(place)
    const [indsats] = readAll(db, 'node', "WHERE type = 'indsats'")
    workbook.execute({
      type: 'node.insert',
      id: newId(),
      planId: indsats?.planId ?? '',
      parentId: indsats?.id ?? '',
      after: null,
      nodeType: 'milestone',
      title: 'Ny',
    })
    expect(workbook.plans).toHaveLength(3)
  })
})

describe('texts', () => {
  const aField = '(SELECT min(id) FROM field)'
  const textsIn = (db: Database) => readAll(db, 'field', 'ORDER BY id').map(({ doc }) => plainText(doc))

  test.each([
    ['cut in the middle', `UPDATE field SET doc = substr(doc, 1, 200) WHERE id = ${aField}`],
    [
      'with something that is no rich text',
      `UPDATE field SET doc = replace(doc, '"type":"text"', '"type":"text","size":7') WHERE id = ${aField}`,
    ],
    [
      'with its brackets gone',
      `UPDATE field SET doc = replace(replace(doc, '[', ''), ']', '') WHERE id = ${aField}`,
    ],
  ])('%s are kept as plain text', (_what, statement) => {
    const place = forged(statement)
    const [before = ''] = place.before.fields.map(({ doc }) => plainText(doc))
    const { db, losses } = salvaged(place)
    const [after = ''] = textsIn(db)
    expect(before.startsWith(after.trim())).toBe(true)
    expect(after.length).toBeGreaterThan(100)
    expect(losses).toMatchObject([{ table: 'field', why: 'plain' }])
    expect(textsIn(db).slice(1)).toEqual(place.before.fields.slice(1).map(({ doc }) => plainText(doc)))
  })

  test('keep their paragraphs, quotes and letters', () => {
    const doc = JSON.stringify([
      { type: 'paragraph', content: [{ type: 'text', text: 'Hun sagde »nej« og "nej".' }] },
      {
        type: 'bullets',
        items: [
          {
            blocks: [
              {
                type: 'paragraph',
                content: [
                  { type: 'text', text: 'Æble', bold: true },
                  { type: 'text', text: 'tærte' },
                ],
              },
            ],
          },
        ],
      },
    ]).slice(0, -4)
    const { db } = salvaged(forged(`UPDATE field SET doc = '${doc}' WHERE id = ${aField}`))
    expect(textsIn(db)[0]).toBe('Hun sagde »nej« og "nej".\nÆbletærte')
  })

  test('whose end lies on a page that is lost are kept up to there', () => {
    const long = 'Det lange løb er det lange løb. '.repeat(800)
    const doc = JSON.stringify([{ type: 'paragraph', content: [{ type: 'text', text: long }] }])
    const place = damaged((file) => {
      forge(file, (db) => db.prepare(`UPDATE field SET doc = ? WHERE id = ${aField}`).run(doc))
      const db = new BetterSqlite3(file, { readonly: true })
      const overflow = db
        .prepare<[], number>(
          "SELECT pageno FROM dbstat WHERE name = 'field' AND pagetype = 'overflow' ORDER BY path",
        )
        .pluck()
        .all()
      db.close()
      overwrite(file, overflow[2] ?? 0)
    })
    const { db, losses } = salvaged(place)
    const kept = textsIn(db).find((text) => text.startsWith('Det lange løb'))
    expect(kept?.length).toBeGreaterThan(5000)
    expect(losses).toMatchObject([{ table: 'field', why: 'plain' }])
  })

  test('of a row that is left out are told by their beginning', () => {
    const { losses } = salvaged(forged(`UPDATE field SET key = '' WHERE id = ${aField}`))
    expect(losses).toEqual([
      { table: 'field', name: expect.stringMatching(/^(Det|Flere|Fraværet) /), why: 'unusable' },
    ])
  })

  test('that were deleted do not come back', () => {
    const place = damaged((file) => {
      const db = new BetterSqlite3(file)
      db.exec("DELETE FROM field; DELETE FROM status; UPDATE meta SET value = 'x' WHERE key = 'seal'")
      db.close()
      expect(readFileSync(file).includes('Det handler om trivsel')).toBe(true)
    })
    const { db, losses } = salvaged(place)
    expect(textsIn(db)).toEqual([])
    expect(losses).toEqual([])
  })
})

describe('the new workbook', () => {
  test('is the same workbook, in which everything is new: a colleague’s copy takes nothing in it for deleted', () => {
    const place = forged(`DELETE FROM node WHERE id = ${aNode('section')}`)
    const id = "SELECT value FROM meta WHERE key = 'workbookId'"
    const old = new BetterSqlite3(place.file, { readonly: true })
    const was = {
      id: old.prepare(id).pluck().get(),
      sessions: old.prepare('SELECT id FROM session').pluck().all(),
    }
    old.close()
    const { db, workbook, sameWorkbook } = salvaged(place)
    expect(sameWorkbook).toBe(true)
    expect(db.prepare(id).pluck().get()).toBe(was.id)
    expect(was.sessions).not.toContain(db.prepare('SELECT id FROM session').pluck().get())
    expect(db.prepare('SELECT DISTINCT born FROM node').pluck().all()).toEqual([2 ** 32 + 1])
    expect(workbook.history.undo).toBeNull()
  })

  test('is another where the old one’s mark is lost, and says so', () => {
    const { sameWorkbook, db } = salvaged(forged("UPDATE meta SET value = 'x' WHERE key = 'workbookId'"))
    expect(sameWorkbook).toBe(false)
    expect(db.prepare("SELECT length(value) FROM meta WHERE key = 'workbookId'").pluck().get()).toBe(36)
  })

  test('of a packet is still one, in which what is written from now on is an answer', () => {
    const unit = { id: newId(), name: 'Center for Alt' }
    const packet = { id: newId(), unit, madeAt: '2026-11-22T10:00:00.000Z', madeBy: '', sessions: 7 }
    const place = damaged((file) =>
      edit(file, (db) => db.prepare("INSERT INTO meta VALUES ('packet', ?)").run(JSON.stringify(packet))),
    )
    expect(salvaged(place).workbook.packet).toEqual({ ...packet, sessions: 1 })
    expect(salvaged(edited("INSERT INTO meta VALUES ('packet', '{')")).workbook.packet).toBeNull()
  })

  test('can be written on', () => {
    const { workbook } = salvaged(damaged((file) => truncateSync(file, statSync(file).size - 3 * PAGE)))
    workbook.execute({ type: 'organisation.rename', name: 'Egelund Kommune' })
    workbook.save()
    workbook.undo()
    expect(workbook.organisation).not.toBe('Egelund Kommune')
  })
})

describe('a working copy that was damaged in a crash', () => {
  test('gives what was written last, also what was only in its log', () => {
    const place = placeIn(temporaryFolder())
    const first = newWorkbook(place)
    first.import([incoming(readJson(exampleFiles[4] ?? ''))], { replace: false })
    first.save()
    first.execute({ type: 'organisation.rename', name: 'Vesterlyng Kommune' })
    first.leave()
    const [name = ''] = readdirSync(place.workBase).filter((found) => found.startsWith('workbook-'))
    const folder = join(place.workBase, name)
    overwrite(join(folder, WORKING_COPY), rootOf(join(folder, WORKING_COPY), 'unit_parent'), 0xff)
    expect(() => Workbook.recover(place, { folder })).toThrow(
      expect.objectContaining({ code: 'workbook.damaged' }),
    )
    const out = { ...place, file: join(folder, '../../reddet.sqlite') }
    salvage(join(folder, WORKING_COPY), out)
    expect(reopen(out).organisation).toBe('Vesterlyng Kommune')
  })
})

describe('nothing is written', () => {
  test.each([
    ['where there is a file', 'andet.sqlite'],
    ['in the place of the damaged file', 'Beskadiget.sqlite'],
    ['in its place by a link', 'link.sqlite'],
  ])('%s', (_what, name) => {
    const { folder, file, place } = damaged((file) => overwrite(file, 1))
    writeFileSync(join(folder, 'andet.sqlite'), 'noget andet')
    symlinkSync(file, join(folder, 'link.sqlite'))
    const before = [readFileSync(file), readFileSync(join(folder, 'andet.sqlite'))]
    expect(() => salvage(file, { ...place, file: join(folder, name) })).toThrow(
      expect.objectContaining({ code: 'workbook.exists' }),
    )
    expect([readFileSync(file), readFileSync(join(folder, 'andet.sqlite'))]).toEqual(before)
  })

  test('where nothing could be read, or the place cannot be written', () => {
    const { file, place } = damaged((file) => writeFileSync(file, 'Kære alle'))
    expect(() => salvage(file, place)).toThrow(expect.objectContaining({ code: 'salvage.nothing' }))
    expect(existsSync(place.file)).toBe(false)
    const other = damaged((file) => overwrite(file, 1))
    expect(() => salvage(other.file, { ...other.place, file: '/nowhere/x.sqlite' })).toThrow(
      expect.objectContaining({ code: 'disk.no-folder' }),
    )
    expect(readdirSync(other.place.workBase)).toEqual([])
  })

  test('from another program’s database, though its tables are as long as ours', () => {
    const folder = temporaryFolder()
    const db = new BetterSqlite3(join(folder, 'x'))
    onTestFinished(() => void db.close())
    db.exec(`CREATE TABLE contact (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, age INTEGER, note TEXT);
      INSERT INTO contact VALUES (1, 'Bo', 'bo@x.dk', 7, '{}'), (2, 'Else', 'e@x.dk', 8, NULL)`)
    const place = { ...placeIn(folder), file: join(folder, 'ud.sqlite') }
    expect(() => salvage(join(folder, 'x'), place)).toThrow(
      expect.objectContaining({ code: 'salvage.nothing' }),
    )
  })
})

function addChain(db: Database, depth: number): void {
  const insert = db.prepare(
    "INSERT INTO node SELECT ?, id, ?, 'a0', 'theme', ?, NULL, NULL, 0, 1, NULL FROM plan WHERE pos = 'a0'",
  )
  const run = db.transaction(() => {
    let parent: string | null = null
    for (let level = 0; level < depth; level += 1) {
      const id = newId()
      insert.run(id, parent, `Led ${level}`)
      parent = id
    }
  })
  run()
}

function addCircles(db: Database, count: number): void {
  const insert = db.prepare(
    "INSERT INTO node SELECT ?, id, ?, 'a0', 'theme', 'Rundt', NULL, NULL, 0, 1, NULL FROM plan WHERE pos = 'a0'",
  )
  const run = db.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const [one, other] = [newId(), newId()]
      insert.run(one, other)
      insert.run(other, one)
    }
  })
  run()
}
