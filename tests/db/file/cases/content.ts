import { newId } from '../../../../db/model/ids.ts'
import { changed, edit, edited, type FileCase, forge, forged } from './case.ts'

const aNode = (type: string): string => `(SELECT min(id) FROM node WHERE type = '${type}')`

/** Rich text whose lists are nested this deep. */
const nested = (depth: number): string =>
  `'[' || replace(hex(zeroblob(${depth})), '00', '{"type":"bullets","items":[{"blocks":[') || replace(hex(zeroblob(${depth})), '00', ']}]}') || ']'`

const setDoc = (value: string): string =>
  `UPDATE field SET doc = ${value} WHERE id = (SELECT min(id) FROM field)`

/** A chain of nodes below one another, its last at this depth. */
function chain(depth: number): FileCase['make'] {
  return changed((file) =>
    forge(file, (db) => {
      const insert = db.prepare(
        "INSERT INTO node SELECT ?, id, ?, 'a0', 'theme', 'Dybt', NULL, NULL, 0, 1, NULL FROM plan WHERE pos = 'a0'",
      )
      let parent: string | null = null
      for (let level = 0; level < depth; level += 1) {
        const id = newId()
        insert.run(id, parent)
        parent = id
      }
    }),
  )
}

/** Leaves the last node out of an index, by taking the index out of the schema while the node is written. */
const missingInIndex = (write: typeof edit): FileCase['make'] =>
  changed((file) => {
    type SchemaRow = readonly [string, string, string, number, string]
    let index: SchemaRow | undefined
    edit(file, (db) => {
      index = db.prepare<[], SchemaRow>("SELECT * FROM sqlite_schema WHERE name = 'node_parent'").raw().get()
      db.exec("DELETE FROM sqlite_schema WHERE name = 'node_parent'")
    })
    edit(file, (db) => {
      const id = newId()
      db.exec(
        `INSERT INTO node SELECT '${id}', planId, NULL, 'zz', 'theme', 'Ny', NULL, NULL, 0, 1, NULL FROM node LIMIT 1`,
      )
      db.prepare('INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)').run(...(index ?? []))
    })
    write(file, () => {})
  })

/** A value that STRICT forbids, put in while the table's text says otherwise. */
const blobInText = changed((file) => {
  edit(file, (db) =>
    db.exec("UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'unit'"),
  )
  edit(file, (db) => {
    db.exec("UPDATE unit SET name = x'0102'")
    db.exec("UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = 'unit'")
  })
})

/** Two values for some node, of nobody's. */
const conflictAbout = (table: string, unit: string, value: string): string => {
  const side = `'${value}', 'Maja', NULL, '${newId()}', 1`
  return `INSERT INTO conflict SELECT '${newId()}', '${table}', min(id), '${unit}', ${side}, ${side}, NULL, min(born), NULL FROM node`
}

const unchecked = { expected: 'workbook.foreign-content' } as const

