import { hostname, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { Backups, setAside } from './backup/backups.ts'
import { labelOfRestore, restore } from './backup/restore.ts'
import { type IncomingPlan, type OpenReference, openReferences } from './commands/import.ts'
import { Edits, type Executed, type History, type Imported, type Person } from './edits.ts'
import { connect } from './file/connect.ts'
import { createFile } from './file/create.ts'
import { toDiskError } from './file/fs-errors.ts'
import { type Hold, hold } from './file/hold.ts'
import { knownSeals } from './file/known-seals.ts'
import { openCopy, recoverCopy } from './file/open.ts'
import { readOrigin, WORKING_COPY, writeOrigin } from './file/origin.ts'
import { isSameFile } from './file/same-file.ts'
import { inWorkingFolder, removeWorkingFolder } from './file/working-folder.ts'
import type { Leftover } from './leftovers.ts'
import type { Merged, MergedState } from './merge/merge-attached.ts'
import type { Backup } from './model/backup.ts'
import type { Command } from './model/commands.ts'
import { AppError } from './model/errors.ts'
import type { Focus } from './model/focus.ts'
import type { Packet, PacketWish } from './model/packet.ts'
import type { PlanDocument } from './model/plan/plan-document.ts'
import type { PlanRecord } from './model/records.ts'
import type { Template } from './model/template/template.ts'
import { PROGRAM } from './model/texts/program.ts'
import { writePacket } from './packet/write.ts'
import { loadPlan } from './queries/plan-document.ts'
import { readOrganisation, readPlans, readTemplates, unitNames } from './queries/read.ts'
import { type OnMerged, type Saved, Sharing } from './sharing.ts'
import { Standing } from './standing.ts'
import { statement } from './transaction.ts'

export type { Executed, History, Imported, Merged, MergedState, Person, Saved }

export interface WorkbookPlace {
  /** The file that the user shares. */
  readonly file: string
  /** The private folder in which working folders are made. */
  readonly workBase: string
  /** Who edits, as the history will say; the computer's user where it is not given. */
  readonly person?: Person
  /** Milliseconds of a clock that does not run back; the process's own where it is not given. */
  readonly now?: () => number
}

/**
 * An open workbook. The shared file is never edited in place: the life of a workbook is copy and verify, edit the private
 * copy, publish it whole. Every command is one durable transaction of the copy.
 */
export class Workbook {
  /** Earlier states of the workbook, kept on this computer. */
  readonly backups: Backups
  /** Who edits, as the history says. */
  readonly person: Person
  readonly #db: Database
  readonly #held: Hold
  readonly #edits: Edits
  readonly #standing: Standing
  readonly #sharing: Sharing

  /** Opens the working copy in a folder, which says itself where it came from. */
  private constructor(place: WorkbookPlace, held: Hold) {
    this.#db = connect(join(held.folder, WORKING_COPY))
    this.#standing = new Standing(this.#db, held.folder, place.file)
    this.#held = held
    this.person = place.person ?? { who: userInfo().username, machine: hostname() }
    this.#edits = new Edits(this.#db, this.person, place.now ?? (() => performance.now()))
    this.backups = new Backups(this.#db, held.folder, place.workBase)
    this.#sharing = new Sharing({
      db: this.#db,
      folder: held.folder,
      standing: this.#standing,
      edits: this.#edits,
      backups: this.backups,
      known: knownSeals(place.workBase),
    })
  }

  /** A new workbook with the built-in templates; the file itself comes with the first `save`. */
  static create(place: WorkbookPlace, organisation: string): Workbook {
    return inWorkingFolder(place.workBase, (held) => {
      createFile(join(held.folder, WORKING_COPY), PROGRAM)
      writeOrigin(held.folder, { file: null, fingerprint: null, savedTxn: 0 })
      const workbook = new Workbook(place, held)
      workbook.#onDisk(() => workbook.#edits.begin(organisation))
      return workbook
    })
  }

  /** Throws a `workbook.*` error, and leaves the file as it was, unless it is a sound workbook. */
  static open(place: WorkbookPlace): Workbook {
    return inWorkingFolder(place.workBase, (held) => {
      const { migrated } = openCopy(place.file, held.folder, knownSeals(place.workBase))
      if (!migrated) setAside(held.folder)
      return new Workbook(place, held)
    })
  }

  /**
   * Opens what a crashed program left, with every command that was confirmed and the history as it was. It belongs to the file
   * that it came from; to `place.file` only where it was never saved. Throws `disk.file-in-use` where another program has it
   * by now, and the errors of `open` where it is damaged; then it stays where it is.
   */
  static recover(place: WorkbookPlace, { folder }: Pick<Leftover, 'folder'>): Workbook {
    const file = readOrigin(folder).file ?? place.file
    const held = hold(folder, file)
    try {
      recoverCopy(folder)
      return new Workbook({ ...place, file }, held)
    } catch (error) {
      held.release()
      throw error
    }
  }

  /** The file that the user shares. */
  get file(): string {
    return this.#standing.file
  }

  get history(): History {
    return this.#edits.history
  }

  /** Whether there are commands that never reached the file. */
  get unsaved(): boolean {
    return this.#standing.unsaved
  }

  /** How many commands were given since the last merge; null = there is none that can be undone. */
  get sinceMerge(): number | null {
    return this.#standing.sinceMerge
  }

  /** What this workbook is part of, and who is to fill it in, where it is a contribution packet. */
  get packet(): Packet | null {
    return this.#edits.packet
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

  /**
   * Runs a command as one transaction, durable when this returns. Typing goes on in the transaction that it began in until there
   * is a pause; `focus` is where the user was when she gave the command.
   */
  execute(command: Command, { focus = null }: { readonly focus?: Focus | null } = {}): Executed {
    return this.#onDisk(() => this.#edits.execute(command, focus))
  }

  /** Puts plans from exchange files into the workbook, all or none. */
  import(incoming: readonly IncomingPlan[], options: { readonly replace: boolean }): Imported {
    return this.#onDisk(() => this.#edits.import(incoming, options.replace))
  }

  /**
   * Takes a backup's rows as the present ones, of the whole workbook or of these plans; it can be undone like any command.
   * Throws `backup.*` errors, and `command.outdated` where the backup has no such plan.
   */
  restore(backup: Pick<Backup, 'name'>, plans: readonly string[] | null = null): Executed {
    return this.backups.reading(backup, (was) =>
      this.#onDisk(() => this.#edits.restore(labelOfRestore(was, plans), (tx) => restore(tx, was, plans))),
    )
  }

  /**
   * Merges another state of this workbook, from a file that stays as it is. Throws the errors of `Workbook.open` about that
   * file, and `merge.*` errors; then nothing is changed here either.
   */
  merge(file: string): Merged {
    return this.#onDisk(() => this.#sharing.merge(file))
  }

  /**
   * Makes everything what it was just before the last merge; other people keep what they have. Throws
   * `merge.nothing-to-undo`, and `merge.edited-since` where that would take later commands, unless the user agreed to
   * `discard` them.
   */
  undoMerge(options: { readonly discard?: true } = {}): Executed {
    const changes = this.#onDisk(() => this.#sharing.undoMerge(options))
    return { changes, ...this.history, focus: null }
  }

  /**
   * Writes a contribution packet to `file` and remembers that it was sent; throws as `writePacket`, and then nothing is
   * remembered.
   */
  sendPacket(wish: PacketWish, file: string, options: { readonly overwrite?: true } = {}): Executed {
    if (isSameFile(file, this.file)) throw new AppError('workbook.exists', { file })
    const place = { file, workBase: dirname(this.#held.folder), who: this.person.who }
    // Once others may have seen what was typed, more typing must be told from it.
    this.#edits.endTyping()
    if (options.overwrite) this.backups.keepOverwritten(file)
    const written = writePacket(this.#db, wish, place, options)
    return this.#onDisk(() => this.#edits.rememberSent(written))
  }

  undo(): Executed {
    return this.#onDisk(() => this.#edits.undo())
  }

  redo(): Executed {
    return this.#onDisk(() => this.#edits.redo())
  }

  /**
   * Publishes the working copy to the file: the file is replaced whole, or stays as it was. What a colleague saved there
   * meanwhile is merged first. Throws the errors of `publish` and, where the file is not this workbook any more, those of
   * `merge`; and `workbook.merge-undone`.
   */
  save(onMerged: OnMerged = () => {}): Saved {
    return this.#onDisk(() => this.#sharing.save(onMerged))
  }

  /**
   * Publishes to another place and goes on there; the file as it was last saved stays where it is. To the workbook's own file
   * it is a `save`. Throws `workbook.exists` where there is something, unless the user agreed to `overwrite` it.
   */
  saveAs(file: string, options: { readonly overwrite?: true } = {}, onMerged: OnMerged = () => {}): Saved {
    return this.#onDisk(() => this.#sharing.saveAs(file, options, onMerged))
  }

  /** Lets go of the working copy; what was not saved is gone, so save first. */
  close(): void {
    this.backups.keepSaved()
    this.leave()
    removeWorkingFolder(this.#held.folder)
  }

  /** Lets go of the working copy as a crash would: what was not saved is offered at the next start. */
  leave(): void {
    this.#db.close()
    this.#held.release()
  }

  #onDisk<R>(write: () => R): R {
    try {
      return write()
    } catch (error) {
      throw error instanceof BetterSqlite3.SqliteError ? toDiskError(error, this.file) : error
    }
  }
}
