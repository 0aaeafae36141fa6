import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { actionNames, writtenChord } from '../../../db/model/texts/window/actions.ts'
import { acceleratorOf, type MenuContent, menuTemplate } from '../../../main/shell/menu.ts'
import { actionIds, actions } from '../../../preload/actions.ts'

const quiet: MenuContent = {
  enabled: [],
  checked: [],
  history: { undo: null, redo: null },
  recents: [],
  platform: 'win32',
}

function menu(content: Partial<MenuContent> = {}) {
  const chosen: string[] = []
  const template = menuTemplate(
    { ...quiet, ...content },
    { choose: (id) => chosen.push(id), openRecent: (file) => chosen.push(file) },
  )
  const items = template.flatMap(everyItem)
  return { template, items, chosen, item: (id: string) => items.find((item) => item.id === id) }
}

const everyItem = (item: MenuItemConstructorOptions): readonly MenuItemConstructorOptions[] => [
  item,
  ...(Array.isArray(item.submenu) ? item.submenu.flatMap(everyItem) : []),
]

/** Chooses an item as Electron does. */
function choose(item: MenuItemConstructorOptions | undefined): void {
  const click: unknown = item?.click
  if (typeof click !== 'function') throw new Error('nothing to choose')
  click()
}

describe('the menu', () => {
  test('stands in the order that Office users know', () => {
    expect(menu().template.map(({ label }) => label)).toEqual([
      'Filer',
      'Rediger',
      'Indsæt',
      'Disposition',
      'Vis',
      'Hjælp',
    ])
  })

  test.each(['win32', 'linux', 'darwin'])('has every action that belongs in one, once, on %s', (platform) => {
    const { items } = menu({ platform })
    const shown = items.flatMap(({ id }) => id ?? [])
    const wanted = actionIds.filter((id) => 'menu' in actions[id])
    const own = platform === 'darwin' ? shown.slice(shown.indexOf('help.about') + 1) : shown
    expect(own.toSorted()).toEqual(wanted.toSorted())
  })

  test('sets groups apart by a line, and begins and ends with none', () => {
    for (const { submenu } of menu().template) {
      const kinds = Array.isArray(submenu) ? submenu.map(({ type }) => type ?? 'normal') : []
      expect(kinds.length).toBeGreaterThan(0)
      expect(kinds[0]).not.toBe('separator')
      expect(kinds.at(-1)).not.toBe('separator')
      expect(kinds.join(' ')).not.toContain('separator separator')
    }
  })

  test('sends what is chosen', () => {
    const { item, chosen } = menu()
    choose(item('row.indent'))
    expect(chosen).toEqual(['row.indent'])
  })

  test('leaves the clipboard to the system, in texts as on rows', () => {
    const { item } = menu()
    expect(['row.cut', 'row.copy', 'row.paste'].map((id) => item(id))).toMatchObject([
      { role: 'cut', label: 'Klip', accelerator: 'CmdOrCtrl+X' },
      { role: 'copy', label: 'Kopiér', accelerator: 'CmdOrCtrl+C' },
      { role: 'paste', label: 'Sæt ind', accelerator: 'CmdOrCtrl+V' },
    ])
  })

  test('shows what is possible and what is chosen now', () => {
    const { item } = menu({ enabled: ['row.indent'], checked: ['view.preview'] })
    expect([item('row.indent')?.enabled, item('row.outdent')?.enabled]).toEqual([true, false])
    expect([item('view.preview')?.checked, item('view.word')?.checked]).toEqual([true, false])
    expect(item('row.indent')?.type).toBeUndefined()
  })

  test('names what undo and redo would do', () => {
    const history = { undo: 'Flyt »Børn & unge«', redo: 'Slet »Å«' }
    expect(menu({ history }).item('history.undo')?.label).toBe('Fortryd Flyt »Børn && unge«')
    expect(menu({ history }).item('history.redo')?.label).toBe('Gentag Slet »Å«')
    expect(menu().item('history.undo')?.label).toBe('Fortryd')
  })

  test('lists recent workbooks, and marks those that were missing when it looked', () => {
    const recent = { organisation: 'A', openedAt: '2026-01-01T00:00:00.000Z' }
    const { items, chosen } = menu({
      recents: [
        { ...recent, file: '/hjem/a.sqlite', missing: false },
        { ...recent, file: '/drev/b.sqlite', missing: true },
      ],
    })
    choose(items.find(({ label }) => label === 'a.sqlite'))
    expect(chosen).toEqual(['/hjem/a.sqlite'])
    expect(items.map(({ label }) => label)).toContain('b.sqlite (findes ikke nu)')
  })
})

describe('keys', () => {
  test('are shown, and left to the page', () => {
    const { items } = menu()
    const keys = items.filter(({ accelerator }) => accelerator !== undefined)
    expect(keys.length).toBeGreaterThan(30)
    expect(keys.filter(({ registerAccelerator }) => registerAccelerator !== false)).toEqual([])
  })

  test('that macOS would claim everywhere are not shown there', () => {
    const { item } = menu({ platform: 'darwin' })
    expect(item('workbook.save')?.accelerator).toBe('CmdOrCtrl+S')
    expect(item('row.new-sibling')?.accelerator).toBeUndefined()
    expect(item('row.copy')?.accelerator).toBeUndefined()
  })

  test.each([
    ['Ctrl+S', 'CmdOrCtrl+S'],
    ['Alt+Shift+ArrowUp', 'Alt+Shift+Up'],
    ['Ctrl++', 'CmdOrCtrl+Plus'],
    ['Ctrl+-', 'CmdOrCtrl+-'],
    ['Ctrl+ ', 'CmdOrCtrl+Space'],
    ['Escape', 'Esc'],
    ['F2', 'F2'],
  ])('%s is %s to Electron', (chord, accelerator) => {
    expect(acceleratorOf(chord)).toBe(accelerator)
  })

  test('nothing is on Ctrl+Alt, which is AltGr on a Danish keyboard', () => {
    const chords = actionIds.flatMap((id) => actions[id].keys.map(({ chord }) => chord))
    expect(chords.length).toBeGreaterThan(60)
    expect(chords.filter((chord) => chord.includes('Ctrl') && chord.includes('Alt'))).toEqual([])
  })

  test('no key means two things in the same place', () => {
    const places = { anywhere: ['n', 'e'], outline: ['n', 'e'], navigation: ['n'], editing: ['e'] } as const
    const uses = actionIds.flatMap((id) =>
      actions[id].keys.flatMap(({ chord, scope }) => places[scope].map((place) => `${place} ${chord}`)),
    )
    expect(uses.filter((use, index) => uses.indexOf(use) !== index)).toEqual([])
  })
})

describe('words', () => {
  test('every action has a name, and no name is left over', () => {
    expect(Object.keys(actionNames).toSorted()).toEqual(actionIds.toSorted())
  })

  test('no two actions have the same name', () => {
    const names = Object.values(actionNames)
    expect(new Set(names).size).toBe(names.length)
  })

  test.each([
    ['Alt+Shift+ArrowUp', 'Alt+Skift+Pil op'],
    ['Ctrl+Shift+Backspace', 'Ctrl+Skift+Tilbage'],
    ['Ctrl+ ', 'Ctrl+Mellemrum'],
    ['Ctrl++', 'Ctrl++'],
    ['Shift+Tab', 'Skift+Tab'],
    ['Escape', 'Esc'],
    ['Delete', 'Delete'],
    ['Alt+Shift+1', 'Alt+Skift+1'],
  ])('%s is written %s', (chord, written) => {
    expect(writtenChord(chord)).toBe(written)
  })
})