/** Sound databases with content that no program of ours wrote. Where it is forged, sums and seal fit. */
export const contentCases: readonly FileCase[] = [
  {
    name: '47 CHECK violated in data',
    make: forged('UPDATE node SET annex = 7'),
    expected: 'workbook.damaged',
    details: /CHECK/,
  },
  { name: '48 invalid JSON', make: forged(setDoc("'[{'")), expected: 'workbook.damaged', details: /CHECK/ },
  {
    name: '49 JSON nested 100,000 deep',
    make: forged(
      setDoc("replace(hex(zeroblob(100000)), '00', '[') || replace(hex(zeroblob(100000)), '00', ']')"),
    ),
    expected: 'workbook.damaged',
    details: /CHECK/,
  },
  {
    name: '50 JSON nested 900 deep (valid for SQLite, but no rich text)',
    make: forged(setDoc("replace(hex(zeroblob(900)), '00', '[') || replace(hex(zeroblob(900)), '00', ']')")),
    ...unchecked,
    details: /field/,
  },
  { name: '50a lists nested 200 deep', make: forged(setDoc(nested(200))), expected: 'opened' },
  {
    name: '51 foreign key violation',
    make: forged(`DELETE FROM node WHERE id = ${aNode('section')}`),
    expected: 'workbook.damaged',
    details: /dangling/,
  },
  {
    name: '52 circle in the outline',
    make: forged(
      `UPDATE node SET parentId = (SELECT min(id) FROM node child WHERE child.parentId = node.id) WHERE id = ${aNode('indsats')}`,
    ),
    ...unchecked,
    details: /circle/,
  },
  { name: '52a outline 64 deep', make: chain(64), expected: 'opened' },
  { name: '52b outline 65 deep', make: chain(65), ...unchecked, details: /too deep/ },
  {
    name: '52c circle of units',
    make: forged(
      "UPDATE unit SET parentId = (SELECT id FROM unit WHERE kind = 'center') WHERE kind = 'direktion'",
    ),
    ...unchecked,
    details: /units in a circle/,
  },
  {
    name: '53 child in another plan than its parent',
    make: forged(`UPDATE node SET planId = (SELECT max(id) FROM plan) WHERE id = ${aNode('bidrag')}`),
    ...unchecked,
    details: /another plan/,
  },
  {
    name: '54 title of 3 MB',
    make: forged("UPDATE plan SET title = hex(zeroblob(1500000)) WHERE pos = 'a0'"),
    expected: 'workbook.damaged',
    details: /CHECK/,
  },
  {
    name: '55 title with NUL',
    make: forged("UPDATE plan SET title = 'a' || char(0) || 'b' WHERE pos = 'a0'"),
    ...unchecked,
    details: /NUL in a text of plan/,
  },
  {
    name: '55a NUL spelt in JSON',
    make: forged(setDoc(`'[{"type":"paragraph","content":[{"type":"text","text":"a\\u0000b"}]}]'`)),
    ...unchecked,
    details: /NUL/,
  },
  {
    name: '55b half a character spelt in JSON',
    make: forged(setDoc(`'[{"type":"paragraph","content":[{"type":"text","text":"\\ud83d"}]}]'`)),
    ...unchecked,
    details: /half a character/,
  },
  {
    name: '55c a text about \\u0000 that holds none',
    make: forged(setDoc(`'[{"type":"paragraph","content":[{"type":"text","text":"\\\\u0000"}]}]'`)),
    expected: 'opened',
  },
  {
    name: '56 title with invalid UTF-8 (opened in the research)',
    make: edited("UPDATE plan SET title = CAST(x'61ff62' AS TEXT) WHERE pos = 'a0'"),
    ...unchecked,
    details: /content sum/,
  },
  {
    name: '57 text of 6 MB (a blob of 200 MB in the research)',
    make: forged(
      setDoc(
        `'[{"type":"paragraph","content":[{"type":"text","text":"' || hex(zeroblob(3000000)) || '"}]}]'`,
      ),
    ),
    expected: 'workbook.too-big',
    details: /field/,
  },
  {
    name: '58 blob in a TEXT column (past STRICT)',
    make: blobInText,
    expected: 'workbook.damaged',
    details: /non-TEXT value|missing from index/,
  },
  {
    name: '59 index rebuilt without a row',
    make: edited('DROP INDEX node_parent', "CREATE INDEX node_parent ON node (parentId) WHERE title <> 'x'"),
    ...unchecked,
    details: /index node_parent/,
  },
  {
    name: '60 one row missing from an index',
    make: missingInIndex(edit),
    expected: 'workbook.damaged',
    details: /index/,
  },
  {
    name: '61 one row missing from an index, sealed (quick_check only)',
    make: missingInIndex(forge),
    expected: 'workbook.damaged',
    details: /index/,
  },
  {
    name: '61a a title changed by another program',
    make: edited("UPDATE plan SET title = 'Noget andet' WHERE pos = 'a0'"),
    ...unchecked,
    details: /content sum/,
  },
  {
    name: '61b history changed by another program',
    make: edited("UPDATE txn SET at = '1999-01-01T00:00:00.000Z'"),
    ...unchecked,
    details: /history sum/,
  },
  {
    name: '61c history that names a table to come into SQL',
    make: forged("UPDATE change SET tbl = 'node; DROP TABLE node' WHERE rid = 1"),
    ...unchecked,
    details: /unknown table/,
  },
  {
    name: '61d milestone of a node of another type',
    make: forged("UPDATE node SET type = 'theme' WHERE type = 'milestone'"),
    ...unchecked,
    details: /milestone of another/,
  },
  {
    name: '61e template that is none',
    make: forged("UPDATE template SET doc = '{}' WHERE key = 'maalaftale'"),
    ...unchecked,
    details: /template/,
  },
  {
    name: '61f stamps that are none',
    make: forged(`UPDATE plan SET mods = '["x"]'`),
    ...unchecked,
    details: /plan/,
  },
  {
    name: '61h conflict that names a table to come into SQL',
    make: forged(conflictAbout('node; DROP TABLE node', 'title', '{"title":"x"}')),
    ...unchecked,
    details: /conflict/,
  },
  {
    name: '61i conflict whose value may not stand in its row',
    make: forged(conflictAbout('node', 'title', '{"title":7,"type":"section"}')),
    ...unchecked,
    details: /conflict/,
  },
  {
    name: '61j conflict about a title',
    make: forged(conflictAbout('node', 'title', '{"title":"x"}')),
    expected: 'opened',
  },
  { name: '61g no workbook id', make: forged("DELETE FROM meta WHERE key = 'workbookId'"), ...unchecked },
]
