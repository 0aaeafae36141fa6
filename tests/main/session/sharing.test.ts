import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Command } from '../../../db/model/commands.ts'
import { newId } from '../../../db/model/ids.ts'
import { Workbook } from '../../../db/workbook.ts'
import { paragraphs } from '../../support/colleagues.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { granted, programIn, programWithFile, type TestWindow, windowIn } from '../../support/window.ts'
import { temporaryFolder } from '../../support/workbooks.ts'

const createPlan = (title: string): Command => ({
  type: 'plan.create',
  id: newId(),
  template: 'maalaftale',
  variant: null,
  title,
  period: { from: 2027, to: 2029 },
  unit: 'Direktionen',
})

const MINUTE = 60_000

/** A colleague's program, on a computer of its own, with the workbook open. */
async function colleague(file: string) {
  const clock = fakeClock()
  const window = windowIn(programIn(temporaryFolder(), clock))
  granted(await window.request('workbook.open', { file }))
  return { ...window, clock }
}

/** A window with a saved workbook, in a program whose clock the test moves. */
async function opened(answers: Parameters<typeof windowIn>[1] = {}) {
  const { file, folder } = programWithFile()
  const clock = fakeClock()
  const program = programIn(folder, clock)
  const window = windowIn(program, answers)
  granted(await window.request('workbook.open', { file }))
  return { ...window, program, file, folder, clock }
}

const others = (window: TestWindow) => window.seat.session.surroundings.state.others
const copies = (window: TestWindow) => window.seat.session.surroundings.state.copies
const notes = (file: string) =>
  readdirSync(dirname(file)).filter((name) => name.endsWith('.json') && name.includes('i-brug'))
const execute = async (window: TestWindow, command: Command) =>
  granted(await window.request('command.execute', { command, focus: null }))

/** The workbook as somebody else has it, with one plan more. */
function copyWith(file: string, name: string, title: string): string {
  const copy = join(dirname(file), name)
  copyFileSync(file, copy)
  const workbook = Workbook.open({
    file: copy,
    workBase: temporaryFolder(),
    person: { who: 'Anne', machine: 'pc-2' },
  })
  workbook.execute(createPlan(title))
  workbook.save()
  workbook.close()
  return copy
}

describe('who else has the workbook open', () => {
  test('is known soon after opening, and told to the page', async () => {
    const maja = await opened()
    await vi.waitFor(() => expect(notes(maja.file)).toHaveLength(1))
    const anne = await colleague(maja.file)
    await vi.waitFor(() => expect(others(anne)).toMatchObject([{ came: false }]))
    expect(anne.toldOf('sharing.changed').at(-1)?.others).toHaveLength(1)
  })

  test('somebody who comes later is told of within a minute, and that she has gone', async () => {
    const maja = await opened()
    await vi.waitFor(() => expect(maja.toldOf('sharing.changed')).toHaveLength(1))
    const anne = await colleague(maja.file)
    await vi.waitFor(() => expect(others(anne)).toHaveLength(1))
    maja.clock.pass(MINUTE)
    await vi.waitFor(() => expect(others(maja)).toMatchObject([{ came: true }]))
    granted(await anne.request('workbook.close', null))
    await vi.waitFor(() => expect(notes(maja.file)).toHaveLength(1))
    maja.clock.pass(MINUTE)
    await vi.waitFor(() => expect(others(maja)).toEqual([]))
  })

  test('is looked for at each save too', async () => {
    const maja = await opened()
    await vi.waitFor(() => expect(maja.toldOf('sharing.changed')).toHaveLength(1))
    const anne = await colleague(maja.file)
    await vi.waitFor(() => expect(others(anne)).toHaveLength(1))
    await execute(maja, createPlan('Min'))
    granted(await maja.request('workbook.save', null))
    await vi.waitFor(() => expect(others(maja)).toHaveLength(1))
  })

  test('closing takes the note away, and saving under another name moves it', async () => {
    const folder = temporaryFolder()
    const saveAs = [join(folder, 'Anden.sqlite')]
    const maja = await opened({ saveAs })
    await vi.waitFor(() => expect(notes(maja.file)).toHaveLength(1))
    granted(await maja.request('workbook.save-as', null))
    await vi.waitFor(() => expect([notes(maja.file).length, notes(saveAs[0] ?? '').length]).toEqual([0, 1]))
    granted(await maja.request('workbook.close', null))
    expect(notes(saveAs[0] ?? '')).toEqual([])
  })
})

