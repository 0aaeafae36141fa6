import { useEffect, useReducer, useRef } from 'react'
import { Draft } from './draft.ts'
import { draftIsSent, draftWaits, LONGEST_WAIT, sendFrom } from './drafts.ts'
import { isRefused } from './run.ts'
import { useWorkbook } from './workbook.ts'

export interface TextDraft<T> {
  /** What to show: what is typed, else what the workbook holds. */
  readonly value: T
  readonly change: (value: T) => void
  /** Sends now what waits. */
  readonly flush: () => void
}

interface Options<T> {
  readonly saved: T
  /** Gives the workbook the typed value. Called with the target of the time when it was typed. */
  readonly send: (value: T) => void
  readonly same?: (a: T, b: T) => boolean
}

/**
 * Holds what is typed in one field and sends it within 300 ms, before any other command, and when the field goes away.
 * Give the component a `key` of its target: a draft belongs to one text for all its life.
 */
export function useDraft<T>({ saved, send, same = Object.is }: Options<T>): TextDraft<T> {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const held = useRef<Held<T> | null>(null)
  held.current ??= { draft: new Draft(saved, same), send, timer: null, basis: 0 }
  const { current } = held
  current.send = send
  current.draft.hear(saved)

  useEffect(() => () => flush(current), [current])

  return {
    value: current.draft.value,
    change: (value) => {
      if (isRefused()) return
      if (!current.draft.isTyped) current.basis = useWorkbook.getState().merges
      current.draft.type(value)
      redraw()
      if (current.timer !== null) return
      current.timer = setTimeout(() => flush(current), LONGEST_WAIT)
      draftWaits(current, () => flush(current))
    },
    flush: () => flush(current),
  }
}

interface Held<T> {
  readonly draft: Draft<T>
  send: (value: T) => void
  timer: ReturnType<typeof setTimeout> | null
  /** How many merges there had been when she began to type: what is sent does not hold what came in since. */
  basis: number
}

function flush<T>(held: Held<T>): void {
  if (held.timer !== null) clearTimeout(held.timer)
  held.timer = null
  draftIsSent(held)
  const taken = held.draft.take()
  if (taken) sendFrom(held.basis, () => held.send(taken.value))
}
