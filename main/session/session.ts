import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { IncomingPlan } from '../../db/commands/import.ts'
import { systemCode } from '../../db/file/fs-errors.ts'
import { isSameFile } from '../../db/file/same-file.ts'
import { wholeIdOf } from '../../db/file/workbook-id.ts'
import type { MergedState } from '../../db/merge/merge-attached.ts'
import type { Command } from '../../db/model/commands.ts'
import { AppError } from '../../db/model/errors.ts'
import type { Focus } from '../../db/model/focus.ts'
import type { FreshMerge, MergePage } from '../../db/model/merge/report.ts'
import type { PacketWish } from '../../db/model/packet.ts'
import type { Template } from '../../db/model/template/template.ts'
import { nameOf } from '../../db/model/texts/history.ts'
import { readAll } from '../../db/queries/read.ts'
import type { Executed, Workbook } from '../../db/workbook.ts'
import type { HistoryWords, OpenWorkbook, SaveState, WorkbookChanged } from '../../preload/contract.ts'
import { Autosave } from './autosave.ts'
import type { Clock } from './clock.ts'
import type { Tell } from './desk.ts'
import { Finder } from './finder.ts'
import { Merges } from './merges.ts'
import { type LogBug, problemOf } from './problem.ts'
import { Reading } from './reading.ts'
import { Restoring } from './restoring.ts'
import { type PassedCopies, Surroundings } from './surroundings.ts'

export interface SessionServices {
  readonly tell: Tell
  readonly clock: Clock
  readonly logBug: LogBug
  readonly passed: PassedCopies
}

/** The workbook that one window has open. Whatever changes it goes through here: the page is told, and it is saved. */
export class Session {
  readonly #workbook: Workbook
  readonly #tell: Tell
  readonly #autosave: Autosave
  readonly #merges: Merges
  readonly reading: Reading
  readonly finder: Finder
  readonly surroundings: Surroundings
  readonly restoring: Restoring
  #readOnly = false
  /** The file as it was when it was last read or written here. */
  #seen: string | null

  constructor(workbook: Workbook, { tell, clock, logBug, passed }: SessionServices) {
    this.#workbook = workbook
    this.#tell = tell
    this.#seen = stateOf(workbook.file)
    this.#merges = new Merges(workbook)
    this.reading = new Reading(workbook)
    this.finder = new Finder(workbook.db)
    this.restoring = new Restoring(workbook, {
      refuseReadOnly: () => this.#refuseReadOnly(),
      edited: (executed) => this.#done('edit', executed),
      save: () => {
        if (!this.#readOnly) this.saveNow()
      },
    })
    this.surroundings = new Surroundings({
      person: workbook.person,
      // Of a packet there are no copies to look for: it is merged into the whole workbook, and not the other way.
      workbookId: wholeIdOf(workbook.db),
      clock,
      logBug,
      passed,
      tell: (sharing) => tell('sharing.changed', sharing),
    })
    this.#autosave = new Autosave(
      {
        save: () => this.#save(),
        problemOf: (error) => problemOf(error, logBug),
        tell: (state) => tell('workbook.save-state', state),
        clock,
      },
      workbook.unsaved ? { kind: 'unsaved' } : { kind: 'saved', at: savedAt(workbook.file, clock) },
    )
  }

  get file(): string {
    return this.#workbook.file
  }

  get templates(): readonly Template[] {
    return this.#workbook.templates
  }

  get organisation(): string {
    return this.#workbook.organisation
  }

  get history(): HistoryWords {
    const { undo, redo } = this.#workbook.history
    return { undo: undo && nameOf(undo.label), redo: redo && nameOf(redo.label) }
  }

  overview(): OpenWorkbook {
    const { file, organisation, plans, templates, db } = this.#workbook
    return {
      file,
      name: basename(file),
      organisation,
      plans,
      units: readAll(db, 'unit', 'ORDER BY pos, id'),
      templates,
      saveState: this.#autosave.state,
      history: this.history,
      packet: this.#workbook.packet,
      readOnly: this.#readOnly,
      sharing: this.surroundings.state,
      conflicts: this.#merges.conflictIds(),
      merges: this.#merges.count,
    }
  }

