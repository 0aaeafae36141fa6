import { readFileSync } from 'node:fs'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../db/model/rich-text/plain-text.ts'
import { readAll } from '../../../db/queries/read.ts'
import { forge } from '../file/cases/case.ts'
import { damaged, forged, overwrite, salvaged } from './damaged.ts'

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
