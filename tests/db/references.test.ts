import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { tableNames } from '../../db/model/records.ts'
import { references } from '../../db/references.ts'
import { schema } from '../../db/schema.ts'

test('what a row needs is what the foreign keys of its table say', () => {
  const db = new BetterSqlite3(':memory:')
  for (const sql of schema) db.exec(sql)
  const keys = tableNames.flatMap((table) =>
    db
      .prepare<[], { from: string; table: string }>(
        `SELECT "from", "table" FROM pragma_foreign_key_list('${table}')`,
      )
      .all()
      .map((key) => `${table}.${key.from} ${key.table}`),
  )
  db.close()
  const known = tableNames.flatMap((table) =>
    Object.entries(references[table] ?? {}).map(([column, target]) => `${table}.${column} ${target}`),
  )
  expect(keys.length).toBeGreaterThan(10)
  expect(known.toSorted()).toEqual(keys.toSorted())
})
