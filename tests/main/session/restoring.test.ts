import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../../db/model/commands.ts'
import { newId } from '../../../db/model/ids.ts'
import { Workbook } from '../../../db/workbook.ts'
import { createPlan } from '../../support/commands.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { granted, programIn, type TestWindow, windowIn } from '../../support/window.ts'
import { temporaryFolder } from '../../support/workbooks.ts'

/** A workbook with the plan »Sundhed«, opened again on another day, so that its next save replaces something. */
async function reopened(saveAs: readonly string[] = []) {
  const folder = temporaryFolder()
  const file = join(folder, 'Sundkøbing.sqlite')
  const program = programIn(folder, fakeClock())
  const window = windowIn(program, { saveAs: [file, ...saveAs.map((name) => join(folder, name))] })
  granted(await window.request('workbook.new', { organisation: 'Sundkøbing Kommune' }))
  const planId = newId()
  await execute(window, createPlan('Sundhed', planId))
  granted(await window.request('workbook.close', null))
  granted(await window.request('workbook.open', { file }))
  return { ...window, folder, file, planId, in: (name: string) => join(folder, name) }
}

const execute = async ({ request }: TestWindow, command: Command): Promise<void> => {
  granted(await request('command.execute', { command, focus: null }))
}

/** The newest state that was kept with one plan in it: as it was saved last, and opened. */
async function asOpened({ request }: TestWindow): Promise<string> {
  const backups = granted(await request('backup.list', null))
  return backups.find(({ plans }) => plans === 1)?.name ?? ''
}

describe('an earlier state', () => {
  test('is kept by a save, tells what differs, and is restored as one step that can be undone', async () => {
    const window = await reopened()
    const { request, planId } = window
    await execute(window, { type: 'plan.update', id: planId, changes: { title: 'Sygdom' } })
    await execute(window, createPlan('Ny'))
    granted(await request('workbook.save', null))
    const name = await asOpened(window)
    const difference = granted(await request('backup.difference', { name }))
    expect(difference.plans.map(({ title, since }) => [title, since])).toEqual([
      ['Sygdom', 'changed'],
      ['Ny', 'added'],
    ])
    const titles = () => plansOf(window).map(({ title }) => title)
    granted(await request('backup.restore', { name, plans: null }))
    expect(titles()).toEqual(['Sundhed'])
    const told = window.toldOf('workbook.changed').at(-1)
    expect(told?.changes.some(({ table, after }) => table === 'plan' && after === null)).toBe(true)
    expect(told?.history.undo).toMatch(/^Gendan/)
    granted(await request('history.undo', null))
    expect(titles()).toEqual(['Sygdom', 'Ny'])
  })

  test('is restored for the chosen plans alone', async () => {
    const window = await reopened()
    const { request, planId } = window
    await execute(window, { type: 'plan.delete', id: planId })
    await execute(window, createPlan('Ny'))
    granted(await request('workbook.save', null))
    granted(await request('backup.restore', { name: await asOpened(window), plans: [planId] }))
    expect(
      plansOf(window)
        .map(({ title }) => title)
        .toSorted(),
    ).toEqual(['Ny', 'Sundhed'])
  })

  test.each(['../Sundkøbing.sqlite', 'findes-ikke.sqlite'])('named »%s« is none', async (name) => {
    const { request } = await reopened()
    for (const answer of [
      await request('backup.difference', { name }),
      await request('backup.restore', { name, plans: null }),
    ]) {
      expect(answer).toMatchObject({ ok: false, problem: { code: 'backup.missing' } })
    }
  })

  test('is not restored while nothing may be edited', async () => {
    const window = await reopened()
    const { request, planId } = window
    await execute(window, { type: 'plan.update', id: planId, changes: { title: 'Sygdom' } })
    granted(await request('workbook.set-read-only', { readOnly: true }))
    const name = await asOpened(window)
    expect(await request('backup.restore', { name, plans: null })).toMatchObject({
      ok: false,
      problem: { code: 'workbook.read-only' },
    })
    expect(plansOf(window).map(({ title }) => title)).toEqual(['Sygdom'])
  })
})

const plansOf = ({ seat }: TestWindow) => seat.session.overview().plans

/** Without a third of it, from its end. */
function cutShort(file: string): void {
  truncateSync(file, Math.floor((readFileSync(file).length * 2) / 3 / 4096) * 4096)
}

/** As `reopened`, with two kept states of two days, and then closed. */
async function closedWithStates(saveAs: readonly string[] = []) {
  const window = await reopened(saveAs)
  await execute(window, createPlan('Ny'))
  granted(await window.request('workbook.save', null))
  granted(await window.request('workbook.close', null))
  return window
}

const losses: readonly (readonly [string, (file: string) => void])[] = [
  ['is gone', (file) => rmSync(file)],
  ['is cut short', cutShort],
  ['is empty', (file) => truncateSync(file)],
  ['holds something else', (file) => writeFileSync(file, Buffer.alloc(9000, 7))],
]

