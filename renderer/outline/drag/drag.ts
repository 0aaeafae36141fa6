import { create } from 'zustand'
import type { DropPlace } from '../model/drop.ts'

/** Rows on their way with the pointer. */
export interface Drag {
  /** In order, none below another. */
  readonly ids: readonly string[]
  /** They and all shown below them. */
  readonly rows: ReadonlySet<string>
  readonly place: DropPlace | null
  /** Where the pointer is in the window. */
  readonly x: number
  readonly y: number
}

export const useDrag = create<{ readonly drag: Drag | null }>(() => ({ drag: null }))

export const useDraggedRows = (): ReadonlySet<string> | undefined => useDrag(({ drag }) => drag?.rows)
