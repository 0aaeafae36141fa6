import { existsSync } from 'node:fs'
import { discardLeftover, leftoversOf } from '../../db/leftovers.ts'
import { AppError } from '../../db/model/errors.ts'
import type { FreshMerge } from '../../db/model/merge/report.ts'
import { dialogTexts } from '../../db/model/texts/window/dialogs.ts'
import { Workbook, type WorkbookPlace } from '../../db/workbook.ts'
import type {
  HistoryWords,
  Input,
  Leftover,
  LeftoverMet,
  OpenWorkbook,
  PlanRows,
  Problem,
  Started,
} from '../../preload/contract.ts'
import type { Desk, Tell } from './desk.ts'
import { makeExample } from './example.ts'
import { type Opened, openAsLeft, recover } from './go-on.ts'
import { passedCopies } from './preferences.ts'
import { problemOf } from './problem.ts'
import type { Opening, Program } from './program.ts'
import { identityOf } from './same-file.ts'
import { Session } from './session.ts'

/** One window: the workbook that it has open, if any, and how it comes to one. How it leaves it is in `leaving.ts`. */
export class Seat {
  readonly program: Program
  readonly desk: Desk
  #session: Session | null = null
  /** Of the file that is open here, or will be. */
  #identity: string | null = null
  /** What the window was made for, until its page asks. */
  #opening: Opening | null
  #menu: Input<'menu.update'> = { enabled: [], checked: [] }
  /** What a crash left of the workbook, until the page is told. */
  #met: LeftoverMet | null = null
  /** What came in when the workbook was opened, until the page is told. */
  #merged: FreshMerge | null = null

  constructor(program: Program, desk: Desk, opening: Opening) {
    this.program = program
    this.desk = desk
    this.#opening = opening
    if (opening.kind === 'file') this.#identity = identityOf(opening.file)
    if (opening.kind === 'opened') this.#sit(opening.opened)
  }

