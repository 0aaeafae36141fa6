/**
 * Texts that are typed and not yet sent. Whoever holds one registers how to send it; before any other command, undo,
 * save or close everything typed is sent, in the order in which it was typed.
 */

/** Nothing typed waits longer than this, in milliseconds; what a crash can take is less. */
export const LONGEST_WAIT = 300

type Send = () => void

const waiting = new Map<object, Send>()

export const draftWaits = (owner: object, send: Send): void => {
  waiting.set(owner, send)
}

export const draftIsSent = (owner: object): void => {
  waiting.delete(owner)
}

export function flushDrafts(): void {
  for (const [owner, send] of [...waiting]) {
    waiting.delete(owner)
    send()
  }
}

let basis: number | null = null

/** Sends a text that was begun after so many merges; `draftBasis` says so to whoever gives the command. */
export function sendFrom(merges: number, send: Send): void {
  const before = basis
  basis = merges
  try {
    send()
  } finally {
    basis = before
  }
}

/** After how many merges the text was begun that is being sent; null = no text is. */
export const draftBasis = (): number | null => basis
