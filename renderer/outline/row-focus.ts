import { create } from 'zustand'
import { isNodeToRead } from '../state/locked.ts'
import { ancestorsOf } from '../state/navigate.ts'
import { look, useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { withoutFolded } from './model/folding.ts'
import { indexOf } from './model/selection.ts'
import { scene } from './scene.ts'

/** Where the caret comes to stand in a title: after so many characters, at the end, or around all of it. */
export type Caret = number | 'end' | 'all'

/** A row that shall have the focus as soon as it is drawn; with a caret, its title. */
export interface Wish {
  readonly id: string
  readonly caret: Caret | null
}

const useWish = create<{ readonly wish: Wish | null }>(() => ({ wish: null }))

export const useRowWish = (): Wish | null => useWish(({ wish }) => wish)

export const useWishFor = (id: string): Wish | null => useWish(({ wish }) => (wish?.id === id ? wish : null))

/** Not part of the state: nothing is drawn otherwise because of it. */
let fulfilled: Wish | null = null

/** Takes the wish, once; false where there is none, or it has been taken. */
export function takeWish(wish: Wish | null): wish is Wish {
  if (!wish || wish === fulfilled) return false
  fulfilled = wish
  return true
}

/** Makes a row the current one, alone, and gives it the focus; with a caret, its title is edited where it may be. */
export function goToRow(id: string, wanted: Caret | null = null): void {
  const caret = isNodeToRead(useWorkbook.getState(), id) ? null : wanted
  look({ current: id, anchor: id, selected: new Set(), editing: caret !== null })
  if (caret !== null) keepShown([id])
  focusRow(id, caret)
}

/** Gives a row the focus and leaves the selection as it is. */
export const focusRow = (id: string, caret: Caret | null = null): void =>
  useWish.setState({ wish: { id, caret } })

/** Rows that are edited or new stay in the list though they do not match the filter. */
export function keepShown(ids: readonly string[]): void {
  const { filter, kept } = useView.getState().outline
  if (filter !== '' && ids.some((id) => !kept.has(id))) look({ kept: new Set([...kept, ...ids]) })
}

/** Opens what hides a row: folded rows above it, a zoom elsewhere, the filter. */
export function reveal(id: string): void {
  const at = scene()
  if (!at) return
  const above = ancestorsOf(at.mirror, id)
  const { root, folded } = at.view
  look({
    folded: withoutFolded(folded, above),
    root: root === null || root === id || above.includes(root) ? root : null,
  })
  if (indexOf(scene()?.rows ?? [], id) < 0) keepShown([id])
}

/** The title that is being edited, as it stands in the page. */
export function titleInput(): HTMLInputElement | null {
  const { activeElement } = document
  return activeElement instanceof HTMLInputElement && activeElement.dataset.keys === 'editing'
    ? activeElement
    : null
}