describe('a workbook whose file can no longer be opened', () => {
  test.each(losses)('because it %s comes back from what this computer keeps', async (_, lose) => {
    const window = await closedWithStates(['Igen.sqlite'])
    const { request, file } = window
    lose(file)
    expect(await request('workbook.open', { file })).toMatchObject({ ok: false })
    const before = existsSync(file) ? readFileSync(file) : null
    const states = granted(await request('backup.of-file', { file }))
    expect(states.map(({ plans }) => plans)).toContain(2)
    const { name = '' } = states.find(({ plans }) => plans === 2) ?? {}
    const made = granted(await request('backup.bring-back', { file, name })) ?? ''
    expect(made).toBe(window.in('Igen.sqlite'))
    expect(plansIn(made, window.folder)).toEqual(['Sundhed', 'Ny'])
    expect(existsSync(file) ? readFileSync(file) : null).toEqual(before)
  })

  test('comes back into no file that is there already, and into none where nobody named one', async () => {
    const window = await closedWithStates(['Sundkøbing.sqlite'])
    const { request, file } = window
    cutShort(file)
    const before = readFileSync(file)
    const [{ name = '' } = {}] = granted(await request('backup.of-file', { file }))
    expect(await request('backup.bring-back', { file, name })).toMatchObject({
      ok: false,
      problem: { code: 'workbook.exists' },
    })
    expect(granted(await request('backup.bring-back', { file, name }))).toBeNull()
    expect(readFileSync(file)).toEqual(before)
  })

  test('has no kept states where it was never opened here', async () => {
    const { request, in: named } = await closedWithStates()
    expect(granted(await request('backup.of-file', { file: named('Fra mailen.sqlite') }))).toEqual([])
  })
})

describe('a copy to send out of the house', () => {
  test('holds what was written last, is proposed beside the workbook, and can be shown in its folder', async () => {
    const window = await reopened(['Ren.sqlite'])
    const { request, done, file } = window
    await execute(window, createPlan('Sidste'))
    const path = granted(await request('clean.write', null)) ?? ''
    expect(path).toBe(window.in('Ren.sqlite'))
    expect(done).toContain(`ask where to save ${window.in('Sundkøbing – ren kopi.sqlite')}`)
    for (const saved of [path, file]) expect(plansIn(saved, window.folder)).toEqual(['Sundhed', 'Sidste'])
    granted(await request('file.reveal', { path }))
    expect(done.at(-1)).toBe(`reveal ${path}`)
  })

  test('is not written over the workbook itself, nor where nobody named a file', async () => {
    const window = await reopened(['Sundkøbing.sqlite'])
    const before = readFileSync(window.file)
    expect(await window.request('clean.write', null)).toMatchObject({
      ok: false,
      problem: { code: 'workbook.exists' },
    })
    expect(granted(await window.request('clean.write', null))).toBeNull()
    expect(readFileSync(window.file)).toEqual(before)
  })
})

describe('a damaged workbook', () => {
  test('is read into a new one, which says what is not as it was, and stays as it is', async () => {
    const window = await reopened(['Reddet.sqlite'])
    const { request, file } = window
    granted(await request('workbook.close', null))
    cutShort(file)
    const damaged = readFileSync(file)
    expect(await request('workbook.open', { file })).toMatchObject({
      ok: false,
      problem: { code: 'workbook.truncated' },
    })
    const answer = granted(await request('salvage.run', { file }))
    expect(answer).toMatchObject({ file: window.in('Reddet.sqlite'), salvaged: { whole: false } })
    expect(window.done).toContain(`ask where to save ${window.in('Sundkøbing – reddet.sqlite')}`)
    expect(readFileSync(file)).toEqual(damaged)
    expect(granted(await request('workbook.open', { file: answer?.file ?? '' }))).toMatchObject({
      name: 'Reddet.sqlite',
    })
  })

  test('of which nothing can be read is refused, and nothing is written', async () => {
    const window = await reopened(['Reddet.sqlite'])
    const file = window.in('støj.sqlite')
    writeFileSync(file, Buffer.alloc(8192, 7))
    expect(await window.request('salvage.run', { file })).toMatchObject({
      ok: false,
      problem: { code: 'salvage.nothing' },
    })
    expect(existsSync(window.in('Reddet.sqlite'))).toBe(false)
  })

  test('is not read into the workbook that is open here', async () => {
    const window = await reopened(['Sundkøbing.sqlite'])
    const damaged = window.in('gammel.sqlite')
    writeFileSync(damaged, readFileSync(window.file))
    const before = readFileSync(window.file)
    expect(await window.request('salvage.run', { file: damaged })).toMatchObject({
      ok: false,
      problem: { code: 'workbook.exists' },
    })
    expect(readFileSync(window.file)).toEqual(before)
  })
})

/** The titles of the plans that whoever opens the file finds. */
function plansIn(file: string, folder: string): readonly string[] {
  const workBase = join(folder, 'reader')
  mkdirSync(workBase, { recursive: true })
  const workbook = Workbook.open({ file, workBase })
  const titles = workbook.plans.map(({ title }) => title)
  workbook.close()
  return titles
}
