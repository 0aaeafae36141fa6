import { writeFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../db/model/ids.ts'
import { salvageTexts } from '../../../db/model/texts/salvage.ts'
import { readAll } from '../../../db/queries/read.ts'
import { edit, forge } from '../file/cases/case.ts'
import {
  addChain,
  addCircles,
  aNode,
  contentIn,
  damaged,
  edited,
  forged,
  overwrite,
  reasons,
  rootOf,
  salvaged,
} from './damaged.ts'

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
