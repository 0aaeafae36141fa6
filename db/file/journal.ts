import { closeSync, existsSync, fstatSync, openSync, readSync, rmSync } from 'node:fs'

/** The end of a journal that is one of several (sqlite3 `readSuperJournal`). */
const SUPER_JOURNAL = Buffer.from('d9d505f920a163d7', 'hex')

/**
 * Drops a copied journal that names a super-journal: a path in a stranger's file, which SQLite would read and,
 * when the roll-back is done, delete. Our journals never have one, since we never write two databases at once.
 */
export function leaveOutForeignPaths(journal: string): void {
  if (existsSync(journal) && end(journal).equals(SUPER_JOURNAL)) rmSync(journal)
}

function end(path: string): Buffer {
  const fd = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(SUPER_JOURNAL.length)
    const at = Math.max(0, fstatSync(fd).size - bytes.length)
    return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, at))
  } finally {
    closeSync(fd)
  }
}
