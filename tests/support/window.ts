import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { answerRequest } from '../../main/session/border.ts'
import { type Clock, systemClock } from '../../main/session/clock.ts'
import type { Desk, MenuState } from '../../main/session/desk.ts'
import { Exporting } from '../../main/session/exporting.ts'
import { handlersOf } from '../../main/session/handlers.ts'
import { Leaving } from '../../main/session/leaving.ts'
import { preferencesIn } from '../../main/session/preferences.ts'
import type { Opening, Program } from '../../main/session/program.ts'
import { recentsIn } from '../../main/session/recents.ts'
import { Seat } from '../../main/session/seat.ts'
import type { Events, Handlers, Input, Output, RequestName, Result } from '../../preload/contract.ts'
import { newWorkbook, placeIn, temporaryFolder } from './workbooks.ts'

const root = join(import.meta.dirname, '../..')

/** The program without Electron: its files lie in the folder, its bugs in a list, its windows are made by `windowIn`. */
export interface TestProgram extends Program {
  readonly bugs: unknown[]
  readonly openings: Opening[]
}

export function programIn(folder: string, clock: Clock = systemClock): TestProgram {
  const bugs: unknown[] = []
  const openings: Opening[] = []
  return {
    version: '0.1.0',
    platform: 'linux',
    nativeMenu: true,
    places: {
      workBase: join(folder, 'work'),
      documents: folder,
      exampleSource: join(root, 'build/example'),
      exampleFile: join(folder, 'Eksempel.sqlite'),
      wordWorker: join(root, 'main/export/export-worker.ts'),
      salvageWorker: join(root, 'main/session/salvage-worker.ts'),
    },
    clock,
    preferences: preferencesIn(join(folder, 'preferences.json')),
    recents: recentsIn(join(folder, 'recents.json')),
    logBug: (error) => `bug ${bugs.push(error)}`,
    seats: new Set(),
    written: new Set(),
    openWindow: (opening) => openings.push(opening),
    applyPreferences: () => {},
    recentsChanged: () => {},
    stay: () => {},
    bugs,
    openings,
  }
}

/** A program in a new folder with a saved workbook beside it. */
export function programWithFile() {
  const folder = temporaryFolder()
  const place = placeIn(folder, 'Søby.sqlite')
  newWorkbook(place).save()
  return { folder, file: place.file, program: programIn(folder) }
}

/** What the user answers in the dialogs; without an answer she gives up. */
export interface Answers {
  readonly workbook?: string
  readonly copy?: string
  readonly saveAs?: readonly (string | null)[]
  readonly planFiles?: readonly string[]
  readonly folder?: string
  readonly failedSave?: readonly ('save-as' | 'leave' | 'cancel')[]
}

type Told = { readonly [N in keyof Events]: { readonly name: N; readonly payload: Events[N] } }[keyof Events]

/** One window: its requests are answered as those of a page are, and what it is told is kept. */
export interface TestWindow {
  readonly seat: Seat
  readonly leaving: Leaving
  readonly handlers: Handlers
  readonly told: readonly Told[]
  /** What the desk was asked to do, in words. */
  readonly done: readonly string[]
  readonly menus: readonly MenuState[]
  readonly request: <N extends RequestName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>
  /** The payloads of an event, oldest first. */
  readonly toldOf: <N extends keyof Events>(name: N) => readonly Events[N][]
}

export function windowIn(
  program: TestProgram,
  answers: Answers = {},
  opening: Opening = { kind: 'start' },
): TestWindow {
  const told: Told[] = []
  const done: string[] = []
  const menus: MenuState[] = []
  const seat = new Seat(program, deskOf(answers, { told, done, menus }), opening)
  program.seats.add(seat)
  onTestFinished(() => seat.sessionOrNull?.leave())
  const leaving = new Leaving(seat)
  const exporting = new Exporting(seat)
  onTestFinished(() => exporting.end())
  const handlers = handlersOf({ seat, leaving, exporting })
  return {
    seat,
    leaving,
    handlers,
    told,
    done,
    menus,
    request: async (name, input) =>
      // The contract says what each request answers.
      (await answerRequest(handlers, name, input, program.logBug)) as Result<Output<typeof name>>,
    toldOf: (name) =>
      told.flatMap((event) => (event.name === name ? [event.payload as Events[typeof name]] : [])),
  }
}

interface Record {
  readonly told: Told[]
  readonly done: string[]
  readonly menus: MenuState[]
}

function deskOf(answers: Answers, { told, done, menus }: Record): Desk {
  const saveAs = [...(answers.saveAs ?? [])]
  const failedSave = [...(answers.failedSave ?? [])]
  return {
    tell: (name, payload) => told.push({ name, payload } as Told),
    show: () => done.push('show'),
    nameWorkbook: (file) => done.push(`name ${file}`),
    showMenu: (state) => menus.push(state),
    runClipboard: (what) => done.push(what),
    askForWorkbook: async () => answers.workbook ?? null,
    askForCopy: async () => answers.copy ?? null,
    askWhereToSave: async (suggestion) => {
      done.push(`ask where to save ${suggestion}`)
      return saveAs.shift() ?? null
    },
    askForPlanFiles: async () => answers.planFiles ?? [],
    askForFolder: async () => answers.folder ?? null,
    askAboutFailedSave: async (_file, problem) => {
      done.push(`ask about ${problem.code}`)
      return failedSave.shift() ?? 'cancel'
    },
    openDocument: async (path) => {
      done.push(`open ${path}`)
    },
    revealDocument: (path) => done.push(`reveal ${path}`),
  }
}

/** The value of an answer; a refusal fails the test. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
  return result.value
}
