import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { ContentSum } from '../../../../db/file/content-sum.ts'
import { seal } from '../../../../db/file/seal.ts'
import type { ErrorCode } from '../../../../db/model/errors.ts'

/** One file that somebody hands us, and what opening it must lead to. */
export interface FileCase {
  /** Number and name in the table of research/sqlite.md, section 3; letters are cases that were added. */
  readonly name: string
  /**
   * Makes the file in an empty folder; `sound` is a published workbook. Answers with its path, or leaves it at
   * `plan.sqlite`.
   */
  readonly make: (folder: string, sound: string) => string | undefined
  readonly expected: 'opened' | ErrorCode
  /** What the error must tell beyond its code. */
  readonly details?: RegExp
  /** Opened as a user whom permissions bind. */
  readonly asNobody?: true
}

export const fileIn = (folder: string): string => join(folder, 'plan.sqlite')

/** A case of a sound workbook to whose file something was done. */
export const changed =
  (change: (file: string) => void): FileCase['make'] =>
  (folder, sound) => {
    copyFileSync(sound, fileIn(folder))
    change(fileIn(folder))
    return undefined
  }

/** A case of a file with these bytes. */
export const bytes =
  (make: (sound: Buffer) => Uint8Array): FileCase['make'] =>
  (folder, sound) => {
    writeFileSync(fileIn(folder), make(readFileSync(sound)))
    return undefined
  }

/** Another program that writes into the file, with every protection off. */
export function edit(file: string, change: (db: Database) => void): void {
  const db = new BetterSqlite3(file, { fileMustExist: true })
  try {
    db.unsafeMode(true)
    db.pragma('foreign_keys = OFF')
    db.pragma('ignore_check_constraints = ON')
    db.pragma('writable_schema = ON')
    change(db)
  } finally {
    db.close()
  }
}

/** Somebody who means harm and knows how our files are made: the sums and the seal fit. */
export function forge(file: string, change: (db: Database) => void): void {
  edit(file, (db) => {
    change(db)
    ContentSum.ofAllRows(db).save(db)
  })
  seal(file)
}

/** Statements that another program runs on the file. */
export const edited = (...statements: readonly string[]): FileCase['make'] =>
  changed((file) => edit(file, (db) => statements.forEach((statement) => void db.exec(statement))))

/** Statements whose traces are covered. */
export const forged = (...statements: readonly string[]): FileCase['make'] =>
  changed((file) => forge(file, (db) => statements.forEach((statement) => void db.exec(statement))))
