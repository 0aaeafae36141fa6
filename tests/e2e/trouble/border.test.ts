import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { AppError } from '../../../db/model/errors.ts'
import { sentenceFor } from '../../../db/model/texts/errors.ts'
import { type RequestName, requests } from '../../../preload/contract.ts'
import { openPlan, troubled } from '../support/trouble.ts'

const names = Object.keys(requests) as readonly RequestName[]

/** What can be handed to a page from here. */
const anything = fc.anything({ withBigInt: true })
const nearly = fc.record(
  {
    file: fc.oneof(fc.string(), anything),
    folder: fc.oneof(fc.string(), anything),
    path: anything,
    planId: fc.oneof(fc.uuid(), fc.string(), anything),
    plans: fc.array(fc.oneof(fc.uuid(), anything)),
    query: anything,
    limit: fc.oneof(fc.integer(), fc.double()),
    command: fc.oneof(fc.record({ type: fc.constantFrom('node.delete', 'plan.create', 'batch') }), anything),
    focus: anything,
    zoom: fc.integer(),
    theme: fc.string(),
    message: anything,
  },
  { requiredKeys: [] },
)
const nothingMuch = fc.constantFrom<unknown>(undefined, null, '', 0, [], {}, Number.NaN, '\0', true)

/** Asks as the page would, and answers with what it gets; `refused` where the bridge itself lets nothing through. */
const ask = (page: Page, name: unknown, inputs: readonly unknown[]): Promise<readonly unknown[]> =>
  page.evaluate(
    ([request, all]) => {
      const answerTo = async (input: unknown): Promise<unknown> => {
        try {
          return await Reflect.get(window, 'planvaerk').request(request, input)
        } catch {
          return 'refused'
        }
      }
      return Promise.all(all.map(answerTo))
    },
    [name, inputs] as const,
  )

async function opened() {
  const maja = troubled()
  const scene = await maja.start()
  await openPlan(scene)
  const state = async () => ({
    file: readFileSync(maja.book),
    outline: await scene.outline(),
    plans: await ask(scene.page, 'plan.summaries', [null]),
    notices: await scene.notice().count(),
    windows: (await scene.program.windows()).length,
    dialogs: await scene.program.dialogs.asked(),
    log: scene.program.log,
  })
  return { maja, scene, state, page: scene.page }
}

test('every request refuses what its shape does not allow, in Danish, and nothing is changed by it', async () => {
  const { page, state } = await opened()
  const before = await state()
  for (const name of names) {
    const wrong = fc
      .oneof(nothingMuch, nearly, anything)
      .filter((input) => !requests[name].input.safeParse(input).success)
    const inputs = fc.sample(wrong, { numRuns: 60, seed: 2027 })
    const answers = await ask(page, name, inputs)
    const problem = { code: 'request.invalid', details: { request: name } } as const
    const others = answers.filter((answer) => answer !== 'refused')
    expect(others).toEqual(others.map(() => ({ ok: false, problem })))
    expect(others.length).toBeGreaterThan(15)
    expect(sentenceFor(new AppError(problem.code, problem.details))).toContain('Intet er ændret.')
  }
  expect(await state()).toEqual(before)
})

test('what is no request is refused', async () => {
  const { page, state } = await opened()
  const before = await state()
  const strange = [
    ...fc.sample(fc.oneof(fc.string(), anything), { numRuns: 100, seed: 2027 }),
    ...['__proto__', 'constructor', 'toString', 'program', 'program.start ', 'PROGRAM.START', '', null],
  ]
  for (const name of strange) {
    const [answer] = await ask(page, name, [null])
    if (answer !== 'refused')
      expect(answer).toMatchObject({ ok: false, problem: { code: 'request.invalid' } })
  }
  expect(await state()).toEqual(before)
})

test('requests of the right shape reach no file that the user has not chosen', async () => {
  const { maja, page, state } = await opened()
  const before = await state()
  const secret = join(maja.userData, 'preferences.json')
  const folder = maja.folder
  const wishes: readonly (readonly [RequestName, unknown, string])[] = [
    ['file.open', { path: secret }, 'file.not-ours'],
    ['file.reveal', { path: folder }, 'file.not-ours'],
    ['workbook.discard-leftover', { folder }, 'workbook.missing'],
    ['workbook.recover', { folder }, 'workbook.missing'],
    ['workbook.open', { file: '/etc/passwd' }, 'workbook.not-a-workbook'],
    ['plan.load', { planId: crypto.randomUUID() }, 'command.outdated'],
  ]
  for (const [name, input, code] of wishes) {
    expect(await ask(page, name, [input]), name).toMatchObject([{ ok: false, problem: { code } }])
  }
  expect(await state()).toEqual(before)
})

test('the api is all that the page is given, and it is frozen', async () => {
  const { page } = await opened()
  const api = await page.evaluate(() => {
    const given = Reflect.get(window, 'planvaerk')
    const replaced = [
      Reflect.set(window, 'planvaerk', {}),
      Reflect.set(given, 'request', () => 'mine'),
      Reflect.set(given, 'more', 1),
      Reflect.deleteProperty(given, 'on'),
      Reflect.deleteProperty(window, 'planvaerk'),
    ]
    return {
      keys: Object.keys(given),
      frozen: [given, ...Object.values(given)].map((part) => Object.isFrozen(part)),
      replaced,
      same: Reflect.get(window, 'planvaerk') === given,
      pathOfNothing: given.pathOf({ name: 'x', path: '/etc/passwd' }),
      stops: typeof given.on('no.such.event', () => undefined),
    }
  })
  expect(api).toEqual({
    keys: ['request', 'on', 'pathOf'],
    frozen: [true, true, true, true],
    replaced: [false, false, false, false, false],
    same: true,
    pathOfNothing: '',
    stops: 'function',
  })
})

test('nothing of Node or Electron can be reached from the page', async () => {
  const { page } = await opened()
  const reached = await page.evaluate(() => {
    const names = ['require', 'module', 'exports', 'process', 'global', 'Buffer', '__dirname', 'electron']
    const more = ['ipcRenderer', 'fs', 'setImmediate', 'webUtils', 'contextBridge']
    const attempt = (make: () => unknown) => {
      try {
        return String(make())
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown'
      }
    }
    const { request } = Reflect.get(window, 'planvaerk')
    const globals = [...names, ...more].filter((name) => name in window)
    // Later, for what a test evaluates may evaluate more.
    return new Promise((resolve) => {
      setTimeout(() =>
        resolve({
          globals,
          function: attempt(() => new Function('return typeof process')()),
          bridge: attempt(() => request.constructor('return typeof process')()),
          // biome-ignore lint/security/noGlobalEval: that it fails is what is tested
          evaluated: attempt(() => eval('typeof process')),
          caller: attempt(() => request.caller),
        }),
      )
    })
  })
  expect(reached).toEqual({
    globals: [],
    function: 'EvalError',
    bridge: 'EvalError',
    evaluated: 'EvalError',
    caller: expect.stringMatching(/^(TypeError|null|undefined)$/),
  })
})
