/**
 * Everything that the user can invoke: by key, menu, context menu or the palette. The native menu (main) and the keymap
 * (renderer) are both made from this list; its words stand in `texts/window/actions.ts`.
 */

/** Where a key counts: anywhere, in the outline whatever its mode, on a focused row, or while its title is edited. */
export type KeyScope = 'anywhere' | 'outline' | 'navigation' | 'editing'

export interface Key {
  /** Modifiers in the order Ctrl, Alt, Shift; then the produced character, or the name of the key. */
  readonly chord: string
  readonly scope: KeyScope
}

export type Menu = 'file' | 'edit' | 'insert' | 'outline' | 'view' | 'help'

interface ActionSpec {
  /** The menu it stands in, and the group there; groups are set apart by a line. */
  readonly menu?: Menu
  readonly group?: number
  /** The first is shown in the menu. */
  readonly keys: readonly Key[]
}

const anywhere = (...chords: readonly string[]): readonly Key[] =>
  chords.map((chord) => ({ chord, scope: 'anywhere' }))
const outline = (...chords: readonly string[]): readonly Key[] =>
  chords.map((chord) => ({ chord, scope: 'outline' }))
const navigation = (...chords: readonly string[]): readonly Key[] =>
  chords.map((chord) => ({ chord, scope: 'navigation' }))
const editing = (...chords: readonly string[]): readonly Key[] =>
  chords.map((chord) => ({ chord, scope: 'editing' }))

