import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerRequest } from '../../../main/session/border.ts'
import { type RequestName, requests } from '../../../preload/contract.ts'
import { granted, programIn, windowIn } from '../../support/window.ts'
import { newWorkbook, placeIn, temporaryFolder } from '../../support/workbooks.ts'

const names = Object.keys(requests) as readonly RequestName[]

/** What a page that is wrong, or wants to do harm, might send. */
const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true })
const nearly = fc.oneof(
  fc.record(
    {
      file: fc.oneof(fc.string(), anything),
      folder: fc.string(),
      planId: fc.oneof(fc.uuid(), anything),
      plans: fc.array(fc.string()),
      query: anything,
      command: fc.oneof(fc.record({ type: fc.constantFrom('node.delete', 'plan.create') }), anything),
      focus: anything,
      zoom: fc.integer(),
      constructor: anything,
    },
    { requiredKeys: [] },
  ),
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    [],
    {},
    Number.NaN,
    '\0',
    JSON.parse('{"__proto__": {"x": 1}}'),
  ),
)

/** A window with a saved workbook in it. */
async function openWindow() {
  const folder = temporaryFolder()
  const place = placeIn(folder)
  newWorkbook(place).save()
  const program = programIn(folder)
  const window = windowIn(program)
  granted(await window.request('workbook.open', { file: place.file }))
  const unchanged = () => ({ file: readFileSync(place.file), workbook: window.seat.session.overview() })
  return { program, window, unchanged }
}

describe('the border', () => {
  test('refuses every input that the contract does not allow, and nothing is changed by it', async () => {
    const { program, window, unchanged } = await openWindow()
    const before = unchanged()
    for (const name of names) {
      await fc.assert(
        fc.asyncProperty(fc.oneof(anything, nearly), async (input) => {
          fc.pre(!requests[name].input.safeParse(input).success)
          expect(await answerRequest(window.handlers, name, input, program.logBug)).toEqual({
            ok: false,
            problem: { code: 'request.invalid', details: { request: name } },
          })
        }),
        { numRuns: 200 },
      )
    }
    expect(unchanged()).toEqual(before)
    expect(window.told).toEqual([])
    expect(program.bugs).toEqual([])
  })

  test('answers what is allowed and makes no sense with a clear problem, never with a bug', async () => {
    const { program, window, unchanged } = await openWindow()
    const before = unchanged()
    const path = fc.string({ minLength: 1, unit: 'binary' }).filter((text) => !text.includes('\0'))
    const planId = fc.uuid()
    const layout = fc.constantFrom('skabelon', 'tilgaengelig')
    const senseless: readonly (readonly [RequestName, fc.Arbitrary<unknown>])[] = [
      ['workbook.open', fc.record({ file: path })],
      ['workbook.recover', fc.record({ folder: path })],
      ['workbook.discard-leftover', fc.record({ folder: path })],
      ['recents.forget', fc.record({ file: path })],
      ['file.open', fc.record({ path })],
      ['plan.load', fc.record({ planId })],
      ['plan.report', fc.record({ planId, tables: fc.boolean() })],
      ['plan.word', fc.record({ planId, tables: fc.boolean(), layout })],
      [
        'export.run',
        fc.record({
          plans: fc.array(planId, { minLength: 1 }),
          folder: path,
          layout,
          tables: fc.boolean(),
          receipt: fc.boolean(),
          whenInUse: fc.constantFrom('tell', 'rename'),
        }),
      ],
      [
        'search.find',
        fc.record({ query: fc.string({ unit: 'binary' }), limit: fc.integer({ min: 1, max: 9 }) }),
      ],
      [
        'nodes.find',
        fc.record({
          query: fc.string({ unit: 'binary' }),
          types: fc.constant([]),
          planId: fc.option(planId),
          limit: fc.integer({ min: 1, max: 9 }),
        }),
      ],
    ]
    for (const [name, inputs] of senseless) {
      await fc.assert(
        fc.asyncProperty(inputs, async (input) => {
          const answer = await answerRequest(window.handlers, name, input, program.logBug)
          expect(answer.ok ? '' : answer.problem.code).not.toMatch(/^(unexpected|request\.invalid)$/)
        }),
      )
    }
    expect(unchanged()).toEqual(before)
    expect(program.bugs).toEqual([])
  })

  test('refuses what is no request', async () => {
    const { program, window } = await openWindow()
    const wrong = fc.oneof(
      anything,
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'program', 'program.start '),
    )
    await fc.assert(
      fc.asyncProperty(wrong, anything, async (name, input) => {
        expect(await answerRequest(window.handlers, name, input, program.logBug)).toMatchObject({
          ok: false,
          problem: { code: 'request.invalid' },
        })
      }),
    )
  })

  test('answers a bug with its number in the log, and goes on', async () => {
    const { program, window } = await openWindow()
    const handlers = {
      ...window.handlers,
      'plan.summaries': () => {
        throw new TypeError('undefined is no function')
      },
    }
    expect(await answerRequest(handlers, 'plan.summaries', null, program.logBug)).toEqual({
      ok: false,
      problem: { code: 'unexpected', details: { logId: 'bug 1' } },
    })
    expect(program.bugs.splice(0)).toEqual([new TypeError('undefined is no function')])
  })
})

describe('a request for a workbook in a window that has none', () => {
  const needs = [
    ['workbook.save', null],
    ['workbook.save-as', null],
    ['workbook.import', null],
    ['plan.load', { planId: crypto.randomUUID() }],
    ['plan.summaries', null],
    ['overview.load', null],
    ['history.undo', null],
    ['search.find', { query: 'a', limit: 1 }],
  ] as const

  test.each(needs)('%s says so', async (name, input) => {
    const window = windowIn(programIn(temporaryFolder()))
    expect(await window.request(name, input)).toEqual({
      ok: false,
      problem: { code: 'workbook.none-open', details: {} },
    })
  })
})

test('only documents that the program has written are opened', async () => {
  const program = programIn(temporaryFolder())
  const window = windowIn(program)
  const path = '/hjem/maja/løn.docx'
  const refused = { ok: false, problem: { code: 'file.not-ours', details: { file: path } } }
  expect(await window.request('file.open', { path })).toEqual(refused)
  expect(await window.request('file.reveal', { path })).toEqual(refused)
  expect(window.done).toEqual([])
  program.written.add(path)
  granted(await window.request('file.open', { path }))
  granted(await window.request('file.reveal', { path }))
  expect(window.done).toEqual([`open ${path}`, `reveal ${path}`])
})
