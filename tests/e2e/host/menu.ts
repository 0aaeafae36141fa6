import type { BrowserWindow } from './browser-window.ts'
import { runRole } from './menu-roles.ts'
import { focusedWindow } from './registry.ts'
import { settings } from './settings.ts'

type Click = (item: MenuItem, window: BrowserWindow | undefined, event: object) => void

export interface ItemOptions {
  readonly id?: string
  readonly label?: string
  readonly type?: 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio'
  readonly role?: string
  readonly accelerator?: string
  readonly registerAccelerator?: boolean
  readonly enabled?: boolean
  readonly visible?: boolean
  readonly checked?: boolean
  readonly submenu?: Menu | readonly (ItemOptions | MenuItem)[]
  readonly click?: Click
  /** Seen on macOS alone. */
  readonly toolTip?: string
}

export class MenuItem {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly role: string | undefined
  readonly accelerator: string | undefined
  readonly registerAccelerator: boolean
  readonly submenu: Menu | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  readonly #click: Click | undefined

  constructor(options: ItemOptions) {
    const { submenu } = options
    this.id = options.id ?? ''
    // »&Filer« underlines the F.
    this.label = (options.label ?? '').replaceAll(/&(.)/g, '$1')
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.role = options.role
    this.accelerator = options.accelerator
    this.registerAccelerator = options.registerAccelerator ?? true
    this.submenu =
      submenu === undefined || submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu)
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.#click = options.click
  }

  /** As when the user chooses it. */
  choose(window: BrowserWindow | null): void {
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type === 'radio') this.checked = true
    if (this.role && !this.#click) runRole(this.role, window)
    else this.#click?.(this, window ?? undefined, {})
  }
}

let applicationMenu: Menu | null = null
let openPopup: Menu | null = null

export class Menu {
  readonly items: MenuItem[]
  #onClosed: (() => void) | undefined

  constructor(items: readonly MenuItem[] = []) {
    this.items = [...items]
  }

  static buildFromTemplate = (template: readonly (ItemOptions | MenuItem)[]): Menu =>
    new Menu(template.map((item) => (item instanceof MenuItem ? item : new MenuItem(item))))

  static setApplicationMenu(menu: Menu | null): void {
    const deaf = menu && everyItem(menu).find((item) => item.accelerator && item.registerAccelerator)
    if (deaf)
      throw new Error(`No key reaches a menu here, so »${deaf.label}« needs registerAccelerator: false`)
    applicationMenu = menu
  }

  static getApplicationMenu = (): Menu | null => applicationMenu

  getMenuItemById(id: string): MenuItem | null {
    return everyItem(this).find((item) => item.id === id) ?? null
  }

  /** Shows it as a context menu, until an item is chosen or the user turns away. */
  popup(options: { readonly window?: BrowserWindow; readonly callback?: () => void } = {}): void {
    openPopup?.closePopup()
    openPopup = this
    this.#onClosed = options.callback
    // Nobody but a test sees it.
    if (settings.mode !== 'test') this.closePopup()
  }

  closePopup(): void {
    if (openPopup !== this) return
    openPopup = null
    this.#onClosed?.()
  }
}

/** The context menu that stands open. */
export const popupMenu = (): Menu | null => openPopup

const everyItem = (menu: Menu): readonly MenuItem[] =>
  menu.items.flatMap((item) => [item, ...(item.submenu ? everyItem(item.submenu) : [])])

/** A menu as tests read it. */
export interface MenuEntry {
  readonly label: string
  readonly enabled: boolean
  readonly checked: boolean
  readonly accelerator: string | null
  readonly submenu: readonly MenuEntry[] | null
}

/** What can be seen of a menu; lines between groups are left out. */
export const entriesOf = (menu: Menu | null): readonly MenuEntry[] =>
  (menu?.items ?? [])
    .filter(({ visible, type }) => visible && type !== 'separator')
    .map(({ label, role, enabled, checked, accelerator, submenu }) => ({
      label: label || (role ?? ''),
      enabled,
      checked,
      accelerator: accelerator ?? null,
      submenu: submenu ? entriesOf(submenu) : null,
    }))

/** Chooses as a user does, by the labels from the top. Throws when there is no such item, or it is disabled. */
export function chooseByLabels(menu: Menu | null, labels: readonly string[]): void {
  const [label, ...deeper] = labels
  const seen = menu?.items.filter(({ visible }) => visible) ?? []
  const item = seen.find((candidate) => (candidate.label || candidate.role) === label)
  if (!item) throw new Error(`No »${label}« in the menu ${seen.map((one) => one.label).join(', ')}`)
  if (!item.enabled) throw new Error(`»${label}« is disabled`)
  if (deeper.length > 0) {
    chooseByLabels(item.submenu ?? null, deeper)
    return
  }
  if (item.submenu) throw new Error(`»${label}« is a menu, not an item`)
  openPopup?.closePopup()
  item.choose(focusedWindow())
}
