import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createPlan } from '../../support/commands.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { granted, programIn, programWithFile, windowIn } from '../../support/window.ts'
import { temporaryFolder } from '../../support/workbooks.ts'
import { colleague, copies, copyWith, execute, MINUTE, notes, opened, others } from './shared.ts'

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