  /** Begins to look around the file, and to tell others that it is open here. */
  share(): void {
    this.surroundings.begin(this.file, { readOnly: this.#readOnly })
  }

  /**
   * A session in which nothing can be edited or saved, or again one in which everything can. What is unsaved is saved first; throws
   * why it cannot be, and then nothing is changed.
   */
  setReadOnly(readOnly: boolean): SaveState {
    const state = this.saveNow()
    if (state.kind === 'failed') throw new AppError(state.problem.code, state.problem.details)
    this.#readOnly = readOnly
    this.share()
    return state
  }

  mergePage(): MergePage {
    return this.#merges.page()
  }

  /** What was merged before there was a page to be told of it. */
  receiveAtOpening(merged: MergedState): FreshMerge {
    return this.#merges.receive(merged)
  }

  /** Merges another copy of the workbook; null = it holds nothing new. Throws as `Workbook.merge`. */
  merge(file: string): FreshMerge | null {
    this.#refuseReadOnly()
    const merged = this.#workbook.merge(file)
    this.surroundings.pass(file)
    if (merged.nothingNew) return null
    const fresh = this.#receive(merged)
    this.#autosave.edited()
    return fresh
  }

  /** Makes everything what it was before the last merge. Throws as `Workbook.undoMerge`. */
  undoMerge(options: { readonly discard?: true }): void {
    this.#refuseReadOnly()
    const undone = this.#workbook.undoMerge(options)
    this.#merges.forgetLast()
    this.#announce('undo', undone.changes, undone.focus)
    this.#autosave.edited()
  }

  /** Writes a packet in the place of what was there: the user has agreed to that. Throws as `Workbook.sendPacket`. */
  sendPacket(wish: PacketWish, file: string): void {
    this.#refuseReadOnly()
    this.#done('edit', this.#workbook.sendPacket(wish, file, { overwrite: true }))
  }

  /** `seen` = how many merges of this opening the page knew of when the texts in it were begun; all, where it is not given. */
  execute(command: Command, focus: Focus | null, seen = this.#merges.count): void {
    this.#refuseReadOnly()
    this.#done('edit', this.#workbook.execute(this.#merges.broughtUpToDate(command, seen), { focus }))
  }

  undo(): void {
    this.#refuseReadOnly()
    this.#done('undo', this.#workbook.undo())
  }

  redo(): void {
    this.#refuseReadOnly()
    this.#done('redo', this.#workbook.redo())
  }

  /** Takes the plans in, all or none, and answers with their ids. */
  import(incoming: readonly IncomingPlan[]): readonly string[] {
    this.#refuseReadOnly()
    const imported = this.#workbook.import(incoming, { replace: false })
    this.#done('import', imported)
    return imported.ids
  }

  saveNow(): SaveState {
    return this.#autosave.saveNow()
  }

  /**
   * As `saveNow`, for a user who asks for it: what a colleague has saved comes in also where there is nothing of her own to save.
   * Throws as `Workbook.merge`.
   */
  saveAndTakeIn(): SaveState {
    if (this.#autosave.state.kind !== 'saved' || this.#readOnly || this.#seen === stateOf(this.file)) {
      return this.saveNow()
    }
    const merged = this.#workbook.merge(this.file)
    this.#seen = stateOf(this.file)
    if (!merged.nothingNew) this.#tell('workbook.merged', this.#receive(merged))
    if (this.#workbook.unsaved) this.#autosave.edited()
    return this.saveNow()
  }

  /** Goes on in another file, in the place of what was there: the user has agreed to that. Throws as `Workbook.saveAs`. */
  saveAs(file: string): void {
    this.#refuseReadOnly()
    // Under whatever name: what a colleague saved there comes in, and is told.
    if (isSameFile(file, this.file)) this.#save()
    else this.#workbook.saveAs(file, { overwrite: true }, (merged) => void this.#receive(merged))
    this.#seen = stateOf(this.file)
    this.#autosave.saved()
    this.share()
  }

  /** Lets go of the workbook; what was not saved is gone. */
  close(): void {
    this.#autosave.stop()
    this.surroundings.end()
    try {
      this.#workbook.close()
    } catch (error) {
      // A working folder that cannot be removed now is swept at the next start.
      if (!(error instanceof AppError)) throw error
    }
  }

  /** Lets go of the workbook; what was not saved is offered at the next start. */
  leave(): void {
    this.#autosave.stop()
    this.surroundings.end()
    this.#workbook.leave()
  }

  #done(cause: WorkbookChanged['cause'], { changes, focus }: Executed): void {
    if (changes.length === 0) return
    this.#announce(cause, changes, focus)
    this.#autosave.edited()
  }

  #announce(cause: WorkbookChanged['cause'], changes: Executed['changes'], focus: Focus | null): void {
    this.finder.apply(changes)
    this.#tell('workbook.changed', {
      changes,
      cause,
      history: this.history,
      merges: this.#merges.count,
      focus,
    })
  }

  #save(): void {
    this.#workbook.save((merged) => this.#tell('workbook.merged', this.#receive(merged)))
    this.#seen = stateOf(this.file)
    this.surroundings.look()
  }

  #receive(merged: MergedState): FreshMerge {
    const fresh = this.#merges.receive(merged)
    this.#announce('merge', merged.changes, null)
    return fresh
  }

  #refuseReadOnly(): void {
    if (this.#readOnly) throw new AppError('workbook.read-only', {})
  }
}

/** What tells that somebody else has written a file, without reading it; null where it cannot be seen. */
function stateOf(file: string): string | null {
  try {
    const { ino, size, mtimeMs } = statSync(file)
    return `${ino} ${size} ${mtimeMs}`
  } catch (error) {
    if (systemCode(error) === null) throw error
    return null
  }
}

const savedAt = (file: string, clock: Clock): string =>
  new Date(statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? clock.now()).toISOString()
