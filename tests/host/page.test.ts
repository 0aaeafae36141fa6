import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Program } from '../e2e/host/launch.ts'
import { call, eventually, heard, launchTiny } from './tiny-program.ts'

let program: Program
beforeAll(async () => {
  program = await launchTiny({ viewport: { width: 1100, height: 700 } })
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
    await eventually(() => heard(program)).toContain('hilsen')
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
    await eventually(async () => (await program.networkAttempts()).length).toBe(3)
    expect(await program.networkAttempts()).toEqual([
      { url: 'https://cancelled.example/', stoppedByProgram: true },
      { url: 'http://127.0.0.1:9/', stoppedByProgram: false },
      { url: 'wss://socket.example/', stoppedByProgram: false },
    ])
  })

  test('the program is asked about a page that goes elsewhere, and stays', async () => {
    await program.page.click('#away')
    await eventually(() => heard(program)).toContain('navigate https://away.example/')
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
    await eventually(() => heard(program)).toContain(asked)
    await eventually(() => program.page.context().pages().length).toBe(1)
  })

  test('permissions are the program’s to give', async () => {
    expect(await program.permission('media')).toBe(false)
  })
})
