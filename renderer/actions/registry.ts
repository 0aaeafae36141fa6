import type { ActionId } from '../../preload/actions.ts'
import { exportActions } from '../export/actions.ts'
import { outlineActions } from '../outline/actions.ts'
import { searchActions } from '../search/actions.ts'
import { shellActions } from '../shell/actions.ts'
import type { Action } from './action.ts'

/** Every action of the program; one that nobody does would not compile. */
const registry: Readonly<Record<ActionId, Action>> = {
  ...shellActions,
  ...outlineActions,
  ...searchActions,
  ...exportActions,
}

export const canAct = (id: ActionId): boolean => registry[id].can()

export const isChecked = (id: ActionId): boolean => registry[id].checked?.() ?? false

/** Does it, whether or not it makes sense: what makes no sense says so, and silence would not. */
export const act = (id: ActionId): void => registry[id].run()
