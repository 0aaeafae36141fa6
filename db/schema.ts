/**
 * The workbook's tables. This text both makes a workbook and is the list that a file's `sqlite_schema` must
 * equal byte for byte when it is opened: whatever else is in a file is not ours, and may be hostile.
 * Plain STRICT tables and plain indexes only; no triggers, views, generated columns or cascades.
 *
 * Every row that is merged carries `born`, the dot of the transaction that made it, and `mods`, the dots of
 * the units of columns that were changed since (JSON, unit → dot). A dot is session rid × 2^32 + sequence.
 */

/** 'PLVK' */
export const APPLICATION_ID = 0x504c564b
export const SCHEMA_VERSION = 1

const ID = `TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36)`
const STAMPS = `born INTEGER NOT NULL CHECK (born > 0),
  mods TEXT CHECK (mods IS NULL OR json_valid(mods))`
const references = (table: string): string =>
  `TEXT NOT NULL REFERENCES ${table}(id) DEFERRABLE INITIALLY DEFERRED`
const optionally = (table: string): string => `TEXT REFERENCES ${table}(id) DEFERRABLE INITIALLY DEFERRED`
const POSITION = `TEXT NOT NULL CHECK (length(pos) BETWEEN 1 AND 200)`
const DATE = (column: string): string => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

