import type { Clock } from './clock.ts'
import type { Opened } from './go-on.ts'
import type { PreferencesStore } from './preferences.ts'
import type { LogBug } from './problem.ts'
import type { RecentsStore } from './recents.ts'
import { identityOf } from './same-file.ts'
import type { Seat } from './seat.ts'

/** What all windows share. */
export interface Program {
  readonly version: string
  readonly platform: string
  readonly nativeMenu: boolean
  readonly places: Places
  readonly clock: Clock
  readonly preferences: PreferencesStore
  readonly recents: RecentsStore
  readonly logBug: LogBug
  /** One for each window that is open. */
  readonly seats: Set<Seat>
  /** Documents and folders that were written since the program started. */
  readonly written: Set<string>
  readonly openWindow: (opening: Opening) => void
  /** What the user prefers is another now. */
  readonly applyPreferences: () => void
  /** The list of recent workbooks is another now; `file` was added. */
  readonly recentsChanged: (file?: string) => void
  /** The user stays in a window; so she does not leave the program either. */
  readonly stay: () => void
}

export interface Places {
  /** The private folder of working copies. */
  readonly workBase: string
  readonly documents: string
  /** The folder with the exchange files of the example. */
  readonly exampleSource: string
  readonly exampleFile: string
  /** The script of the worker that writes Word documents. */
  readonly wordWorker: string
  /** The script of the worker that reads damaged workbooks. */
  readonly salvageWorker: string
}

/** What a new window shows. */
export type Opening =
  | { readonly kind: 'start' }
  | { readonly kind: 'file'; readonly file: string }
  /** A workbook that is open already, so that nothing can go wrong. */
  | { readonly kind: 'opened'; readonly opened: Opened }

/**
 * Opens a workbook that the system asks for: in the window that has it, in one that is free, or in a new one. What goes wrong
 * is told in a window that is there.
 */
export function openFromOutside(program: Program, file: string): void {
  const seats = [...program.seats]
  const identity = identityOf(file)
  const holder = seats.find((known) => known.has(identity))
  const seat = holder ?? seats.find(({ isFree }) => isFree) ?? seats[0]
  if (seat) seat.openFromOutside(file)
  else program.openWindow({ kind: 'file', file })
}
