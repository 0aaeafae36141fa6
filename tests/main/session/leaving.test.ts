import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../db/model/ids.ts'
import { abandonWorkbook } from '../../../main/session/leaving.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { type Answers, granted, programIn, windowIn } from '../../support/window.ts'
import { newWorkbook, placeIn, reopen, temporaryFolder } from '../../support/workbooks.ts'

const createPlan = {
  type: 'plan.create',
  id: newId(),
  template: 'maalaftale',
  variant: null,
  title: 'Skrevet til sidst',
  period: { from: 2027, to: 2029 },
  unit: 'Direktionen',
} as const

/** A window with a workbook and one unsaved command in it. */
async function edited(answers: Answers = {}) {
  const folder = temporaryFolder()
  const place = placeIn(folder)
  newWorkbook(place).save()
  const clock = fakeClock()
  const program = programIn(folder, clock)
  const window = windowIn(program, answers)
  granted(await window.request('workbook.open', { file: place.file }))
  granted(await window.request('command.execute', { command: createPlan, focus: null }))
  return { ...window, folder, place, clock, program }
}

const leftovers = async (window: Awaited<ReturnType<typeof edited>>) =>
  granted(await windowIn(window.program).request('program.start', null)).leftovers

describe('closing a window', () => {
  test('first asks the page for what was typed, then saves, then lets go', async () => {
    const window = await edited()
    const closing = window.leaving.leaveWindow()
    expect(window.told.at(-1)).toEqual({ name: 'window.closing', payload: null })
    const last = { type: 'plan.update', id: createPlan.id, changes: { title: 'Sidste ord' } } as const
    granted(await window.request('command.execute', { command: last, focus: null }))
    granted(await window.request('window.ready-to-close', null))
    expect(await closing).toBe(true)
    expect(reopen(window.place).plans.map(({ title }) => title)).toEqual(['Sidste ord'])
    expect(window.seat.sessionOrNull).toBeNull()
    expect(await leftovers(window)).toEqual([])
  })

  test('does not wait longer than two seconds for a page that hangs', async () => {
    const window = await edited()
    const closing = window.leaving.leaveWindow()
    window.clock.pass(2_000)
    expect(await closing).toBe(true)
    expect(reopen(window.place).plans).toHaveLength(1)
  })
})

describe('when the file cannot be written', () => {
  async function unreachable(answers: Answers) {
    const window = await edited(answers)
    renameSync(window.place.file, `${window.place.file}.flyttet`)
    const closing = window.leaving.leaveWindow()
    granted(await window.request('window.ready-to-close', null))
    return { ...window, mayClose: await closing }
  }

  test('»Annullér« leaves everything as it was', async () => {
    const window = await unreachable({ failedSave: ['cancel'] })
    expect(window.mayClose).toBe(false)
    expect(window.done.at(-1)).toBe('ask about workbook.missing')
    expect(window.seat.session.overview().plans).toHaveLength(1)
  })

  test('»Luk uden at gemme i filen« keeps the edits for the next start', async () => {
    const window = await unreachable({ failedSave: ['leave'] })
    expect(window.mayClose).toBe(true)
    expect(existsSync(window.place.file)).toBe(false)
    const [leftover] = await leftovers(window)
    expect(leftover).toMatchObject({ file: window.place.file, unsaved: 1 })
    const next = windowIn(window.program)
    const opened = granted(await next.request('workbook.recover', { folder: leftover?.folder ?? '' }))
    expect(opened?.plans).toHaveLength(1)
  })

  test('»Gem som …« saves elsewhere and closes; giving up in its dialog asks again', async () => {
    const elsewhere = join(temporaryFolder(), 'redning.sqlite')
    const window = await unreachable({
      failedSave: ['save-as', 'save-as'],
      saveAs: [null, elsewhere],
    })
    expect(window.mayClose).toBe(true)
    expect(window.done.filter((what) => what.startsWith('ask about'))).toHaveLength(2)
    expect(reopen({ ...window.place, file: elsewhere }).plans).toHaveLength(1)
    expect(await leftovers(window)).toEqual([])
  })

  test('a place that cannot be written either is asked about too', async () => {
    const window = await unreachable({
      failedSave: ['save-as', 'cancel'],
      saveAs: [join(temporaryFolder(), 'findes ikke', 'x.sqlite')],
    })
    expect(window.mayClose).toBe(false)
    expect(window.done.at(-1)).toBe('ask about disk.no-folder')
  })

  test('a window that is gone already leaves its edits for the next start', async () => {
    const window = await edited()
    rmSync(window.place.file)
    abandonWorkbook(window.seat)
    expect(await leftovers(window)).toMatchObject([{ unsaved: 1 }])
  })
})

test('closing the workbook alone saves it and frees the window; where it cannot be saved the page is told why', async () => {
  const window = await edited({ failedSave: ['cancel'] })
  const { file } = window.place
  const whole = readFileSync(file)
  renameSync(file, `${file}.flyttet`)
  expect(await window.request('workbook.close', null)).toMatchObject({
    ok: false,
    problem: { code: 'workbook.missing' },
  })
  renameSync(`${file}.flyttet`, file)
  expect(readFileSync(file)).toEqual(whole)
  granted(await window.request('workbook.close', null))
  expect(window.seat.isFree).toBe(true)
  expect(reopen(window.place).plans).toHaveLength(1)
})
