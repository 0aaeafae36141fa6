import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Program } from '../e2e/host/launch.ts'
import { call, eventually, heard, launchTiny } from './tiny-program.ts'

let program: Program
beforeAll(async () => {
  program = await launchTiny({ viewport: { width: 1100, height: 700 } })
})
afterAll(() => program.kill())

describe('dialogs', () => {
  test('are answered in order', async () => {
    await program.dialogs.answer({ open: ['/a.sqlite'] }, { cancel: true }, { message: 'Gem ikke' })
    expect(await call(program, 'open-dialog')).toEqual({ canceled: false, filePaths: ['/a.sqlite'] })
    expect(await call(program, 'save-dialog')).toEqual({ canceled: true, filePath: '' })
    expect(await call(program, 'message-box')).toEqual({ response: 1, checkboxChecked: false })
    expect(await program.dialogs.asked()).toMatchObject([
      { kind: 'open', title: 'Åbn', extensions: ['sqlite'] },
      { kind: 'save', defaultPath: 'ny.sqlite' },
      { kind: 'message', message: 'Gem?', buttons: ['Gem', 'Gem ikke'] },
    ])
  })
})

describe('menus', () => {
  test('are read as data', async () => {
    const [file, edit] = await program.menu.items()
    expect([file?.label, edit?.label]).toEqual(['Filer', 'Rediger'])
    expect(file?.submenu?.slice(0, 3)).toEqual([
      {
        label: 'Ny projektmappe …',
        enabled: true,
        checked: false,
        accelerator: 'CmdOrCtrl+N',
        submenu: null,
      },
      { label: 'Gem', enabled: false, checked: false, accelerator: null, submenu: null },
      { label: 'Vis mål', enabled: true, checked: true, accelerator: null, submenu: null },
    ])
  })

  test('are chosen by label', async () => {
    await program.menu.choose('Filer', 'Ny projektmappe …')
    await program.menu.choose('Filer', 'Vis mål')
    expect(await heard(program)).toEqual(expect.arrayContaining(['new', 'goals false']))
  })

  test('what is missing or disabled cannot be chosen', async () => {
    await expect(program.menu.choose('Filer', 'Gem')).rejects.toThrow('»Gem« is disabled')
    await expect(program.menu.choose('Filer', 'Print')).rejects.toThrow('No »Print« in the menu Ny')
    await call(program, 'enable-save')
    await program.menu.choose('Filer', 'Gem')
    expect(await heard(program)).toContain('save')
  })

  test('do what a role says', async () => {
    await program.page.fill('#field', 'alt sammen')
    await program.page.focus('#field')
    await program.menu.choose('Rediger', 'Markér alt')
    await eventually(() => program.page.evaluate(() => String(getSelection()))).toBe('alt sammen')
  })

  test('are asked for by the right button, unless the page has its own', async () => {
    await program.page.click('#field', { button: 'right' })
    await eventually(() => heard(program)).toContain('context menu true')
    await program.page.evaluate(() => addEventListener('contextmenu', (event) => event.preventDefault()))
    await program.page.click('#text', { button: 'right' })
    await call(program, 'echo', null)
    expect(await heard(program)).not.toContain('context menu false')
  })

  test('pop up where the program wants', async () => {
    expect(await program.popup.items()).toBe(null)
    await call(program, 'popup')
    expect(await program.popup.items()).toMatchObject([{ label: 'Slet' }])
    await program.popup.choose('Slet')
    expect(await program.popup.items()).toBe(null)
    expect(await heard(program)).toEqual(expect.arrayContaining(['delete', 'popup closed']))
  })
})

describe('the window', () => {
  /** After a frame, for a page hears of a change of theme when it draws. */
  const looks = () =>
    program.page.evaluate(async () => {
      await new Promise(requestAnimationFrame)
      return [innerWidth, devicePixelRatio, matchMedia('(prefers-color-scheme: dark)').matches]
    })

  test('follows the system’s theme, until the program chooses', async () => {
    await program.page.emulateMedia({ colorScheme: 'dark' })
    await eventually(() => heard(program)).toContain('theme dark')
    expect(await call(program, 'theme', 'light')).toBe(false)
    await eventually(looks).toEqual([1100, 1, false])
    expect(await call(program, 'theme', 'system')).toBe(true)
    await eventually(looks).toEqual([1100, 1, true])
    await program.page.emulateMedia({ colorScheme: 'light' })
    await eventually(() => call(program, 'theme', 'system')).toBe(false)
  })

  test('zooms like a page', async () => {
    await call(program, 'zoom', 2)
    await eventually(looks).toEqual([550, 2, false])
    await call(program, 'zoom', 1)
    await eventually(looks).toEqual([1100, 1, false])
  })

  test('is resized by its user, and maximised', async () => {
    const [window] = await program.windows()
    await window?.resize({ width: 1024, height: 640 })
    await eventually(looks).toEqual([1024, 1, false])
    expect(await heard(program)).toContain('resize 1024')
    expect(await call(program, 'maximize')).toEqual([true, true])
    await eventually(looks).toEqual([1920, 1, false])
  })

  test('may be one of several', async () => {
    expect(await program.title()).toBe('Lille 1')
    await call(program, 'open-window')
    const [first, second] = await program.windows()
    expect([first?.title, second?.title, await program.title()]).toEqual(['Lille 1', 'Lille 2', 'Lille 2'])
    expect(await heard(program)).toContain('blur 1')
    expect(await second?.page.evaluate(() => Reflect.get(globalThis, 'tiny').invoke('sender'))).toContain(2)
    await first?.focus()
    expect(await program.title()).toBe('Lille 1')
    await second?.close()
    await eventually(async () => (await program.windows()).length).toBe(1)
  })
})

describe('the system', () => {
  test('opens and shows what the program asks for', async () => {
    expect(await call(program, 'reveal', '/ud/plan.docx')).toBe('')
    expect(await program.shell.calls()).toEqual([
      { kind: 'show-in-folder', target: '/ud/plan.docx' },
      { kind: 'open-path', target: '/ud/plan.docx' },
    ])
    expect(await program.shell.recentDocuments()).toEqual(['/ud/plan.docx'])
  })

  test('goes to sleep', async () => {
    await program.suspend()
    expect(await heard(program)).toContain('suspend')
  })

  test('tells the program where it runs', async () => {
    const [name, userData, host, isPackaged] = (await call(program, 'facts')) as readonly unknown[]
    expect([name, host, isPackaged]).toEqual(['planvaerk', 'stand-in', false])
    expect(existsSync(String(userData))).toBe(true)
  })
})
