import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFromOutside } from '../../../main/session/program.ts'
import { sha256 } from '../../support/folders.ts'
import { granted, programIn, programWithFile, windowIn } from '../../support/window.ts'
import { exampleFiles, temporaryFolder } from '../../support/workbooks.ts'

describe('opening a workbook', () => {
  test('in a window that has none', async () => {
    const { program, file } = programWithFile()
    const window = windowIn(program)
    const opened = granted(await window.request('workbook.open', { file }))
    expect(opened).toMatchObject({
      file,
      name: 'Søby.sqlite',
      organisation: 'Sundkøbing Kommune',
      plans: [],
      saveState: { kind: 'saved' },
      history: { undo: null, redo: null },
    })
    expect(opened?.templates.length).toBeGreaterThan(5)
    expect(window.done).toContain(`name ${file}`)
    expect(program.recents.list()).toMatchObject([
      { file, organisation: 'Sundkøbing Kommune', missing: false },
    ])
  })

  test('shows the window that has it, under whatever name', async () => {
    const { program, file, folder } = programWithFile()
    const first = windowIn(program)
    const second = windowIn(program)
    granted(await first.request('workbook.open', { file }))
    const roundabout = join(folder, 'work', '..', 'Søby.sqlite')
    expect(granted(await second.request('workbook.open', { file: roundabout }))).toBeNull()
    expect(first.done).toContain('show')
    expect(program.openings).toEqual([])
  })

  test('makes a new window where this one has another', async () => {
    const { program, file } = programWithFile()
    const window = windowIn(program)
    granted(await window.request('workbook.open-example', null))
    expect(granted(await window.request('workbook.open', { file }))).toBeNull()
    const other = windowIn(program, {}, program.openings[0])
    expect(granted(await other.request('program.start', null)).workbook).toMatchObject({ file })
    const again = granted(await other.request('program.start', null))
    expect(again.workbook).toMatchObject({ file })
  })

  test('that is none is refused, and the window stays free', async () => {
    const { program, folder } = programWithFile()
    const file = join(folder, 'brev.sqlite')
    writeFileSync(file, 'Kære borgmester')
    const window = windowIn(program)
    expect(await window.request('workbook.open', { file })).toMatchObject({
      ok: false,
      problem: { code: 'workbook.not-a-workbook' },
    })
    expect(window.seat.isFree).toBe(true)
    expect(program.recents.list()).toEqual([])
  })

  test('that is none makes no new window, where this one has a workbook', async () => {
    const { program, folder } = programWithFile()
    const file = join(folder, 'brev.sqlite')
    writeFileSync(file, 'Kære borgmester')
    const window = windowIn(program)
    granted(await window.request('workbook.open-example', null))
    expect(await window.request('workbook.open', { file })).toMatchObject({
      ok: false,
      problem: { code: 'workbook.not-a-workbook' },
    })
    openFromOutside(program, file)
    expect(window.toldOf('problem.occurred')).toMatchObject([{ code: 'workbook.not-a-workbook' }])
    expect(program.openings).toEqual([])
  })

  test('that the window has already leaves it as it is', async () => {
    const { program, file } = programWithFile()
    const window = windowIn(program)
    granted(await window.request('workbook.open', { file }))
    expect(granted(await window.request('workbook.open', { file }))).toBeNull()
    openFromOutside(program, file)
    expect(window.toldOf('workbook.opened')).toEqual([])
    expect(window.done.filter((what) => what === 'show')).toHaveLength(2)
  })

  test('does nothing when the user gives up in the dialog', async () => {
    const { program } = programWithFile()
    expect(granted(await windowIn(program).request('workbook.open', { file: null }))).toBeNull()
  })
})

