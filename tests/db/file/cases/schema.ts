import { changed, edit, edited, type FileCase } from './case.ts'

/** The text of one statement in `sqlite_schema` changed, as a hex editor would. */
const rewritten = (name: string, from: string, to: string): string =>
  `UPDATE sqlite_schema SET sql = replace(sql, '${from.replaceAll("'", "''")}', '${to.replaceAll("'", "''")}') WHERE name = '${name}'`

const rooted = (name: string, at: string): string =>
  `UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = '${at}') WHERE name = '${name}'`

const foreign = { expected: 'workbook.foreign-content' } as const

const manyTables = changed((file) =>
  edit(file, (db) => {
    const run = db.transaction(() => {
      for (let index = 0; index < 5000; index += 1) db.exec(`CREATE TABLE t${index} (a)`)
    })
    run()
  }),
)

/** Files that bring SQL of their own. */
export const schemaCases: readonly FileCase[] = [
  {
    name: '28 trigger that deletes nodes when meta is updated',
    make: edited('CREATE TRIGGER x AFTER UPDATE ON meta BEGIN DELETE FROM node; END'),
    ...foreign,
    details: /trigger x/,
  },
  {
    name: '29 trigger that inserts without end',
    make: edited(
      "CREATE TRIGGER x AFTER INSERT ON round BEGIN INSERT INTO round VALUES (hex(randomblob(18)), 'x', '2027-01-01', 1, NULL); END",
    ),
    ...foreign,
    details: /trigger x/,
  },
  {
    name: '30 table replaced by a view',
    make: edited('ALTER TABLE round RENAME TO round_real', 'CREATE VIEW round AS SELECT * FROM round_real'),
    ...foreign,
  },
  {
    name: '31 view that never ends in place of a table',
    make: edited(
      'ALTER TABLE round RENAME TO round_real',
      'CREATE VIEW round AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT id FROM r',
    ),
    ...foreign,
  },
  {
    name: '32 extra view calling load_extension()',
    make: edited("CREATE VIEW v AS SELECT load_extension('evil')"),
    ...foreign,
    details: /view v/,
  },
  { name: '33 extra table', make: edited('CREATE TABLE evil (a)'), ...foreign, details: /table evil/ },
  { name: '34 extra fts5 table', make: edited('CREATE VIRTUAL TABLE evil USING fts5(a)'), ...foreign },
  {
    name: '35 fts5 with damaged shadow table',
    make: edited('CREATE VIRTUAL TABLE evil USING fts5(a)', "UPDATE evil_data SET block = x'ff'"),
    ...foreign,
  },
  {
    name: '36 virtual table of unknown module',
    make: edited(
      "INSERT INTO sqlite_schema VALUES ('table', 'm', 'm', 0, 'CREATE VIRTUAL TABLE m USING nonesuch(a)')",
    ),
    ...foreign,
  },
  {
    name: '37 CHECK with costly expression added',
    make: edited(
      rewritten(
        'meta',
        'value TEXT NOT NULL',
        'value TEXT NOT NULL CHECK (length(hex(randomblob(99999999))) > 0)',
      ),
    ),
    ...foreign,
    details: /table meta/,
  },
  {
    name: '38 CHECK calling an unsafe function',
    make: edited(
      rewritten('meta', 'value TEXT NOT NULL', "value TEXT NOT NULL CHECK (load_extension('x') > 0)"),
    ),
    expected: 'workbook.damaged',
    details: /unsafe use/,
  },
  {
    name: '39 generated column added',
    make: edited(rewritten('meta', 'value TEXT NOT NULL', 'value TEXT NOT NULL, g TEXT AS (upper(value))')),
    ...foreign,
  },
  { name: '40 expression index added', make: edited('CREATE INDEX e ON node (upper(title))'), ...foreign },
  { name: '41 sqlite_stat1 planted', make: edited('ANALYZE'), ...foreign, details: /sqlite_stat1/ },
  {
    name: '42 root page of one table at another',
    make: edited(rooted('plan', 'unit')),
    expected: 'workbook.damaged',
  },
  {
    name: '43 root page of an index at a table',
    make: edited(rooted('node_parent', 'unit')),
    expected: 'workbook.damaged',
  },
  {
    name: '44 CHECK removed from the schema, and a bad row put in',
    make: edited(
      rewritten('plan', 'CHECK (length(title) <= 2000)', ''),
      "UPDATE plan SET title = hex(zeroblob(2000)) WHERE pos = 'a0'",
    ),
    ...foreign,
    details: /table plan/,
  },
  {
    name: '45 schema text is garbage',
    make: edited("UPDATE sqlite_schema SET sql = 'CREATE TABLE plan ((((' WHERE name = 'plan'"),
    expected: 'workbook.damaged',
    details: /malformed database schema/,
  },
  {
    name: '46 5,000 extra tables (50,000 in the research)',
    make: manyTables,
    ...foreign,
    details: /table t0/,
  },
  { name: '46a a table is missing', make: edited('DROP TABLE snapshot'), ...foreign },
  {
    name: '46b schema text goes on behind a NUL',
    make: edited("UPDATE sqlite_schema SET sql = sql || char(0) || 'x' WHERE name = 'round'"),
    ...foreign,
    details: /table round/,
  },
]
