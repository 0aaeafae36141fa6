import type { EventName, Events, HistoryWords, Input, Problem } from '../../preload/contract.ts'

/** Sends an event to the page of a window. */
export type Tell = <N extends EventName>(name: N, payload: Events[N]) => void

/** What the menu of a window shows: what its page says is possible and chosen, and what undo and redo would do. */
export interface MenuState extends Input<'menu.update'> {
  readonly history: HistoryWords
}

/**
 * What a window does for the requests of its page: native dialogs, title, menu. The shell makes it of Electron, tests make
 * it of answers given in advance. A dialog answers null when the user gave up.
 */
export interface Desk {
  readonly tell: Tell
  /** Brings the window to the front. */
  readonly show: () => void
  readonly nameWorkbook: (file: string | null) => void
  readonly showMenu: (state: MenuState) => void

  /** Cuts, copies or pastes where the focus is. */
  readonly runClipboard: (what: Input<'clipboard.run'>['what']) => void

  readonly askForWorkbook: () => Promise<string | null>
  /** Another copy of the workbook in this file, to merge; begins in its folder. */
  readonly askForCopy: (file: string) => Promise<string | null>
  /** Begins in the folder of documents, or where the suggestion is a path, in its folder. */
  readonly askWhereToSave: (suggestion: string) => Promise<string | null>
  readonly askForPlanFiles: () => Promise<readonly string[]>
  readonly askForFolder: (start: string | null) => Promise<string | null>
  readonly askAboutFailedSave: (file: string, problem: Problem) => Promise<'save-as' | 'leave' | 'cancel'>

  /** Opens a document with the program that the system has for it. Throws `file.not-opened` where it cannot. */
  readonly openDocument: (path: string) => Promise<void>
  readonly revealDocument: (path: string) => void
}