export const schema: readonly string[] = [
  // --- the file and its history -------------------------------------------------------------------------
  `CREATE TABLE meta (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID`,

  // One per opening for edit; together they are the file's version vector.
  `CREATE TABLE session (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  who TEXT NOT NULL,
  machine TEXT NOT NULL,
  program TEXT NOT NULL,
  startedAt TEXT NOT NULL,
  lastSeq INTEGER NOT NULL DEFAULT 0 CHECK (lastSeq >= 0)
) STRICT`,

  // One per command: the history, and the stacks of undo and redo. `plans` are the ids of the plans whose rows were changed,
  // one after the other; NULL = not known. `refDot` of an undo or redo is what it took back; of a merge, the last
  // transaction before those that came in with it.
  `CREATE TABLE txn (
  rid INTEGER PRIMARY KEY,
  dot INTEGER NOT NULL UNIQUE CHECK (dot > 0),
  at TEXT NOT NULL,
  label TEXT NOT NULL CHECK (json_valid(label)),
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo', 'merge', 'import', 'migrate')),
  refDot INTEGER,
  plans TEXT,
  focus TEXT
) STRICT`,

  // What each row was before: nothing for an insert, the changed columns for an update, all for a removal.
  `CREATE TABLE change (
  rid INTEGER PRIMARY KEY,
  txnRid INTEGER NOT NULL REFERENCES txn(rid),
  tbl TEXT NOT NULL,
  rowId TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
  old TEXT CHECK (old IS NULL OR json_valid(old))
) STRICT`,
  'CREATE INDEX change_txn ON change (txnRid, op)',
  'CREATE INDEX change_row ON change (rowId)',

  // What merging could not decide. `tbl` and `rowId` say which row, `unit` which of its units of columns.
  `CREATE TABLE conflict (
  id ${ID},
  tbl TEXT NOT NULL,
  rowId TEXT NOT NULL,
  unit TEXT NOT NULL,
  firstValue TEXT NOT NULL CHECK (json_valid(firstValue)),
  firstWho TEXT NOT NULL,
  firstAt TEXT,
  firstSession TEXT NOT NULL,
  firstSeq INTEGER NOT NULL CHECK (firstSeq > 0),
  secondValue TEXT NOT NULL CHECK (json_valid(secondValue)),
  secondWho TEXT NOT NULL,
  secondAt TEXT,
  secondSession TEXT NOT NULL,
  secondSeq INTEGER NOT NULL CHECK (secondSeq > 0),
  beforeValue TEXT CHECK (beforeValue IS NULL OR json_valid(beforeValue)),
  ${STAMPS}
) STRICT`,
  'CREATE INDEX conflict_row ON conflict (rowId)',

  // --- the organisation -------------------------------------------------------------------------------------
  `CREATE TABLE setting (
  id ${ID},
  key TEXT NOT NULL UNIQUE CHECK (length(key) BETWEEN 1 AND 60),
  value TEXT NOT NULL,
  ${STAMPS}
) STRICT`,

  `CREATE TABLE unit (
  id ${ID},
  parentId ${optionally('unit')},
  pos ${POSITION},
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  ${STAMPS},
  CHECK (parentId IS NULL OR parentId <> id)
) STRICT`,
  'CREATE INDEX unit_parent ON unit (parentId)',

  `CREATE TABLE template (
  id ${ID},
  key TEXT NOT NULL UNIQUE CHECK (length(key) BETWEEN 1 AND 60),
  doc TEXT NOT NULL CHECK (json_valid(doc)),
  ${STAMPS}
) STRICT`,

  // --- plans and their outline ----------------------------------------------------------------------------
  `CREATE TABLE plan (
  id ${ID},
  ref TEXT UNIQUE CHECK (ref IS NULL OR length(ref) BETWEEN 1 AND 500),
  pos ${POSITION},
  template TEXT NOT NULL CHECK (length(template) BETWEEN 1 AND 60),
  variant TEXT,
  title TEXT NOT NULL CHECK (length(title) <= 2000),
  periodFrom INTEGER NOT NULL CHECK (periodFrom BETWEEN 1900 AND 2200),
  periodTo INTEGER CHECK (periodTo BETWEEN 1900 AND 2200),
  unitId ${references('unit')},
  status TEXT NOT NULL CHECK (status IN ('udkast', 'hoering', 'politisk-behandling', 'godkendt')),
  caseNumber TEXT,
  documentNumber TEXT,
  committee TEXT,
  meetingDate TEXT ${DATE('meetingDate')},
  item TEXT,
  annex TEXT,
  ${STAMPS},
  CHECK (periodTo IS NULL OR periodFrom <= periodTo)
) STRICT`,
  'CREATE INDEX plan_unit ON plan (unitId)',

  `CREATE TABLE cover (
  id ${ID},
  planId ${references('plan')},
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 60),
  plain TEXT,
  rich TEXT CHECK (rich IS NULL OR json_valid(rich)),
  ${STAMPS},
  UNIQUE (planId, key),
  CHECK ((plain IS NULL) <> (rich IS NULL))
) STRICT`,

  // One spine for every type, so that moving, indenting and merging is one path through the code.
  `CREATE TABLE node (
  id ${ID},
  planId ${references('plan')},
  parentId ${optionally('node')},
  pos ${POSITION},
  type TEXT NOT NULL CHECK (type IN ('section', 'theme', 'programme', 'indsats', 'bidrag', 'goal', 'milestone', 'indicator')),
  title TEXT NOT NULL CHECK (length(title) <= 2000),
  ref TEXT CHECK (ref IS NULL OR length(ref) BETWEEN 1 AND 500),
  sectionKey TEXT,
  annex INTEGER NOT NULL CHECK (annex IN (0, 1)),
  ${STAMPS},
  CHECK (parentId IS NULL OR parentId <> id)
) STRICT`,
  'CREATE INDEX node_tree ON node (planId, parentId, pos)',
  'CREATE INDEX node_parent ON node (parentId)',

  `CREATE TABLE field (
  id ${ID},
  nodeId ${references('node')},
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 60),
  doc TEXT NOT NULL CHECK (json_valid(doc)),
  ${STAMPS},
  UNIQUE (nodeId, key)
) STRICT`,

  `CREATE TABLE milestone (
  id TEXT PRIMARY KEY NOT NULL REFERENCES node(id) DEFERRABLE INITIALLY DEFERRED,
  whenText TEXT,
  responsible TEXT,
  ${STAMPS}
) STRICT`,

  `CREATE TABLE indicator (
  id TEXT PRIMARY KEY NOT NULL REFERENCES node(id) DEFERRABLE INITIALLY DEFERRED,
  unit TEXT,
  baseline TEXT,
  target TEXT,
  whenText TEXT,
  ${STAMPS}
) STRICT`,

  `CREATE TABLE link (
  id ${ID},
  fromNode ${references('node')},
  kind TEXT NOT NULL CHECK (kind IN ('contributesTo', 'realises')),
  pos ${POSITION},
  toNode ${optionally('node')},
  toRef TEXT,
  ${STAMPS},
  CHECK ((toNode IS NULL) <> (toRef IS NULL))
) STRICT`,
  'CREATE INDEX link_from ON link (fromNode)',
  'CREATE INDEX link_to ON link (toNode)',

  `CREATE TABLE coordinator (
  id ${ID},
  nodeId ${references('node')},
  unitId ${references('unit')},
  pos ${POSITION},
  ${STAMPS},
  UNIQUE (nodeId, unitId)
) STRICT`,
  'CREATE INDEX coordinator_unit ON coordinator (unitId)',

  // --- follow-up and versions ---------------------------------------------------------------------------------
  `CREATE TABLE round (
  id ${ID},
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  date TEXT NOT NULL ${DATE('date')},
  ${STAMPS}
) STRICT`,

  `CREATE TABLE status (
  id ${ID},
  nodeId ${references('node')},
  roundId ${references('round')},
  light TEXT NOT NULL CHECK (light IN ('green', 'yellow', 'red', 'done', 'not-started')),
  doc TEXT NOT NULL CHECK (json_valid(doc)),
  ${STAMPS},
  UNIQUE (nodeId, roundId)
) STRICT`,
  'CREATE INDEX status_round ON status (roundId)',

  `CREATE TABLE measurement (
  id ${ID},
  indicatorId ${references('indicator')},
  date TEXT NOT NULL ${DATE('date')},
  value TEXT NOT NULL,
  note TEXT,
  ${STAMPS}
) STRICT`,
  'CREATE INDEX measurement_indicator ON measurement (indicatorId, date)',

  `CREATE TABLE snapshot (
  id ${ID},
  planId ${references('plan')},
  at TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  doc TEXT NOT NULL CHECK (json_valid(doc)),
  ${STAMPS}
) STRICT`,
  'CREATE INDEX snapshot_plan ON snapshot (planId, at)',
]