const specs = {
  'workbook.new': { menu: 'file', group: 1, keys: [] },
  'workbook.open': { menu: 'file', group: 1, keys: anywhere('Ctrl+O') },
  'workbook.open-example': { menu: 'file', group: 1, keys: [] },
  'plan.new': { menu: 'file', group: 2, keys: anywhere('Ctrl+N') },
  'plan.properties': { menu: 'file', group: 2, keys: anywhere('Alt+Enter') },
  'workbook.import': { menu: 'file', group: 2, keys: [] },
  'workbook.save': { menu: 'file', group: 3, keys: anywhere('Ctrl+S') },
  'workbook.save-as': { menu: 'file', group: 3, keys: anywhere('F12') },
  'workbook.read-only': { menu: 'file', group: 3, keys: [] },
  'backup.restore': { menu: 'file', group: 3, keys: [] },
  'workbook.merge': { menu: 'file', group: 4, keys: [] },
  'workbook.merges': { menu: 'file', group: 4, keys: [] },
  'export.word': { menu: 'file', group: 5, keys: anywhere('Ctrl+E') },
  'packet.send': { menu: 'file', group: 4, keys: [] },
  'clean.write': { menu: 'file', group: 5, keys: [] },
  'workbook.close': { menu: 'file', group: 6, keys: anywhere('Ctrl+W') },

  'history.undo': { menu: 'edit', group: 1, keys: anywhere('Ctrl+Z') },
  'history.redo': { menu: 'edit', group: 1, keys: anywhere('Ctrl+Y', 'Ctrl+Shift+Z') },
  'row.cut': { menu: 'edit', group: 2, keys: navigation('Ctrl+X') },
  'row.copy': { menu: 'edit', group: 2, keys: navigation('Ctrl+C') },
  'row.paste': { menu: 'edit', group: 2, keys: navigation('Ctrl+V') },
  'row.duplicate': { menu: 'edit', group: 2, keys: outline('Ctrl+D') },
  'row.delete': {
    menu: 'edit',
    group: 2,
    keys: [...navigation('Delete'), ...outline('Ctrl+Shift+Backspace')],
  },
  'select.widen': { menu: 'edit', group: 3, keys: outline('Ctrl+A') },
  'outline.filter': { menu: 'edit', group: 4, keys: anywhere('Ctrl+F') },
  'search.jump': { menu: 'edit', group: 4, keys: anywhere('Ctrl+J') },
  'search.everywhere': { menu: 'edit', group: 4, keys: anywhere('Ctrl+Shift+F') },

  'row.new-sibling': { menu: 'insert', group: 1, keys: editing('Enter') },
  'row.new-child': { menu: 'insert', group: 1, keys: outline('Ctrl+Shift+Enter') },
  'row.new-milestone': { menu: 'insert', group: 2, keys: outline('Alt+M') },
  'row.new-indicator': { menu: 'insert', group: 2, keys: outline('Alt+P') },

  'row.edit': { menu: 'outline', group: 1, keys: navigation('F2', 'Enter') },
  'row.leave': { keys: editing('Escape') },
  'row.body': { menu: 'outline', group: 1, keys: outline('Shift+Enter') },
  'row.indent': { menu: 'outline', group: 2, keys: [...outline('Alt+Shift+ArrowRight'), ...editing('Tab')] },
  'row.outdent': {
    menu: 'outline',
    group: 2,
    keys: [...outline('Alt+Shift+ArrowLeft'), ...editing('Shift+Tab')],
  },
  'row.move-up': {
    menu: 'outline',
    group: 2,
    keys: outline('Alt+Shift+ArrowUp', 'Ctrl+Shift+ArrowUp'),
  },
  'row.move-down': {
    menu: 'outline',
    group: 2,
    keys: outline('Alt+Shift+ArrowDown', 'Ctrl+Shift+ArrowDown'),
  },
  'row.fold': { menu: 'outline', group: 3, keys: [...outline('Ctrl+ArrowUp'), ...navigation('ArrowLeft')] },
  'row.unfold': {
    menu: 'outline',
    group: 3,
    keys: [...outline('Ctrl+ArrowDown'), ...navigation('ArrowRight')],
  },
  'outline.level-1': { menu: 'outline', group: 4, keys: anywhere('Alt+Shift+1') },
  'outline.level-2': { menu: 'outline', group: 4, keys: anywhere('Alt+Shift+2') },
  'outline.level-3': { menu: 'outline', group: 4, keys: anywhere('Alt+Shift+3') },
  'outline.level-4': { menu: 'outline', group: 4, keys: anywhere('Alt+Shift+4') },
  'outline.level-5': { menu: 'outline', group: 4, keys: anywhere('Alt+Shift+5') },
  'outline.level-6': { menu: 'outline', group: 4, keys: anywhere('Alt+Shift+6') },
  'outline.level-7': { menu: 'outline', group: 4, keys: anywhere('Alt+Shift+7') },
  'outline.level-8': { menu: 'outline', group: 4, keys: anywhere('Alt+Shift+8') },
  'outline.level-9': { menu: 'outline', group: 4, keys: anywhere('Alt+Shift+9') },
  'outline.show-all': { menu: 'outline', group: 4, keys: anywhere('Alt+Shift+A') },
  'outline.zoom-in': { menu: 'outline', group: 5, keys: outline('Alt+ArrowRight') },
  'outline.zoom-out': { menu: 'outline', group: 5, keys: anywhere('Alt+ArrowLeft') },
  'row.history': { menu: 'outline', group: 6, keys: anywhere('Alt+Shift+H') },
  'status.next': { menu: 'outline', group: 6, keys: outline('Ctrl+Enter') },

  'focus.previous': { keys: [...navigation('ArrowUp'), ...editing('ArrowUp')] },
  'focus.next': { keys: [...navigation('ArrowDown'), ...editing('ArrowDown')] },
  'focus.page-up': { keys: outline('PageUp') },
  'focus.page-down': { keys: outline('PageDown') },
  'focus.first': { keys: navigation('Home') },
  'focus.last': { keys: navigation('End') },
  'select.previous': { keys: outline('Shift+ArrowUp') },
  'select.next': { keys: outline('Shift+ArrowDown') },
  'select.toggle': { keys: navigation('Ctrl+ ') },
  'select.none': { keys: navigation('Escape') },

  'view.plans': { menu: 'view', group: 1, keys: anywhere('Ctrl+1') },
  'view.goals': { menu: 'view', group: 1, keys: anywhere('Ctrl+2') },
  'view.timeline': { menu: 'view', group: 1, keys: anywhere('Ctrl+3') },
  'view.follow-up': { menu: 'view', group: 1, keys: anywhere('Ctrl+4') },
  'view.quality': { menu: 'view', group: 1, keys: anywhere('Ctrl+5') },
  'view.organisation': { menu: 'view', group: 1, keys: anywhere('Ctrl+6') },
  'view.templates': { menu: 'view', group: 1, keys: anywhere('Ctrl+7') },
  'view.history': { menu: 'view', group: 1, keys: anywhere('Ctrl+8') },
  'view.next-pane': { menu: 'view', group: 2, keys: anywhere('F6') },
  'view.previous-pane': { menu: 'view', group: 2, keys: anywhere('Shift+F6') },
  'view.preview': { menu: 'view', group: 2, keys: anywhere('F9') },
  'view.word': { menu: 'view', group: 2, keys: anywhere('Shift+F9') },
  'view.zoom-in': { menu: 'view', group: 3, keys: anywhere('Ctrl++', 'Ctrl+=') },
  'view.zoom-out': { menu: 'view', group: 3, keys: anywhere('Ctrl+-') },
  'view.zoom-reset': { menu: 'view', group: 3, keys: anywhere('Ctrl+0') },
  'view.theme-system': { menu: 'view', group: 4, keys: [] },
  'view.theme-light': { menu: 'view', group: 4, keys: [] },
  'view.theme-dark': { menu: 'view', group: 4, keys: [] },
  'view.theme-contrast': { menu: 'view', group: 4, keys: [] },

  'help.keys': { menu: 'help', group: 1, keys: anywhere('F1') },
  'palette.open': { menu: 'help', group: 1, keys: anywhere('Ctrl+K') },
  'help.about': { menu: 'help', group: 2, keys: [] },
} as const satisfies Readonly<Record<string, ActionSpec>>

export type ActionId = keyof typeof specs

export const actions: Readonly<Record<ActionId, ActionSpec>> = specs
export const actionIds = Object.keys(specs) as readonly ActionId[]

export const isActionId = (id: string): id is ActionId => Object.hasOwn(specs, id)
