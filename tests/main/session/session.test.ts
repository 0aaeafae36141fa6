import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../../db/model/commands.ts'
import { newId } from '../../../db/model/ids.ts'
import { Workbook } from '../../../db/workbook.ts'
import { createPlan } from '../../support/commands.ts'
import { type FakeClock, fakeClock } from '../../support/fake-clock.ts'
import { isRoot } from '../../support/folders.ts'
import { granted, programIn, type TestWindow, windowIn } from '../../support/window.ts'
import { temporaryFolder } from '../../support/workbooks.ts'

interface Opened extends TestWindow {
  readonly folder: string
  readonly file: string
  readonly clock: FakeClock
  readonly execute: (command: Command) => Promise<void>
  readonly saveStates: () => readonly string[]
}

/** A window with a new workbook in it, saved once. */
async function openedWindow(): Promise<Opened> {
  const folder = temporaryFolder()
  const clock = fakeClock()
  const file = join(folder, 'Sundkøbing.sqlite')
  const window = windowIn(programIn(folder, clock), { saveAs: [file] })
  granted(await window.request('workbook.new', { organisation: 'Sundkøbing Kommune' }))
  return {
    ...window,
    folder,
    file,
    clock,
    execute: async (command) => {
      granted(await window.request('command.execute', { command, focus: null }))
    },
    saveStates: () =>
      window
        .toldOf('workbook.save-state')
        .map((state) => (state.kind === 'failed' ? state.problem.code : state.kind)),
  }
}

/** The titles of the plans that whoever opens the file finds. */
function titlesIn(file: string, folder: string): readonly string[] {
  const workbook = Workbook.open({ file, workBase: join(folder, 'reader') })
  const titles = workbook.plans.map(({ title }) => title)
  workbook.close()
  return titles
}

describe('a command', () => {
  test('is told to the page with its changes and what undo would do', async () => {
    const { execute, toldOf } = await openedWindow()
    await execute(createPlan('Sundhed'))
    const [change] = toldOf('workbook.changed')
    expect(change).toMatchObject({
      cause: 'edit',
      history: { undo: 'Ny plan »Sundhed«', redo: null },
      focus: null,
    })
    expect(change?.changes.map(({ table }) => table)).toContain('plan')
  })

  test('that is refused changes nothing and is told to nobody', async () => {
    const { request, toldOf } = await openedWindow()
    const command: Command = { type: 'node.delete', id: newId() }
    const answer = await request('command.execute', { command, focus: null })
    expect(answer).toMatchObject({ ok: false, problem: { code: 'command.outdated' } })
    expect(toldOf('workbook.changed')).toEqual([])
    expect(toldOf('workbook.save-state')).toEqual([])
  })

  test('is taken back by undo, which says where the user was, and brought back by redo', async () => {
    const { request, toldOf } = await openedWindow()
    const command = createPlan()
    const focus = { planId: newId(), nodeId: null, place: 'list' }
    await request('command.execute', { command, focus })
    granted(await request('history.undo', null))
    granted(await request('history.redo', null))
    expect(
      toldOf('workbook.changed').map(({ cause, history, focus }) => ({ cause, history, focus })),
    ).toEqual([
      { cause: 'edit', history: { undo: 'Ny plan »Målaftale«', redo: null }, focus: null },
      { cause: 'undo', history: { undo: null, redo: 'Ny plan »Målaftale«' }, focus },
      { cause: 'redo', history: { undo: 'Ny plan »Målaftale«', redo: null }, focus },
    ])
    expect(await request('history.redo', null)).toMatchObject({
      ok: false,
      problem: { code: 'command.nothing-to-redo' },
    })
  })

  test('is found by a search from the first question on', async () => {
    const { request, execute } = await openedWindow()
    await execute(createPlan('Sundhed'))
    const find = async () => granted(await request('search.find', { query: 'sundh', limit: 10 })).total
    expect(await find()).toBe(1)
    await execute(createPlan('Sundhedsaftale'))
    expect(await find()).toBe(2)
    granted(await request('history.undo', null))
    expect(await find()).toBe(1)
  })
})