describe('a file from outside, by double click or a second start', () => {
  test('opens in the window that shows the start page, and its page is told', async () => {
    const { program, file } = programWithFile()
    const window = windowIn(program)
    granted(await window.request('program.start', null))
    openFromOutside(program, file)
    expect(window.toldOf('workbook.opened')).toMatchObject([{ file }])
  })

  test('is there from the start in a window whose page has not asked yet', async () => {
    const { program, file } = programWithFile()
    const window = windowIn(program)
    openFromOutside(program, file)
    const { workbook, problem } = granted(await window.request('program.start', null))
    expect({ workbook, problem }).toMatchObject({ workbook: { file }, problem: null })
  })

  test('that cannot be opened is told as a problem', async () => {
    const { program, folder } = programWithFile()
    const file = join(folder, 'væk.sqlite')
    const window = windowIn(program)
    granted(await window.request('program.start', null))
    openFromOutside(program, file)
    expect(window.toldOf('problem.occurred')).toEqual([{ code: 'workbook.missing', details: { file } }])
    const started = windowIn(program, {}, { kind: 'file', file })
    expect(granted(await started.request('program.start', null)).problem).toEqual({
      code: 'workbook.missing',
      details: { file },
    })
  })

  test('gets a window of its own where every window has a workbook', async () => {
    const { program, file } = programWithFile()
    const window = windowIn(program)
    granted(await window.request('workbook.open-example', null))
    openFromOutside(program, file)
    const other = windowIn(program, {}, program.openings[0])
    expect(other.seat.session.file).toBe(file)
    expect(window.done).not.toContain('show')
  })

  test('gets a window of its own while the page of the first is still on its way', () => {
    const { program, file, folder } = programWithFile()
    const first = windowIn(program, {}, { kind: 'file', file })
    const broken = join(folder, 'væk.sqlite')
    openFromOutside(program, broken)
    expect(program.openings).toEqual([{ kind: 'file', file: broken }])
    openFromOutside(program, file)
    expect(first.done).toContain('show')
  })
})

describe('a new workbook', () => {
  test('is a file at once', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'ny.sqlite')
    const window = windowIn(programIn(folder), { saveAs: [file] })
    const opened = granted(await window.request('workbook.new', { organisation: 'Søby Kommune' }))
    expect(opened).toMatchObject({ file, organisation: 'Søby Kommune', saveState: { kind: 'saved' } })
    expect(existsSync(file)).toBe(true)
    expect(window.done).toContain('ask where to save Søby Kommune.sqlite')
  })

  test('is never put in the place of a file', async () => {
    const { program, file } = programWithFile()
    const before = sha256(file)
    const window = windowIn(program, { saveAs: [file] })
    expect(await window.request('workbook.new', { organisation: 'Søby Kommune' })).toMatchObject({
      ok: false,
      problem: { code: 'workbook.exists' },
    })
    expect(sha256(file)).toBe(before)
  })
})

test('the example is made once and opened as it was left', async () => {
  const folder = temporaryFolder()
  const program = programIn(folder)
  const window = windowIn(program)
  const opened = granted(await window.request('workbook.open-example', null))
  const plans = opened?.plans ?? []
  expect(plans).toHaveLength(exampleFiles.length)
  const command = { type: 'plan.delete', id: plans[0]?.id ?? '' } as const
  granted(await window.request('command.execute', { command, focus: null }))
  granted(await window.request('workbook.close', null))
  const again = granted(await window.request('workbook.open-example', null))
  expect(again?.plans).toHaveLength(exampleFiles.length - 1)
})

describe('importing plans', () => {
  test('is one step that undo takes back, and the page learns of the plans', async () => {
    const { program, file } = programWithFile()
    const window = windowIn(program, { planFiles: exampleFiles })
    granted(await window.request('workbook.open', { file }))
    const imported = granted(await window.request('workbook.import', null))
    const [change] = window.toldOf('workbook.changed')
    const told = change?.changes.filter(({ table }) => table === 'plan').map(({ id }) => id)
    expect(change).toMatchObject({ cause: 'import', history: { undo: 'Importér 10 planer' } })
    expect(new Set(told)).toEqual(new Set(imported?.plans))
    granted(await window.request('history.undo', null))
    expect(window.seat.session.overview().plans).toEqual([])
  })

  test('of a file that is none changes nothing and says why', async () => {
    const { program, file, folder } = programWithFile()
    const broken = join(folder, 'plan.json')
    writeFileSync(broken, '{')
    const window = windowIn(program, { planFiles: [...exampleFiles, broken] })
    granted(await window.request('workbook.open', { file }))
    expect(await window.request('workbook.import', null)).toMatchObject({
      ok: false,
      problem: { code: 'exchange.not-json' },
    })
    expect(window.seat.session.overview().plans).toEqual([])
  })
})

test('save as refuses a file that another window has', async () => {
  const { program, file } = programWithFile()
  const other = windowIn(program)
  granted(await other.request('workbook.open', { file }))
  const window = windowIn(program, { saveAs: [file] })
  granted(await window.request('workbook.open-example', null))
  expect(await window.request('workbook.save-as', null)).toMatchObject({
    ok: false,
    problem: { code: 'workbook.open-elsewhere' },
  })
})
