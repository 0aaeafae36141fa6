import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { type IncomingPlan, importPlans, type OpenReference, openReferences } from './commands/import.ts'
import { edit } from './commands/index.ts'
import { nameOrganisation } from './commands/units.ts'
import { connect } from './file/connect.ts'
import { createFile } from './file/create.ts'
import { toDiskError } from './file/fs-errors.ts'
import { type KnownSeals, knownSeals } from './file/known-seals.ts'
import { type Fingerprint, openCopy } from './file/open.ts'
import { lastTxn, WORKING_COPY, writeOrigin } from './file/origin.ts'
import { keepBeforeUpgrade, publish } from './file/publish.ts'
import { makeWorkingFolder, removeWorkingFolder } from './file/working-folder.ts'
import { advance, type HistoryEntry, readStacks, restoreBefore, type Stacks } from './history.ts'
import type { Change } from './model/changes.ts'
import type { Command } from './model/commands.ts'
import { AppError } from './model/errors.ts'
import { idOf, newId } from './model/ids.ts'
import type { PlanDocument } from './model/plan/plan-document.ts'
import type { PlanRecord } from './model/records.ts'
import { builtInTemplates } from './model/template/built-in/index.ts'
import type { Template } from './model/template/template.ts'
import { PROGRAM } from './model/texts/program.ts'
import { loadPlan } from './queries/plan-document.ts'
import { readOrganisation, readPlans, readTemplates, unitNames } from './queries/read.ts'
import { type Committed, commit, type Session, statement, type Tx, type TxnEntry } from './transaction.ts'

export interface WorkbookPlace {
  /** The file that the user shares. */
  readonly file: string
  /** The private folder in which working folders are made. */
  readonly workBase: string
  /** Who edits, as the history will say; the computer's user where it is not given. */
  readonly person?: Person
}

export interface Person {
  readonly who: string
  readonly machine: string
}

/** What an edit did: the rows for the mirror, and where the history stands. */
export interface Executed {
  readonly changes: readonly Change[]
  readonly undo: HistoryEntry | null
  readonly redo: HistoryEntry | null
}

/**
 * An open workbook. The shared file is never edited in place: the life of a workbook is copy and verify, edit the private
 * copy, publish it whole. Every command is one durable transaction of the copy.
 */
export class Workbook {
  readonly file: string
  readonly #db: Database
  readonly #folder: string
  readonly #person: Person
  readonly #known: KnownSeals
  #fingerprint: Fingerprint | null
  #session: Session | null = null
  #keepOriginal = false
  #stacks: Stacks

  private constructor(place: WorkbookPlace, db: Database, folder: string, fingerprint: Fingerprint | null) {
    this.file = place.file
    this.#db = db
    this.#folder = folder
    this.#person = place.person ?? { who: userInfo().username, machine: hostname() }
    this.#known = knownSeals(place.workBase)
    this.#fingerprint = fingerprint
    this.#stacks = readStacks(db, this.#person)
  }