describe('the file', () => {
  test('has what was edited three seconds later', async () => {
    const { clock, execute, file, folder, saveStates } = await openedWindow()
    await execute(createPlan('Sundhed'))
    expect(titlesIn(file, folder)).toEqual([])
    clock.pass(3_000)
    expect(titlesIn(file, folder)).toEqual(['Sundhed'])
    expect(saveStates()).toEqual(['unsaved', 'saving', 'saved'])
  })

  test('takes in what a colleague has saved meanwhile, and the page is told of it before it is saved', async () => {
    const { clock, execute, file, folder, saveStates, told, toldOf } = await openedWindow()
    const person = { who: 'Anne', machine: 'pc-2' }
    const colleague = Workbook.open({ file, workBase: join(folder, 'colleague'), person })
    colleague.execute(createPlan('Annes'))
    colleague.save()
    colleague.close()
    await execute(createPlan('Min'))
    clock.pass(3_000)
    expect(saveStates()).toEqual(['unsaved', 'saving', 'saved'])
    expect(titlesIn(file, folder).toSorted()).toEqual(['Annes', 'Min'])
    expect(toldOf('workbook.changed').map(({ cause }) => cause)).toEqual(['edit', 'merge'])
    expect(toldOf('workbook.merged')).toMatchObject([{ people: [{ who: 'Anne', commands: 1 }] }])
    const names = told.map(({ name }) => name).filter((name) => name.startsWith('workbook.'))
    expect(names.slice(-3)).toEqual(['workbook.changed', 'workbook.merged', 'workbook.save-state'])
    clock.pass(600_000)
    expect(toldOf('workbook.merged')).toHaveLength(1)
  })

  test('that is damaged by somebody else stays as it is; another file is the way out', async () => {
    const { clock, execute, file, saveStates, request } = await openedWindow()
    writeFileSync(file, readFileSync(file).subarray(0, 9_000))
    const damaged = readFileSync(file)
    await execute(createPlan('Min'))
    clock.pass(3_000)
    expect(saveStates()).toEqual(['unsaved', 'saving', 'workbook.truncated'])
    expect(readFileSync(file)).toEqual(damaged)
    expect(granted(await request('workbook.save', null))).toMatchObject({ kind: 'failed' })
  })

  test('that cannot be reached is saved by itself when its folder is back', async () => {
    const { clock, execute, folder, saveStates, request } = await openedWindow()
    const away = join(folder, 'drev')
    granted(await request('workbook.close', null))
    mkdirSync(away)
    const file = join(away, 'bog.sqlite')
    renameSync(join(folder, 'Sundkøbing.sqlite'), file)
    granted(await request('workbook.open', { file }))
    renameSync(away, `${away}-væk`)
    await execute(createPlan('Skrevet undervejs'))
    clock.pass(120_000)
    expect(saveStates()).toEqual(['unsaved', 'saving', 'workbook.missing'])
    renameSync(`${away}-væk`, away)
    clock.pass(30_000)
    expect(saveStates().slice(3)).toEqual(['saved'])
    expect(titlesIn(file, folder)).toEqual(['Skrevet undervejs'])
  })

  test.skipIf(isRoot)('that is protected against writing stays as it was', async () => {
    const { clock, execute, file, saveStates } = await openedWindow()
    const before = readFileSync(file)
    chmodSync(file, 0o444)
    await execute(createPlan())
    clock.pass(3_000)
    expect(saveStates().at(-1)).toBe('disk.read-only')
    expect(readFileSync(file)).toEqual(before)
  })
})

describe('save as', () => {
  test('goes on in the other file; the first stays as it was last saved', async () => {
    const folder = temporaryFolder()
    const clock = fakeClock()
    const [first, second] = [join(folder, 'a.sqlite'), join(folder, 'b.sqlite')]
    const window = windowIn(programIn(folder, clock), { saveAs: [first, second] })
    granted(await window.request('workbook.new', { organisation: 'Sundkøbing Kommune' }))
    granted(await window.request('command.execute', { command: createPlan('Ny'), focus: null }))
    const opened = granted(await window.request('workbook.save-as', null))
    expect(opened).toMatchObject({ file: second, name: 'b.sqlite', saveState: { kind: 'saved' } })
    expect([titlesIn(first, folder), titlesIn(second, folder)]).toEqual([[], ['Ny']])
    expect(window.seat.program.recents.list().map(({ file }) => file)).toEqual([second, first])
  })

  test('to a file that a user chose to replace replaces it', async () => {
    const folder = temporaryFolder()
    const [first, second] = [join(folder, 'a.sqlite'), join(folder, 'b.sqlite')]
    writeFileSync(second, 'noget andet')
    const window = windowIn(programIn(folder, fakeClock()), { saveAs: [first, second] })
    granted(await window.request('workbook.new', { organisation: 'Sundkøbing Kommune' }))
    granted(await window.request('workbook.save-as', null))
    expect(titlesIn(second, folder)).toEqual([])
  })
})
