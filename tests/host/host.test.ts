import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type LaunchOptions, launchProgram, type Program } from '../e2e/host/launch.ts'
import { temporaryFolder } from '../support/folders.ts'

const entry = join(import.meta.dirname, 'tiny/main.ts')
const running: Program[] = []

async function launch(options: LaunchOptions = {}): Promise<Program> {
  const program = await launchProgram({ entry, ...options })
  running.push(program)
  return program
}

/** Calls the tiny program's handler by its channel, as its page does. */
const call = (program: Program, channel: string, ...args: readonly unknown[]): Promise<unknown> =>
  program.page.evaluate(([name, given]) => Reflect.get(globalThis, 'tiny').invoke(name, ...given), [
    channel,
    args,
  ] as const)

const heard = (program: Program): Promise<unknown> => call(program, 'heard')

describe('one program', () => {
  let program: Program
  beforeAll(async () => {
    program = await launch({ viewport: { width: 1100, height: 700 } })
  })
  afterAll(() => program.kill())

  describe('messages', () => {
    test.each([
      ['nothing', undefined],
      ['null', null],
      ['Danish', 'Æbler og »pærer«'],
      ['half a surrogate pair', 'a\ud800b'],
      ['the mark of the codec', { $: 'undefined', value: [['$', 1]] }],
      ['numbers that JSON lacks', [Number.NaN, Number.POSITIVE_INFINITY, -0]],
      ['nested lists', { a: [[1, undefined], [{ b: null }]] }],
    ])('%s comes back as it was', async (_what, value) => {
      expect(await call(program, 'echo', value)).toEqual(value)
    })

    test('20 MB come back whole', async () => {
      const whole = await program.page.evaluate(async () => {
        const text = 'Å"\n'.repeat(7_000_000)
        return (await Reflect.get(globalThis, 'tiny').invoke('echo', text)) === text
      })
      expect(whole).toBe(true)
    })

    test.each([
      ['a function', '() => 1'],
      ['an instance of a class', 'new Map()'],
    ])('%s is refused', async (_what, value) => {
      const refused = program.page.evaluate(`tiny.invoke('echo', ${value})`)
      await expect(refused).rejects.toThrow(/could not be cloned|lets no instance/)
    })

    test.each(['answer-function', 'answer-date'])(
      'what is no plain data is not answered: %s',
      async (channel) => {
        await expect(call(program, channel)).rejects.toThrow(/could not be cloned/)
      },
    )

    test('an error crosses as its words', async () => {
      await expect(call(program, 'fail')).rejects.toThrow(
        "Error invoking remote method 'fail': TypeError: Ødelagt",
      )
      await expect(call(program, 'missing')).rejects.toThrow("No handler registered for 'missing'")
    })

    test('events come in order, and before the answer that follows them', async () => {
      const came = await program.page.evaluate(async () => {
        const tiny = Reflect.get(globalThis, 'tiny')
        const numbers: unknown[] = []
        const stop = tiny.on('number', (number: unknown) => numbers.push(number))
        numbers.push(await tiny.invoke('count', 50))
        stop()
        await tiny.invoke('count', 3)
        return numbers
      })
      expect(came).toEqual([...Array.from({ length: 50 }, (_, index) => index + 1), 'done'])
    })

    test('a message without an answer arrives', async () => {
      await program.page.evaluate(() => Reflect.get(globalThis, 'tiny').send('note', 'hilsen'))
      await expect.poll(() => heard(program)).toContain('hilsen')
    })
  })

  describe('the page', () => {
    test('has an address of the program, and the program knows it as app://', async () => {
      expect(program.page.url()).toBe('https://planvaerk.invalid/index.html')
      expect(await call(program, 'sender')).toEqual([
        'app://planvaerk/index.html',
        1,
        'app://planvaerk/index.html',
      ])
    })

    test('obeys the policy that the program sends as a header', async () => {
      const ran = await program.page.evaluate(() => ['safe', 'unsafe'].filter((name) => name in globalThis))
      expect(ran).toEqual(['safe'])
    })

    test('gets its files from the program alone', async () => {
      const got = await program.page.evaluate(async () => {
        const sent = await fetch('/echo?a=1', { method: 'POST', body: 'krop' })
        const missing = await fetch('/nowhere')
        return [await sent.text(), missing.status]
      })
      expect(got).toEqual(['app://planvaerk/echo?a=1 krop', 404])
    })

    test('cannot change what the preload gave it, and a preload requires nothing but electron', async () => {
      const frozen = await program.page.evaluate(() => {
        const { tiny } = globalThis as unknown as {
          tiny: { nested: { list: object[] }; requireOther(): void }
        }
        const parts = [tiny, tiny.nested, tiny.nested.list, tiny.nested.list[1] ?? {}]
        return parts.every((part) => Object.isFrozen(part))
      })
      expect(frozen).toBe(true)
      const requires = program.page.evaluate(() => Reflect.get(globalThis, 'tiny').requireOther())
      await expect(requires).rejects.toThrow('module not found: node:fs')
    })

    test('has frames without the preload', async () => {
      const [, frame] = program.page.frames()
      expect(await frame?.evaluate(() => ['tiny', '__standInPost'].some((name) => name in globalThis))).toBe(
        false,
      )
    })

    test('is Danish, and as large as the test wants', async () => {
      const seen = await program.page.evaluate(() => [navigator.language, innerWidth, innerHeight])
      expect(seen).toEqual(['da-DK', 1100, 700])
    })

    test('gives the path of a dropped file', async () => {
      await program.page.evaluate(() => {
        addEventListener('dragover', (event) => event.preventDefault())
        addEventListener('drop', (event) => {
          const file = event.dataTransfer?.files[0]
          document.title = Reflect.get(globalThis, 'tiny').pathOf(file)
        })
      })
      await program.drop(program.page.locator('#text'), ['/en/mappe/bog.sqlite'])
      expect(await program.page.title()).toBe('/en/mappe/bog.sqlite')
    })
  })

  describe('the network', () => {
    test('is out of reach, and each attempt is known', async () => {
      await program.page.evaluate(async () => {
        new Image().src = 'https://image.example/'
        await fetch('https://cancelled.example/').catch(() => undefined)
        await fetch('http://127.0.0.1:9/').catch(() => undefined)
        new WebSocket('wss://socket.example/')
        await (await fetch('data:text/plain,fri')).text()
      })
      await expect.poll(async () => (await program.networkAttempts()).length).toBe(3)
      expect(await program.networkAttempts()).toEqual([
        { url: 'https://cancelled.example/', stoppedByProgram: true },
        { url: 'http://127.0.0.1:9/', stoppedByProgram: false },
        { url: 'wss://socket.example/', stoppedByProgram: false },
      ])
    })

    test('the program is asked about a page that goes elsewhere, and stays', async () => {
      await program.page.click('#away')
      await expect.poll(() => heard(program)).toContain('navigate https://away.example/')
      expect(program.page.url()).toBe('https://planvaerk.invalid/index.html')
    })

    test.each([
      [
        'a link to a new window',
        'window https://blank.example/',
        (page: Program['page']) => page.click('#blank'),
      ],
      [
        'a link with Ctrl held',
        'window https://away.example/',
        (page: Program['page']) => page.click('#away', { modifiers: ['Control'] }),
      ],
      [
        'a window by script',
        'window https://script.example/',
        (page: Program['page']) => page.evaluate(() => void window.open('https://script.example/')),
      ],
      [
        'a second window of the program itself',
        'window app://planvaerk/echo',
        (page: Program['page']) => page.evaluate(() => void window.open('/echo')),
      ],
      [
        'an empty window',
        'window about:blank',
        (page: Program['page']) => page.evaluate(() => void window.open('')),
      ],
    ])('%s is refused by the program', async (_what, asked, open) => {
      await open(program.page)
      await expect.poll(() => heard(program)).toContain(asked)
      await expect.poll(() => program.page.context().pages().length).toBe(1)
    })

    test('permissions are the program’s to give', async () => {
      expect(await program.permission('media')).toBe(false)
    })
  })

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
      await expect.poll(() => program.page.evaluate(() => String(getSelection()))).toBe('alt sammen')
    })

    test('are asked for by the right button, unless the page has its own', async () => {
      await program.page.click('#field', { button: 'right' })
      await expect.poll(() => heard(program)).toContain('context menu true')
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
      await expect.poll(() => heard(program)).toContain('theme dark')
      expect(await call(program, 'theme', 'light')).toBe(false)
      await expect.poll(looks).toEqual([1100, 1, false])
      expect(await call(program, 'theme', 'system')).toBe(true)
      await expect.poll(looks).toEqual([1100, 1, true])
      await program.page.emulateMedia({ colorScheme: 'light' })
      await expect.poll(() => call(program, 'theme', 'system')).toBe(false)
    })

    test('zooms like a page', async () => {
      await call(program, 'zoom', 2)
      await expect.poll(looks).toEqual([550, 2, false])
      await call(program, 'zoom', 1)
      await expect.poll(looks).toEqual([1100, 1, false])
    })

    test('is resized by its user, and maximised', async () => {
      const [window] = await program.windows()
      await window?.resize({ width: 1024, height: 640 })
      await expect.poll(looks).toEqual([1024, 1, false])
      expect(await heard(program)).toContain('resize 1024')
      expect(await call(program, 'maximize')).toEqual([true, true])
      await expect.poll(looks).toEqual([1920, 1, false])
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
      await expect.poll(async () => (await program.windows()).length).toBe(1)
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
})

