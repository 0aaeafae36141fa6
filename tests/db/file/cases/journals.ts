import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { changed, type FileCase, fileIn } from './case.ts'

interface Crash {
  readonly journal: boolean
  /** Whether the file itself is of the moment of the crash, or from before it. */
  readonly file: 'torn' | 'before'
}

/** Another program that dies in the middle of a transaction which has already reached the disk. */
const crashed = ({ journal, file }: Crash): FileCase['make'] =>
  changed((path) => {
    copyFileSync(path, `${path}.before`)
    const db = new BetterSqlite3(path)
    db.pragma('cache_size = 2')
    db.pragma('cache_spill = 1')
    db.exec("BEGIN; UPDATE field SET doc = replace(doc, 'e', 'E'); UPDATE node SET title = upper(title)")
    copyFileSync(path, `${path}.torn`)
    copyFileSync(`${path}-journal`, `${path}.journal`)
    db.exec('ROLLBACK')
    db.close()
    renameSync(`${path}.${file}`, path)
    if (journal) renameSync(`${path}.journal`, `${path}-journal`)
    for (const rest of ['.before', '.torn', '.journal']) rmSync(path + rest, { force: true })
  })

/** Another program that dies with its work in the write-ahead log alone. */
const logged = (statement: string, options: { readonly wal: boolean }): FileCase['make'] =>
  changed((path) => {
    const db = new BetterSqlite3(path)
    db.pragma('journal_mode = WAL')
    db.pragma('wal_autocheckpoint = 0')
    db.exec(statement)
    copyFileSync(path, `${path}.file`)
    copyFileSync(`${path}-wal`, `${path}.wal`)
    db.close()
    renameSync(`${path}.file`, path)
    if (options.wal) renameSync(`${path}.wal`, `${path}-wal`)
    rmSync(`${path}.wal`, { force: true })
  })

/** The log of other days beside a workbook that was published since. */
function oldLog(folder: string, sound: string): undefined {
  logged("UPDATE node SET title = 'Gammel'", { wal: true })(folder, sound)
  copyFileSync(sound, fileIn(folder))
}

/** A journal that asks SQLite to delete another file when it is done: `victim` in the same folder. */
function superJournal(folder: string, sound: string): undefined {
  crashed({ journal: true, file: 'torn' })(folder, sound)
  const victim = `${folder}/victim`
  writeFileSync(victim, `${folder}/no-journal\0`)
  const name = Buffer.from(victim)
  const lockPage = Buffer.alloc(4)
  lockPage.writeUInt32BE(2 ** 30 / 4096 + 1, 0)
  const end = Buffer.alloc(16)
  end.writeUInt32BE(name.length, 0)
  end.writeUInt32BE(
    name.reduce((sum, byte) => sum + byte, 0),
    4,
  )
  Buffer.from('d9d505f920a163d7', 'hex').copy(end, 8)
  const journal = `${fileIn(folder)}-journal`
  writeFileSync(journal, Buffer.concat([readFileSync(journal), lockPage, name, end]))
}

const foreign = { expected: 'workbook.foreign-content', details: /content sum/ } as const

/** Files that another program was writing. */
export const journalCases: readonly FileCase[] = [
  {
    name: '78 hot journal after a crash',
    make: crashed({ journal: true, file: 'torn' }),
    expected: 'opened',
  },
  {
    name: '79 same crash, the journal not sent along',
    make: crashed({ journal: false, file: 'torn' }),
    expected: 'workbook.damaged',
  },
  {
    name: '80 journal of a crash beside an intact older copy',
    make: crashed({ journal: true, file: 'before' }),
    expected: 'opened',
  },
  {
    name: '81 junk file named -journal',
    make: changed((path) => writeFileSync(`${path}-journal`, 'junk '.repeat(1000))),
    expected: 'opened',
  },
  {
    name: '82 log with committed work of another program (opened in the research)',
    make: logged("UPDATE plan SET title = 'Fra loggen'", { wal: true }),
    ...foreign,
  },
  {
    name: '82a log that leaves the content as it was',
    make: logged('UPDATE plan SET title = title', { wal: true }),
    expected: 'opened',
  },
  {
    name: '83 same, the log not sent along',
    make: logged("UPDATE plan SET title = 'Fra loggen'", { wal: false }),
    expected: 'opened',
  },
  { name: '83a log of other days beside a published workbook', make: oldLog, expected: 'opened' },
  // The journal is rolled back and the other file stays: SQLite looks at its name first.
  { name: '83b journal that names another file to delete', make: superJournal, expected: 'opened' },
]
