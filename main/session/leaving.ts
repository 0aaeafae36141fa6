import { AppError } from '../../db/model/errors.ts'
import type { Problem } from '../../preload/contract.ts'
import { problemOf } from './problem.ts'
import type { Seat } from './seat.ts'
import type { Session } from './session.ts'

/** Milliseconds that a page has to send what was typed; one that hangs must not keep the window open. */
const LAST_WORDS = 2_000

/** The closing of one window. */
export class Leaving {
  readonly #seat: Seat
  #heardLastWords: () => void = () => {}

  constructor(seat: Seat) {
    this.#seat = seat
  }

  /** The page has sent everything that was typed. */
  ready(): void {
    this.#heardLastWords()
  }

  /** Lets the page send its last words, and then leaves the workbook; whether the window may close. */
  async leaveWindow(): Promise<boolean> {
    await this.#lastWords()
    return (await leaveWorkbook(this.#seat)) === null
  }

  #lastWords(): Promise<void> {
    return new Promise((resolve) => {
      const giveUp = this.#seat.program.clock.after(LAST_WORDS, resolve)
      this.#heardLastWords = () => {
        giveUp()
        resolve()
      }
      this.#seat.desk.tell('window.closing', null)
    })
  }
}

/**
 * Saves the workbook and lets go of it. Where it cannot be saved the user decides; when she stays, the answer is
 * why it could not be saved, and everything is as it was.
 */
export async function leaveWorkbook(seat: Seat): Promise<Problem | null> {
  const session = seat.sessionOrNull
  if (!session) return null
  for (let problem = failureOf(session); problem !== null; ) {
    const choice = await seat.desk.askAboutFailedSave(session.file, problem)
    if (choice === 'cancel') return problem
    if (choice === 'leave') {
      session.leave()
      seat.rise()
      return null
    }
    problem = await saveElsewhere(seat, problem)
  }
  session.close()
  seat.rise()
  return null
}

function failureOf(session: Session): Problem | null {
  const state = session.saveNow()
  return state.kind === 'failed' ? state.problem : null
}

/** What is still wrong after the user was asked for another file. */
async function saveElsewhere(seat: Seat, problem: Problem): Promise<Problem | null> {
  const file = await seat.desk.askWhereToSave(seat.session.file)
  if (file === null) return problem
  try {
    seat.saveAs(file)
    return null
  } catch (error) {
    return problemOf(error, seat.program.logBug)
  }
}

/** The request of a page to leave the workbook. Throws why it could not be saved, where the user stays. */
export async function closeWorkbook(seat: Seat): Promise<void> {
  const problem = await leaveWorkbook(seat)
  if (problem) throw new AppError(problem.code, problem.details)
}

/** The window is gone before it could be left: what can be saved is, and what cannot is offered at the next start. */
export function abandonWorkbook(seat: Seat): void {
  const session = seat.sessionOrNull
  if (!session) return
  if (failureOf(session) === null) session.close()
  else session.leave()
  seat.rise()
}