describe('a workbook that is read only', () => {
  test('takes no edit, no undo and no save; and again all of them when she wants to write', async () => {
    const maja = await opened()
    await execute(maja, createPlan('Før'))
    expect(granted(await maja.request('workbook.set-read-only', { readOnly: true }))).toMatchObject({
      kind: 'saved',
    })
    const before = readFileSync(maja.file)
    const refused = { ok: false, problem: { code: 'workbook.read-only' } }
    expect(await maja.request('command.execute', { command: createPlan('Nej'), focus: null })).toMatchObject(
      refused,
    )
    expect(await maja.request('history.undo', null)).toMatchObject(refused)
    expect(await maja.request('workbook.merge', { file: maja.file })).toMatchObject(refused)
    maja.clock.pass(10 * MINUTE)
    expect(readFileSync(maja.file)).toEqual(before)
    expect(maja.seat.session.overview()).toMatchObject({ readOnly: true, plans: [{ title: 'Før' }] })
    granted(await maja.request('workbook.set-read-only', { readOnly: false }))
    await execute(maja, createPlan('Ja'))
    expect(maja.seat.session.overview().plans).toHaveLength(2)
  })

  test('is not told to others as open', async () => {
    const maja = await opened()
    await vi.waitFor(() => expect(notes(maja.file)).toHaveLength(1))
    granted(await maja.request('workbook.set-read-only', { readOnly: true }))
    expect(notes(maja.file)).toEqual([])
    granted(await maja.request('workbook.set-read-only', { readOnly: false }))
    await vi.waitFor(() => expect(notes(maja.file)).toHaveLength(1))
  })
})

describe('another copy of the workbook', () => {
  test('beside it is offered at opening, and not again when she has said so', async () => {
    const { file, folder } = programWithFile()
    const copy = copyWith(file, 'Søby-PC-Anne.sqlite', 'Annes')
    const open = async () => {
      const window = windowIn(programIn(folder, fakeClock()))
      granted(await window.request('workbook.open', { file }))
      onTestFinished(() => window.seat.sessionOrNull?.leave())
      return window
    }
    const first = await open()
    await vi.waitFor(() => expect(copies(first).map((each) => each.file)).toEqual([copy]))
    granted(await first.request('workbook.pass-copy', { file: copy }))
    expect(copies(first)).toEqual([])
    granted(await first.request('workbook.close', null))
    const second = await open()
    await vi.waitFor(() => expect(second.toldOf('sharing.changed').length).toBeGreaterThan(0))
    expect(copies(second)).toEqual([])
  })

  test('is merged into it, told to the page with what came in, and saved', async () => {
    const maja = await opened()
    const copy = copyWith(maja.file, 'Søby-PC-Anne.sqlite', 'Annes')
    await execute(maja, createPlan('Majas'))
    const answer = granted(await maja.request('workbook.merge', { file: copy }))
    expect(answer).toMatchObject({
      file: copy,
      merged: { people: [{ who: 'Anne', commands: 1 }], conflicts: 0, rows: 6 },
    })
    expect(maja.toldOf('workbook.changed').at(-1)).toMatchObject({ cause: 'merge', focus: null })
    expect(
      maja.seat.session
        .overview()
        .plans.map(({ title }) => title)
        .toSorted(),
    ).toEqual(['Annes', 'Majas'])
    maja.clock.pass(3_000)
    expect(maja.toldOf('workbook.save-state').at(-1)).toMatchObject({ kind: 'saved' })
    expect(granted(await maja.request('workbook.merge', { file: copy }))).toEqual({
      file: copy,
      merged: null,
    })
    expect(granted(await maja.request('merges.load', null)).fresh).toHaveLength(1)
  })

  test('is asked for where none is named; giving up changes nothing', async () => {
    const maja = await opened()
    expect(granted(await maja.request('workbook.merge', { file: null }))).toBeNull()
    const copy = copyWith(maja.file, 'kopi.sqlite', 'Annes')
    const choosing = windowIn(maja.program, { copy })
    expect(existsSync(copy)).toBe(true)
    granted(await choosing.request('workbook.open-example', null))
    expect(await choosing.request('workbook.merge', { file: null })).toMatchObject({
      ok: false,
      problem: { code: 'merge.other-workbook' },
    })
  })

  test.each([
    [
      'that is damaged',
      (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 9000)),
      'workbook.truncated',
    ],
    [
      'that is something else',
      (file: string) => writeFileSync(file, 'Kære borgmester'),
      'workbook.not-a-workbook',
    ],
  ])('%s is refused, and nothing is changed', async (_what, spoil, code) => {
    const maja = await opened()
    const copy = copyWith(maja.file, 'kopi.sqlite', 'Annes')
    spoil(copy)
    expect(await maja.request('workbook.merge', { file: copy })).toMatchObject({
      ok: false,
      problem: { code },
    })
    expect(maja.toldOf('workbook.changed')).toEqual([])
    expect(granted(await maja.request('merges.load', null)).fresh).toEqual([])
  })
})

