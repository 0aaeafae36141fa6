import { type ActionId, actionIds, actions, type KeyScope } from '../../preload/actions.ts'

/** What a key press says; a `KeyboardEvent` is one. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
  readonly isComposing: boolean
  getModifierState(key: 'AltGraph'): boolean
}

/** Where the focus is: on a row of the outline, in its title, in another text field, or elsewhere. */
export type Where = 'navigation' | 'editing' | 'field' | 'elsewhere'

/**
 * The chord in the words of `preload/actions.ts`, or null for what types a character. AltGr is Ctrl+Alt on a Danish
 * keyboard and types @ £ $ € { [ ] }, so nothing is ever bound to Ctrl+Alt. Letters and signs count as the character that
 * they produce, wherever they lie on the keyboard; a digit held with Alt+Shift counts as its key, for it produces a sign.
 */
export function chordOf(press: KeyPress): string | null {
  const control = press.ctrlKey || press.metaKey
  if (press.isComposing || press.getModifierState('AltGraph') || (control && press.altKey)) return null
  const digit = press.altKey && press.shiftKey ? /^Digit(\d)$/.exec(press.code)?.[1] : undefined
  const key = digit ?? keyName(press.key)
  const types = [...press.key].length === 1
  if (types && !control && !press.altKey) return null
  const isSign = types && digit === undefined && key.toLowerCase() === key.toUpperCase() && key !== ' '
  const shift = press.shiftKey && !isSign
  return `${control ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}

const keyName = (key: string): string => ([...key].length === 1 ? key.toUpperCase() : key)

/** What a chord means there; null = nothing of ours, so the key does what it does in a text or a list. */
export const actionFor = (chord: string, where: Where): ActionId | null =>
  bindings.get(`${where} ${chord}`) ?? bindings.get(`anywhere ${chord}`) ?? null

const scopes: Readonly<Record<KeyScope, readonly string[]>> = {
  anywhere: ['anywhere'],
  outline: ['navigation', 'editing'],
  navigation: ['navigation'],
  editing: ['editing'],
}

const bindings: ReadonlyMap<string, ActionId> = new Map(
  actionIds.flatMap((id) =>
    actions[id].keys.flatMap(({ chord, scope }) =>
      scopes[scope].map((where) => [`${where} ${chord}`, id] as const),
    ),
  ),
)
