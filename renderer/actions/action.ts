import type { ActionId } from '../../preload/actions.ts'

/** How an action is done. The same two functions serve its key, its menu item, the context menu and the palette. */
export interface Action {
  /** Whether it makes sense now. An action that is tried anyway may tell why it cannot be done. */
  readonly can: () => boolean
  readonly run: () => void
  /** Menu items that show a choice: whether this is the one. */
  readonly checked?: () => boolean
}

/** The actions of one part of the window. */
export type ActionsFor<Prefix extends string> = Readonly<
  Record<Extract<ActionId, `${Prefix}.${string}`>, Action>
>