describe('the life of a program', () => {
  afterEach(() => Promise.all(running.splice(0).map((program) => program.kill())))

  const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}/exe`)

  test('a second one hands its words to the first and ends', async () => {
    const program = await launch()
    expect(await program.secondInstance(['anden.sqlite'])).toEqual({ code: 0, signal: null })
    await expect.poll(() => heard(program)).toContain('second instance anden.sqlite')
  })

  test('two at once know nothing of each other', async () => {
    const [one, other] = await Promise.all([launch(), launch()])
    await one.page.evaluate(() => Reflect.get(globalThis, 'tiny').send('note', 'kun her'))
    await expect.poll(() => heard(one)).toContain('kun her')
    expect(await heard(other)).not.toContain('kun her')
    await one.kill()
    expect(await call(other, 'echo', 'lever')).toBe('lever')
  })

  test('a close that the program refuses leaves it open; a close that it allows ends it', async () => {
    const program = await launch({ args: ['--stay'] })
    const [window] = await program.windows()
    await window?.close()
    expect(await heard(program)).toContain('close refused')
    await call(program, 'may-close')
    expect(await program.close()).toEqual({ code: 0, signal: null })
    expect(program.log).toBe('before-quit\n')
  })

  test('the system ends it politely', async () => {
    const program = await launch()
    process.kill(program.pid, 'SIGTERM')
    expect(await program.closed).toEqual({ code: 0, signal: null })
    expect(program.log).toBe('before-quit\n')
  })

  test('a Chromium that is gone is a window that its user has closed', async () => {
    const program = await launch()
    process.kill(program.browserPid, 'SIGKILL')
    expect(await program.closed).toEqual({ code: 0, signal: null })
    expect(program.log).toBe('before-quit\n')
  })

  test('killed, it leaves no process, and starts again in the same folder', async () => {
    const userData = join(temporaryFolder(), 'data')
    mkdirSync(userData)
    const program = await launch({ userData })
    await program.kill()
    expect(await program.closed).toEqual({ code: null, signal: 'SIGKILL' })
    await expect.poll(() => isAlive(program.pid) || isAlive(program.browserPid)).toBe(false)
    const again = await launch({ userData })
    expect(await heard(again)).toEqual([])
  })

  test('a page that crashes is known to the program', async () => {
    const program = await launch()
    await call(program, 'open-window')
    const [, second] = await program.windows()
    const session = await program.page.context().newCDPSession(second?.page ?? program.page)
    session.send('Page.crash').catch(() => undefined)
    await expect.poll(() => heard(program)).toContain('gone crashed')
  })

  test('an unexpected dialog fails the test with its words', async () => {
    const program = await launch()
    await expect(call(program, 'message-box')).rejects.toThrow(
      'Unexpected message dialog: Gem? | Gem | Gem ikke',
    )
    await expect(program.menu.items()).rejects.toThrow('Gem?')
    await expect(program.close()).rejects.toThrow('Gem?')
    await expect(program.kill()).rejects.toThrow('Gem?')
    running.splice(0)
  })

  test('a dialog at the start is answered in advance, and unexpected it fails the start', async () => {
    const program = await launch({ args: ['--greet'], answers: [{ message: 'OK' }] })
    expect(await program.dialogs.asked()).toMatchObject([{ message: 'Velkommen' }])
    await expect(launch({ args: ['--greet'] })).rejects.toThrow('Velkommen')
  })
})