  /** Throws `workbook.none-open`. */
  get session(): Session {
    if (!this.#session) throw new AppError('workbook.none-open', {})
    return this.#session
  }

  get sessionOrNull(): Session | null {
    return this.#session
  }

  /** Whether the window shows the start page, or will. */
  get isFree(): boolean {
    return this.#session === null && (this.#opening ?? START).kind === 'start'
  }

  /** Whether the file with this identity is open here, or will be. */
  has(identity: string): boolean {
    return this.#identity === identity
  }

  /** The page is there and asks what to show; it asks again after a reload. */
  async start(): Promise<Started> {
    const { version, platform, nativeMenu, places, preferences, recents } = this.program
    await recents.check()
    const problem = this.#fulfilOpening()
    this.#tellMet()
    return {
      version,
      platform,
      nativeMenu,
      preferences: preferences.get(),
      recents: recents.list(),
      leftovers: leftoversOf(places.workBase),
      workbook: this.#session?.overview() ?? null,
      plan: this.#planLeftOpen(),
      problem,
    }
  }

  /** Opens the workbook; null = this window has it already, or another shows it. */
  open(file: string): OpenWorkbook | null {
    const holder = this.#whoHas(file)
    if (!holder) return this.#receive(openAsLeft(this.#place(file)))
    holder.desk.show()
    return null
  }

  /** Opens a workbook that not the page asked for, and tells it. */
  openFromOutside(file: string): void {
    if (this.#opening?.kind === 'start') {
      this.#opening = { kind: 'file', file }
      this.#identity = identityOf(file)
      return
    }
    // A page that is not there yet would not hear of a problem.
    if (this.#opening && !this.#whoHas(file)) {
      this.program.openWindow({ kind: 'file', file })
      return
    }
    try {
      const opened = this.open(file)
      if (!opened) return
      this.desk.tell('workbook.opened', opened)
    } catch (error) {
      this.desk.tell('problem.occurred', problemOf(error, this.program.logBug))
    }
    this.desk.show()
  }

  /** Makes the workbook and opens it. Throws `workbook.exists`: a workbook is never replaced by an empty one. */
  create(file: string, organisation: string): OpenWorkbook | null {
    if (existsSync(file)) throw new AppError('workbook.exists', { file })
    const workbook = Workbook.create(this.#place(file), organisation)
    try {
      workbook.save()
    } finally {
      workbook.close()
    }
    return this.open(file)
  }

  /** Opens the example as it was left, or makes it. */
  async openExample(): Promise<OpenWorkbook | null> {
    const { exampleFile, exampleSource } = this.program.places
    if (!existsSync(exampleFile)) await makeExample(this.#place(exampleFile), exampleSource)
    return this.open(exampleFile)
  }

  /**
   * Opens what a crash left. A workbook that was never saved needs a file first; null = the user named none. Throws
   * `leftover.damaged`.
   */
  async recover(folder: string): Promise<OpenWorkbook | null> {
    const leftover = this.#leftover(folder)
    const file = leftover.file ?? (await this.desk.askWhereToSave(dialogTexts.recoveredName))
    if (file === null) return null
    if (leftover.file === null && existsSync(file)) throw new AppError('workbook.exists', { file })
    if (this.#whoHas(file)) throw new AppError('workbook.open-elsewhere', { file })
    return this.#receive({ workbook: recover(this.#place(file), leftover), met: null, merged: null })
  }

  discard(folder: string): void {
    discardLeftover(this.#leftover(folder))
  }

  /** Goes on in another file, which the user named. Throws `workbook.open-elsewhere`, and as `Session.saveAs`. */
  saveAs(file: string): OpenWorkbook {
    if (this.isOpenElsewhere(file)) throw new AppError('workbook.open-elsewhere', { file })
    this.session.saveAs(file)
    this.#settled(this.session)
    return this.session.overview()
  }

  /** Whether another window has the file open. */
  isOpenElsewhere(file: string): boolean {
    const holder = this.#whoHas(file)
    return holder !== undefined && holder !== this
  }

  /** The window has no workbook any more; whoever calls this has let go of the session. */
  rise(): void {
    this.#session = null
    this.#identity = null
    this.desk.nameWorkbook(null)
    this.showMenu()
  }

  showMenu(state: Input<'menu.update'> = this.#menu): void {
    this.#menu = state
    const history: HistoryWords = this.#session?.history ?? { undo: null, redo: null }
    this.desk.showMenu({ ...state, history })
  }

  #planLeftOpen(): PlanRows | null {
    const session = this.#session
    const left = session && this.program.preferences.get().openPlans[session.file]
    const isThere = left && session.overview().plans.some(({ id }) => id === left)
    return isThere ? session.reading.planRows(left) : null
  }

  #fulfilOpening(): Problem | null {
    const opening = this.#opening
    this.#opening = null
    if (!opening || opening.kind === 'start') return null
    this.#identity = null
    try {
      if (opening.kind === 'file') this.open(opening.file)
      return null
    } catch (error) {
      return problemOf(error, this.program.logBug)
    }
  }

  /** Here, or in a new window where this one has a workbook; null = there. */
  #receive(opened: Opened): OpenWorkbook | null {
    if (!this.isFree) {
      this.program.openWindow({ kind: 'opened', opened })
      return null
    }
    const session = this.#sit(opened)
    this.#tellMet()
    return session.overview()
  }

  #tellMet(): void {
    if (this.#met) this.desk.tell('leftover.met', this.#met)
    if (this.#merged) this.desk.tell('workbook.merged', this.#merged)
    this.#met = null
    this.#merged = null
  }

  #sit({ workbook, met, merged }: Opened): Session {
    const { clock, logBug } = this.program
    const tell: Tell = (name, payload) => {
      this.desk.tell(name, payload)
      if (name === 'workbook.changed') this.showMenu()
    }
    const session = new Session(workbook, {
      tell,
      clock,
      logBug,
      passed: passedCopies(this.program.preferences),
    })
    this.#session = session
    session.share()
    this.#opening = null
    this.#met = met
    this.#merged = merged && session.receiveAtOpening(merged)
    this.#settled(session)
    return session
  }

  /** The workbook lies in this file now. */
  #settled({ file, organisation, restoring }: Session): void {
    this.#identity = identityOf(file)
    this.program.recents.add(file, organisation, restoring.wholeId)
    this.program.recentsChanged(file)
    this.desk.nameWorkbook(file)
    this.showMenu()
  }

  #whoHas(file: string): Seat | undefined {
    const identity = identityOf(file)
    return [...this.program.seats].find((seat) => seat.has(identity))
  }

  #place(file: string): WorkbookPlace {
    return { file, workBase: this.program.places.workBase }
  }

  /** Only a folder that is a leftover now: nothing else may be opened, or removed, by its name. */
  #leftover(folder: string): Pick<Leftover, 'folder' | 'file'> {
    const leftover = leftoversOf(this.program.places.workBase).find((left) => left.folder === folder)
    if (!leftover) throw new AppError('workbook.missing', { file: folder })
    return leftover
  }
}

const START: Opening = { kind: 'start' }
