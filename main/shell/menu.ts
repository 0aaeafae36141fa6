import { basename } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { actionNames } from '../../db/model/texts/window/actions.ts'
import { menuTexts } from '../../db/model/texts/window/menu.ts'
import { type ActionId, actionIds, actions, type Menu } from '../../preload/actions.ts'
import type { Recent } from '../../preload/contract.ts'
import type { MenuState } from '../session/desk.ts'

export interface MenuContent extends MenuState {
  readonly recents: readonly Recent[]
  readonly platform: string
}

export interface MenuChoices {
  readonly choose: (action: ActionId) => void
  readonly openRecent: (file: string) => void
}

type Items = readonly MenuItemConstructorOptions[]

/** Every action has its name; one that had none would not compile. */
const names: Readonly<Record<ActionId, string>> = actionNames

const order: readonly Menu[] = ['file', 'edit', 'insert', 'outline', 'view', 'help']

/** Actions that show what is chosen. */
const checkable: ReadonlySet<ActionId> = new Set([
  'workbook.read-only',
  'view.preview',
  'view.word',
  'view.theme-system',
  'view.theme-light',
  'view.theme-dark',
  'view.theme-contrast',
])

/**
 * What the system does where the focus is, in a text as on a row: the page hears of it by the events of the clipboard, which
 * alone carry what other programs put there.
 */
const roles: Partial<Record<ActionId, 'cut' | 'copy' | 'paste'>> = {
  'row.cut': 'cut',
  'row.copy': 'copy',
  'row.paste': 'paste',
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** The menu of a window as data: every action with a menu, in its group, with its key, possible and chosen as it is now. */
export function menuTemplate(content: MenuContent, choices: MenuChoices): MenuItemConstructorOptions[] {
  const menus = order.map((menu) => ({
    label: menuTexts.menus[menu],
    submenu: [...itemsOf(menu, content, choices)],
  }))
  if (content.platform !== 'darwin') return menus
  return [macMenu(content, choices), ...menus.slice(0, -1), macWindowMenu(), ...menus.slice(-1)]
}

function itemsOf(menu: Menu, content: MenuContent, choices: MenuChoices): Items {
  const groups = Map.groupBy(
    actionIds.filter((id) => actions[id].menu === menu),
    (id) => actions[id].group ?? 0,
  )
  const lists = [...groups.values()].map((ids): Items => ids.map((id) => actionItem(id, content, choices)))
  if (menu !== 'file') return separated(lists)
  const [first = [], ...others] = lists
  const quit: Items = content.platform === 'darwin' ? [] : [{ role: 'quit', label: menuTexts.quit }]
  return separated([[...first, recentsItem(content.recents, choices)], ...others, quit])
}

const separated = (groups: readonly Items[]): Items =>
  groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [separator, ...group]))

function actionItem(id: ActionId, content: MenuContent, { choose }: MenuChoices): MenuItemConstructorOptions {
  const role = roles[id]
  if (role) return { id, role, label: names[id], ...keyOf(id, content.platform) }
  return {
    id,
    label: labelOf(id, content),
    enabled: content.enabled.includes(id),
    ...(checkable.has(id) ? { type: 'checkbox', checked: content.checked.includes(id) } : {}),
    ...keyOf(id, content.platform),
    click: () => choose(id),
  }
}

/** Undo and redo say what they would do. A single & would make the next letter a key of the menu. */
function labelOf(id: ActionId, { history }: MenuContent): string {
  const { undo, redo } = history
  if (id === 'history.undo' && undo !== null) return menuTexts.undo(undo).replaceAll('&', '&&')
  if (id === 'history.redo' && redo !== null) return menuTexts.redo(redo).replaceAll('&', '&&')
  return names[id]
}

/**
 * The key as the menu shows it. The page listens to it, since it alone knows where the focus is. macOS cannot show a key
 * without claiming it, so there only those are shown that mean the same everywhere.
 */
function keyOf(id: ActionId, platform: string): MenuItemConstructorOptions {
  const [key] = actions[id].keys
  if (!key || (platform === 'darwin' && key.scope !== 'anywhere')) return {}
  return { accelerator: acceleratorOf(key.chord), registerAccelerator: false }
}

/** Electron's names of keys that a chord calls otherwise. */
const keyNames: Readonly<Record<string, string>> = {
  Ctrl: 'CmdOrCtrl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
  ' ': 'Space',
  '+': 'Plus',
}

/** A chord of `preload/actions.ts` in Electron's words: `CmdOrCtrl+Shift+Up`. */
export function acceleratorOf(chord: string): string {
  const [, modifiers = '', key = ''] = /^((?:(?:Ctrl|Alt|Shift)\+)*)(.+)$/s.exec(chord) ?? []
  const words = [...modifiers.split('+').filter((name) => name !== ''), key]
  return words.map((word) => keyNames[word] ?? word).join('+')
}

const recentsItem = (
  recents: readonly Recent[],
  { openRecent }: MenuChoices,
): MenuItemConstructorOptions => ({
  label: menuTexts.recents,
  submenu:
    recents.length === 0
      ? [{ label: menuTexts.noRecents, enabled: false }]
      : recents.map(({ file, missing }) => ({
          label: (missing ? menuTexts.missing(basename(file)) : basename(file)).replaceAll('&', '&&'),
          toolTip: file,
          click: () => openRecent(file),
        })),
})

const macMenu = (content: MenuContent, choices: MenuChoices): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    actionItem('help.about', content, choices),
    separator,
    { role: 'hide', label: menuTexts.hide },
    { role: 'hideOthers', label: menuTexts.hideOthers },
    { role: 'unhide', label: menuTexts.showAll },
    separator,
    { role: 'quit', label: menuTexts.quit },
  ],
})

const macWindowMenu = (): MenuItemConstructorOptions => ({
  label: menuTexts.window,
  submenu: [
    { role: 'minimize', label: menuTexts.minimize },
    { role: 'front', label: menuTexts.bringToFront },
  ],
})
