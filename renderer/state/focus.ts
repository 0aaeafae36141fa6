import { create } from 'zustand'
import type { Focus } from '../../db/model/focus.ts'
import { useView } from './view.ts'
import { useWorkbook } from './workbook.ts'

/**
 * Where the cursor is, as the history keeps it. A place is `row` (a focused row), `title@N` (its title, caret after N
 * characters), or `field:KEY@N` (a row of the form). Whoever takes the focus says so; whoever can be focused offers it.
 */
const useFocus = create<{ readonly place: string }>(() => ({ place: 'row' }))

/** Where the caret really stands while the place that the history keeps stays behind it. */
let caret = 'row'

export function focusIsAt(where: string): void {
  caret = where.slice(0, 200)
  useFocus.setState({ place: caret })
}

/** Something is typed: the caret goes on, and an undo would lead back to where it was. */
export const caretGoesOn = (where: string): void => {
  caret = where.slice(0, 200)
}

/** Key of the field that has the focus, or had it last; null = the focus is on the row. */
export const useFocusedKey = (): string | null =>
  useFocus(({ place }) => /^field:([^@]*)/.exec(place)?.[1] ?? null)

export function currentFocus(): Focus | null {
  const { mirror } = useWorkbook.getState()
  if (!mirror) return null
  const { current } = useView.getState().outline
  return { planId: mirror.planId, nodeId: current, place: useFocus.getState().place }
}

/** Where to put the cursor so that it stands as it stands now. */
export const presentPlace = (): Wish => ({ nodeId: useView.getState().outline.current, place: caret })

export interface Wish {
  readonly nodeId: string | null
  readonly place: string
}

type Seek = (wish: Wish) => void
const seekers = new Map<string, Seek>()
let unmet: Wish | null = null

/** What a place begins with, before `:` or `@`, says who can focus it. */
const kindOf = ({ place }: Wish): string => /^[^:@]*/.exec(place)?.[0] ?? ''

/** Offers to focus places of this kind; answers with a function that takes the offer back. */
export function offerFocus(kind: string, seek: Seek): () => void {
  seekers.set(kind, seek)
  if (unmet && kindOf(unmet) === kind) {
    const wish = unmet
    unmet = null
    seek(wish)
  }
  return () => {
    if (seekers.get(kind) === seek) seekers.delete(kind)
  }
}

/** Puts the cursor there; at once, or when somebody offers the place. */
export function putFocus(wish: Wish): void {
  const seek = seekers.get(kindOf(wish))
  unmet = seek ? null : wish
  seek?.(wish)
}