describe('»Gem« with nothing of one’s own to save', () => {
  test('takes in what a colleague has saved, once', async () => {
    const maja = await opened()
    const anne = await colleague(maja.file)
    await execute(anne, createPlan('Annes'))
    granted(await anne.request('workbook.save', null))
    const saved = readFileSync(maja.file)
    for (let time = 0; time < 2; time += 1) {
      expect(granted(await maja.request('workbook.save', null))).toMatchObject({ kind: 'saved' })
    }
    expect(maja.seat.session.overview().plans.map(({ title }) => title)).toEqual(['Annes'])
    expect(maja.toldOf('workbook.merged')).toHaveLength(1)
    expect(readFileSync(maja.file)).toEqual(saved)
  })

  test('reads nothing where nobody has saved', async () => {
    const maja = await opened()
    await execute(maja, createPlan('Min'))
    granted(await maja.request('workbook.save', null))
    granted(await maja.request('workbook.save', null))
    expect(maja.toldOf('workbook.merged')).toEqual([])
  })
})

describe('a text that is typed while a colleague’s words come in', () => {
  /** Anne has added a paragraph to a text that Maja is writing in; the page has not heard of it yet. */
  async function typing() {
    const maja = await opened()
    const plan = createPlan('Målaftale')
    await execute(maja, plan)
    const planId = maja.seat.session.overview().plans[0]?.id ?? ''
    const section = maja.seat.session.reading.planRows(planId).nodes[0]?.id ?? ''
    const write = (...texts: readonly string[]): Command => ({
      type: 'field.write',
      nodeId: section,
      key: 'text',
      doc: [...paragraphs(...texts)],
    })
    await execute(maja, write('Et', 'To'))
    granted(await maja.request('workbook.save', null))
    const anne = await colleague(maja.file)
    await execute(anne, write('Et', 'To', 'Annes'))
    granted(await anne.request('workbook.save', null))
    await execute(maja, write('Et!', 'To'))
    granted(await maja.request('workbook.save', null))
    const text = () =>
      maja.seat.session.reading
        .planRows(planId)
        .fields[0]?.doc.map((block) =>
          block.type === 'paragraph'
            ? block.content.map((run) => ('text' in run ? run.text : '')).join('')
            : '',
        )
    const send = async (seen: number, ...texts: readonly string[]) =>
      granted(await maja.request('command.execute', { command: write(...texts), focus: null, seen }))
    return { text, send }
  }

  test('keeps both, however long it is typed on without having seen them', async () => {
    const { text, send } = await typing()
    expect(text()).toEqual(['Et!', 'To', 'Annes'])
    await send(0, 'Et!!', 'To')
    expect(text()).toEqual(['Et!!', 'To', 'Annes'])
    await send(0, 'Et!!!', 'To')
    expect(text()).toEqual(['Et!!!', 'To', 'Annes'])
  })

  test('is as it is typed once they have been seen', async () => {
    const { text, send } = await typing()
    await send(1, 'Et!', 'To')
    expect(text()).toEqual(['Et!', 'To'])
  })

  test('holds both where both wrote in the same place', async () => {
    const { text, send } = await typing()
    await send(0, 'Et!', 'To', 'Majas')
    expect(text()).toEqual(['Et!', 'To', 'Majas', 'Annes'])
    await send(0, 'Et!', 'To', 'Majas egne')
    expect(text()).toEqual(['Et!', 'To', 'Majas egne', 'Annes'])
  })
})

