import type { MouseEvent } from 'react'
import { create } from 'zustand'
import { goToRow } from './row-focus.ts'
import { rowUnder } from './row-pointer.ts'
import { scene } from './scene.ts'

/** Where the context menu is open, in the window; null = nowhere. */
export const useContextMenu = create<{ readonly at: { readonly x: number; readonly y: number } | null }>(
  () => ({
    at: null,
  }),
)

export const closeContextMenu = (): void => useContextMenu.setState({ at: null })

/** A right click on a row that is not selected is about that row alone. */
export function openContextMenu(event: MouseEvent): void {
  const row = rowUnder(event.target)
  const at = scene()
  if (!row || !at) return
  event.preventDefault()
  if (!at.view.selected.has(row.id)) goToRow(row.id)
  useContextMenu.setState({ at: { x: event.clientX, y: event.clientY } })
}

/** From the keyboard: below the beginning of the row's title. */
export function openContextMenuAt(element: HTMLElement): void {
  const row = element.closest('[data-row]')
  if (!row) return
  const { left, bottom } = (row.querySelector('[data-part="title"], input') ?? row).getBoundingClientRect()
  useContextMenu.setState({ at: { x: left, y: bottom } })
}