  /** A new workbook with the built-in templates; the file itself comes with the first `save`. */
  static create(place: WorkbookPlace, organisation: string): Workbook {
    return inWorkingFolder(place.workBase, (folder) => {
      const copy = join(folder, WORKING_COPY)
      createFile(copy, PROGRAM)
      writeOrigin(folder, { file: null, fingerprint: null, savedTxn: 0 })
      const workbook = new Workbook(place, connect(copy), folder, null)
      workbook.#commit({ kind: 'migrate', label: () => ({ command: 'workbook.create' }) }, (tx) => {
        if (organisation !== '') nameOrganisation(tx, organisation)
        for (const template of builtInTemplates) {
          const id = idOf('template', template.key)
          tx.insert('template', { id, key: template.key, doc: JSON.stringify(template) })
        }
      })
      return workbook
    })
  }

  /** Throws a `workbook.*` error, and leaves the file as it was, unless it is a sound workbook. */
  static open(place: WorkbookPlace): Workbook {
    return inWorkingFolder(place.workBase, (folder) => {
      const opened = openCopy(place.file, folder, knownSeals(place.workBase))
      const workbook = new Workbook(place, connect(opened.path), folder, opened.fingerprint)
      workbook.#keepOriginal = opened.migrated
      return workbook
    })
  }

  get organisation(): string {
    return readOrganisation(this.#db)
  }

  get plans(): readonly PlanRecord[] {
    return readPlans(this.#db)
  }

  get units(): ReadonlyMap<string, string> {
    return unitNames(this.#db)
  }

  get templates(): readonly Template[] {
    return readTemplates(this.#db)
  }

  get openReferences(): readonly OpenReference[] {
    return openReferences(this)
  }

  get nodeCount(): number {
    return Number(statement(this.#db, 'SELECT count(*) AS count FROM node').get()?.count)
  }

  /** For queries; whatever writes goes through a command. */
  get db(): Database {
    return this.#db
  }

  plan(id: string): PlanDocument {
    return loadPlan(this.#db, id)
  }

  execute(command: Command): Executed {
    const entry = { kind: 'edit', label: (about: string) => ({ command: command.type, about }) } as const
    return this.#executed(this.#commit(entry, (tx) => edit(tx, command)))
  }

  /** Puts plans from exchange files into the workbook, all or none; answers with their ids. */
  import(incoming: readonly IncomingPlan[], options: { readonly replace: boolean }): readonly string[] {
    const entry = { kind: 'import', label: () => ({ command: 'plan.import' }) } as const
    return this.#commit(entry, (tx) => importPlans(tx, incoming, options.replace)).result
  }

  undo(): Executed {
    const last = this.#stacks.undo.at(-1)
    if (!last) throw new AppError('command.nothing-to-undo', {})
    return this.#restore('undo', last)
  }

  redo(): Executed {
    const last = this.#stacks.redo.at(-1)
    if (!last) throw new AppError('command.nothing-to-redo', {})
    return this.#restore('redo', last)
  }

  /** Publishes the working copy to the file: the file is replaced whole, or stays as it was. */
  save(): void {
    if (this.#keepOriginal) keepBeforeUpgrade(this.file)
    this.#keepOriginal = false
    const fingerprint = publish(this.#db, this.file, { expected: this.#fingerprint })
    this.#fingerprint = fingerprint
    this.#known.add(fingerprint.seal)
    writeOrigin(this.#folder, { file: this.file, fingerprint, savedTxn: lastTxn(this.#db) })
  }

  /** Lets go of the working copy; what was not saved is gone, so save first. */
  close(): void {
    this.#db.close()
    removeWorkingFolder(this.#folder)
  }

  #restore(kind: 'undo' | 'redo', { dot, label }: HistoryEntry): Executed {
    const entry = { kind, label: () => label, refDot: dot }
    return this.#executed(this.#commit(entry, (tx) => restoreBefore(tx, dot)))
  }

  #commit<R>(entry: TxnEntry<R>, run: (tx: Tx) => R): Committed<R> {
    try {
      this.#session ??= beginSession(this.#db, this.#person)
      const committed = commit(this.#db, this.#session, entry, run)
      if (committed.changes.length > 0) this.#stacks = advance(this.#stacks, entry.kind, committed)
      return committed
    } catch (error) {
      throw error instanceof BetterSqlite3.SqliteError ? toDiskError(error, this.file) : error
    }
  }

  #executed({ changes }: Committed<unknown>): Executed {
    return { changes, undo: this.#stacks.undo.at(-1) ?? null, redo: this.#stacks.redo.at(-1) ?? null }
  }
}

/** Every opening that edits is a session of its own; a copied file can so never continue another's numbers. */
function beginSession(db: Database, person: Person): Session {
  const { lastInsertRowid } = statement(
    db,
    'INSERT INTO session (id, who, machine, program, startedAt) VALUES (?, ?, ?, ?, ?)',
  ).run(newId(), person.who, person.machine, PROGRAM, new Date().toISOString())
  return { rid: Number(lastInsertRowid), seq: 0 }
}

function inWorkingFolder(base: string, make: (folder: string) => Workbook): Workbook {
  const folder = makeWorkingFolder(base)
  try {
    return make(folder)
  } catch (error) {
    removeWorkingFolder(folder)
    throw error
  }
}
