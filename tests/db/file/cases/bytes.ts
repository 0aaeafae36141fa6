import { randomBytes } from 'node:crypto'
import { renameSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { zipSync } from 'fflate'
import { APPLICATION_ID, schema } from '../../../../db/schema.ts'
import { bytes, changed, edit, edited, type FileCase, fileIn } from './case.ts'

const PAGE = 4096

const patched = (change: (file: Buffer) => void): FileCase['make'] =>
  bytes((sound) => {
    const copy = Buffer.from(sound)
    change(copy)
    return copy
  })

/** A page of the table `field`, well inside the file. */
const middle = (file: Buffer): number => Math.floor(file.length / PAGE / 2) * PAGE

const swapPages = (file: Buffer): void => {
  const one = Buffer.from(file.subarray(2 * PAGE, 3 * PAGE))
  file.copy(file, 2 * PAGE, middle(file), middle(file) + PAGE)
  one.copy(file, middle(file))
}

const repacked = (pageSize: number): FileCase['make'] =>
  changed((file) =>
    edit(file, (db) => {
      db.pragma(`page_size = ${pageSize}`)
      db.exec('VACUUM')
    }),
  )

function utf16(folder: string): undefined {
  const db = new BetterSqlite3(fileIn(folder))
  db.pragma("encoding = 'UTF-16'")
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma('user_version = 1')
  for (const statement of schema) db.exec(statement)
  db.close()
}

/** Files whose bytes are not those of a workbook. */
export const byteCases: readonly FileCase[] = [
  { name: '1 sound workbook', make: changed(() => {}), expected: 'opened' },
  { name: '2 0 bytes', make: bytes(() => Buffer.alloc(0)), expected: 'workbook.empty' },
  {
    name: '3 1 byte',
    make: bytes(() => Buffer.from('x')),
    expected: 'workbook.not-a-workbook',
    details: /text/,
  },
  {
    name: '4 only 60 bytes of header',
    make: bytes((sound) => sound.subarray(0, 60)),
    expected: 'workbook.truncated',
  },
  { name: '5 header only', make: bytes((sound) => sound.subarray(0, 100)), expected: 'workbook.truncated' },
  {
    name: '6 text file',
    make: bytes(() => Buffer.from('Målaftale for børn og læring')),
    expected: 'workbook.not-a-workbook',
    details: /text/,
  },
  {
    name: '7 JSON',
    make: bytes(() => Buffer.from('{ "format": "planvaerk-plan" }')),
    expected: 'workbook.not-a-workbook',
    details: /json/,
  },
  {
    name: '8 Word document',
    make: bytes(() =>
      zipSync({ '[Content_Types].xml': Buffer.from('<a/>'), 'word/document.xml': Buffer.from('<a/>') }),
    ),
    expected: 'workbook.not-a-workbook',
    details: /word/,
  },
  {
    name: '9 PDF',
    make: bytes(() => Buffer.from('%PDF-1.7\n%âãÏÓ')),
    expected: 'workbook.not-a-workbook',
    details: /pdf/,
  },
  {
    name: '10 random 100 kB',
    make: bytes(() => randomBytes(100_000)),
    expected: 'workbook.not-a-workbook',
    details: /unknown/,
  },
  {
    name: '11 right magic, then noise',
    make: bytes(() => Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 0xa7)])),
    expected: 'workbook.damaged',
    details: /page size/,
  },
  {
    name: '12 wrong magic (1 letter)',
    make: patched((file) => file.write('s', 0)),
    expected: 'workbook.not-a-workbook',
    details: /unknown/,
  },
  {
    name: '13 truncated to 50 %',
    make: bytes((sound) => sound.subarray(0, sound.length / 2)),
    expected: 'workbook.truncated',
  },
  {
    name: '14 truncated by 1 byte',
    make: bytes((sound) => sound.subarray(0, sound.length - 1)),
    expected: 'workbook.truncated',
  },
  {
    name: '15 truncated to page 1',
    make: bytes((sound) => sound.subarray(0, PAGE)),
    expected: 'workbook.truncated',
  },
  {
    name: '16 truncated and the page count patched',
    make: bytes((sound) => {
      const half = Buffer.from(sound.subarray(0, middle(sound)))
      half.writeUInt32BE(half.length / PAGE, 28)
      return half
    }),
    expected: 'workbook.damaged',
  },
  {
    name: '17 10 kB of junk appended',
    make: bytes((sound) => Buffer.concat([sound, randomBytes(10_000)])),
    expected: 'workbook.damaged',
    details: /header says/,
  },
  {
    name: '18 one page zeroed',
    make: patched((file) => file.fill(0, 20 * PAGE, 21 * PAGE)),
    expected: 'workbook.damaged',
  },
  {
    name: '19 512-byte sector zeroed in the middle',
    make: patched((file) => file.fill(0, middle(file), middle(file) + 512)),
    expected: 'workbook.damaged',
  },
  { name: '20 two pages swapped', make: patched(swapPages), expected: 'workbook.damaged' },
  {
    name: '21 newer version',
    make: edited('PRAGMA user_version = 99', "UPDATE meta SET value = '2.1.0' WHERE key = 'needs'"),
    expected: 'workbook.newer',
    details: /"2\.1\.0"/,
  },
  {
    name: '21a newer version whose meta is no table that we know',
    make: edited('PRAGMA user_version = 99', 'DROP TABLE meta', 'CREATE VIEW meta AS SELECT 1 AS value'),
    expected: 'workbook.newer',
    details: /format 99/,
  },
  { name: '22 version 0', make: edited('PRAGMA user_version = 0'), expected: 'workbook.foreign-content' },
  {
    name: '23 foreign SQLite file',
    make: edited('PRAGMA application_id = 0'),
    expected: 'workbook.not-a-workbook',
    details: /other-database/,
  },
  {
    name: '24 GeoPackage',
    make: edited('PRAGMA application_id = 1196444487'),
    expected: 'workbook.not-a-workbook',
    details: /other-database/,
  },
  {
    name: '25 UTF-16 database',
    make: utf16,
    expected: 'workbook.foreign-content',
    details: /text encoding 2/,
  },
  { name: '26 page size 512, otherwise sound', make: repacked(512), expected: 'opened' },
  { name: '27 page size 65536, otherwise sound', make: repacked(65536), expected: 'opened' },
  { name: '27a repacked by another program', make: edited('VACUUM'), expected: 'opened' },
  {
    name: '27b the file is a link to a workbook',
    make: (folder, sound) => {
      changed(() => {})(folder, sound)
      renameSync(fileIn(folder), `${fileIn(folder)} (2).sqlite`)
      return `${fileIn(folder)} (2).sqlite`
    },
    expected: 'opened',
  },
]
