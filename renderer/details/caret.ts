import { useState } from 'react'
import { LONGEST_WAIT } from '../state/drafts.ts'
import { caretGoesOn, focusIsAt } from '../state/focus.ts'
import { fieldPlace } from './places.ts'

/**
 * Tells where the caret is, for the history. While something is typed and not yet sent, that is where it was before the first
 * letter: there the undo takes the letters away.
 */
export interface CaretReport {
  /** The caret was moved, or the field got it. */
  readonly moved: (to: number) => void
  /** The text was changed, and the caret stands there now. */
  readonly typed: (to: number) => void
}

function caretReport(place: string): CaretReport {
  let at = 0
  let began = Number.NEGATIVE_INFINITY
  return {
    moved: (to) => {
      // Browsers tell of the caret once more after each letter.
      const isEcho = to === at && performance.now() - began < LONGEST_WAIT
      at = to
      if (!isEcho) focusIsAt(fieldPlace(place, to))
    },
    typed: (to) => {
      const now = performance.now()
      if (now - began >= LONGEST_WAIT) {
        began = now
        focusIsAt(fieldPlace(place, at))
      }
      at = to
      caretGoesOn(fieldPlace(place, at))
    },
  }
}

/** The report of one field, for all its life. */
export const useCaretReport = (place: string): CaretReport => useState(() => caretReport(place))[0]