describe('undoing a merge', () => {
  const planTitles = (window: TestWindow) => window.seat.session.overview().plans.map(({ title }) => title)

  test('brings back what was before it, and tells the page', async () => {
    const maja = await opened()
    const copy = copyWith(maja.file, 'kopi.sqlite', 'Annes')
    await execute(maja, createPlan('Min'))
    granted(await maja.request('workbook.merge', { file: copy }))
    expect(granted(await maja.request('merges.load', null))).toMatchObject({ sinceLast: 0 })
    granted(await maja.request('workbook.undo-merge', { discard: false }))
    expect(planTitles(maja)).toEqual(['Min'])
    expect(maja.toldOf('workbook.changed').at(-1)).toMatchObject({ cause: 'undo' })
    expect(granted(await maja.request('merges.load', null))).toMatchObject({ fresh: [], sinceLast: null })
    maja.clock.pass(3_000)
    expect(maja.toldOf('workbook.save-state').at(-1)).toMatchObject({ kind: 'saved' })
    expect(await maja.request('workbook.undo-merge', { discard: false })).toMatchObject({
      ok: false,
      problem: { code: 'merge.nothing-to-undo' },
    })
  })

  test('takes what was done since only where she has agreed to it', async () => {
    const maja = await opened()
    const copy = copyWith(maja.file, 'kopi.sqlite', 'Annes')
    granted(await maja.request('workbook.merge', { file: copy }))
    await execute(maja, createPlan('Siden'))
    expect(await maja.request('workbook.undo-merge', { discard: false })).toMatchObject({
      ok: false,
      problem: { code: 'merge.edited-since', details: { commands: 1 } },
    })
    expect(planTitles(maja).toSorted()).toEqual(['Annes', 'Siden'])
    granted(await maja.request('workbook.undo-merge', { discard: true }))
    expect(planTitles(maja)).toEqual([])
  })

  test('of what a colleague saved in the file stops the saving, until it is merged after all', async () => {
    const maja = await opened()
    const anne = await colleague(maja.file)
    await execute(anne, createPlan('Annes'))
    granted(await anne.request('workbook.save', null))
    await execute(maja, createPlan('Min'))
    granted(await maja.request('workbook.save', null))
    granted(await maja.request('workbook.undo-merge', { discard: false }))
    expect(planTitles(maja)).toEqual(['Min'])
    maja.clock.pass(3_000)
    expect(maja.toldOf('workbook.save-state').at(-1)).toMatchObject({
      kind: 'failed',
      problem: { code: 'workbook.merge-undone' },
    })
    granted(await maja.request('workbook.merge', { file: maja.file }))
    expect(planTitles(maja).toSorted()).toEqual(['Annes', 'Min'])
    maja.clock.pass(3_000)
    expect(maja.toldOf('workbook.save-state').at(-1)).toMatchObject({ kind: 'saved' })
  })
})
