import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Workbook } from '../../../db/workbook.ts'
import { openFromOutside } from '../../../main/session/program.ts'
import { sha256 } from '../../support/folders.ts'
import { granted, programIn, windowIn } from '../../support/window.ts'
import { exampleFiles, newWorkbook, placeIn, reopen, temporaryFolder } from '../../support/workbooks.ts'

/** A program in a new folder with a saved workbook beside it. */
function programWithFile() {
  const folder = temporaryFolder()
  const place = placeIn(folder, 'Søby.sqlite')
  newWorkbook(place).save()
  return { folder, file: place.file, program: programIn(folder) }
}

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

describe('what a killed program left', () => {
  async function killed() {
    const { program, file, folder } = programWithFile()
    mkdirSync(program.places.workBase, { recursive: true })
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../../support/window-child.ts'), file, program.places.workBase],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(child.stdout, 'data')
    return { program, file, folder, child }
  }

  test('is offered at the next start, and recovering it brings every command back', async () => {
    const { program, file, child } = await killed()
    const window = windowIn(program)
    expect(granted(await window.request('program.start', null)).leftovers).toEqual([])
    child.kill('SIGKILL')
    await once(child, 'exit')
    const [leftover] = granted(await window.request('program.start', null)).leftovers
    expect(leftover).toMatchObject({ file, unsaved: 3 })
    const opened = granted(await window.request('workbook.recover', { folder: leftover?.folder ?? '' }))
    expect(opened).toMatchObject({ file, saveState: { kind: 'unsaved' } })
    expect(opened?.plans.map(({ title }) => title)).toEqual(['Første', 'Anden', 'Tredje'])
    expect(granted(await window.request('workbook.save', null)).kind).toBe('saved')
    granted(await window.request('workbook.close', null))
    expect(granted(await window.request('program.start', null)).leftovers).toEqual([])
  })

  test('is gone once the user discards it; no other folder can be discarded', async () => {
    const { program, child, folder } = await killed()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const window = windowIn(program)
    const [leftover] = granted(await window.request('program.start', null)).leftovers
    const wrong = join(folder, 'workbook-mine')
    mkdirSync(wrong)
    expect(await window.request('workbook.discard-leftover', { folder: wrong })).toMatchObject({ ok: false })
    expect(existsSync(wrong)).toBe(true)
    granted(await window.request('workbook.discard-leftover', { folder: leftover?.folder ?? '' }))
    expect(existsSync(leftover?.folder ?? '')).toBe(false)
    expect(granted(await window.request('program.start', null)).leftovers).toEqual([])
  })

  test('of a workbook that was never saved gets a file first', async () => {
    const folder = temporaryFolder()
    const program = programIn(folder)
    const { workBase } = program.places
    Workbook.create({ file: join(folder, 'x.sqlite'), workBase }, 'Søby Kommune').leave()
    const file = join(folder, 'gendannet.sqlite')
    const window = windowIn(program, { saveAs: [null, file] })
    const [leftover] = granted(await window.request('program.start', null)).leftovers
    expect(leftover).toMatchObject({ file: null })
    const recover = () => window.request('workbook.recover', { folder: leftover?.folder ?? '' })
    expect(granted(await recover())).toBeNull()
    expect(granted(await recover())).toMatchObject({ file, organisation: 'Søby Kommune' })
    expect(granted(await window.request('workbook.save', null)).kind).toBe('saved')
    expect(existsSync(file)).toBe(true)
  })

  test('gets a window of its own where this one has a workbook', async () => {
    const { program, file, child } = await killed()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const window = windowIn(program)
    granted(await window.request('workbook.open-example', null))
    const [leftover] = granted(await window.request('program.start', null)).leftovers
    const folder = leftover?.folder ?? ''
    expect(granted(await window.request('workbook.recover', { folder }))).toBeNull()
    const other = windowIn(program, {}, program.openings[0])
    expect(other.seat.session).toMatchObject({ file })
    expect(granted(await other.request('program.start', null)).workbook?.plans).toHaveLength(3)
  })

  test('is there again when its file is opened, and the page is told', async () => {
    const { program, file, child } = await killed()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const window = windowIn(program)
    const opened = granted(await window.request('workbook.open', { file }))
    expect(opened).toMatchObject({ saveState: { kind: 'unsaved' }, history: { redo: null } })
    expect(opened?.plans).toHaveLength(3)
    expect(window.toldOf('leftover.met')).toMatchObject([{ outcome: 'recovered', edits: 3 }])
    expect(granted(await window.request('program.start', null)).leftovers).toEqual([])
    expect(window.toldOf('leftover.met')).toHaveLength(1)
  })

  test('waits where the file was saved by another since, or the copy is damaged', async () => {
    const { program, file, child, folder } = await killed()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const colleague = reopen({ file, workBase: join(folder, 'pc-2') })
    colleague.execute({ type: 'organisation.rename', name: 'Søby Kommune' })
    colleague.save()
    const window = windowIn(program)
    const opened = granted(await window.request('workbook.open', { file }))
    expect(opened).toMatchObject({ organisation: 'Søby Kommune', plans: [] })
    expect(window.toldOf('leftover.met')).toMatchObject([{ outcome: 'waiting', edits: 3 }])
    granted(await window.request('workbook.close', null))
    const [leftover] = granted(await window.request('program.start', null)).leftovers
    writeFileSync(join(leftover?.folder ?? '', 'workbook.sqlite'), 'x'.repeat(5000))
    const recover = { folder: leftover?.folder ?? '' }
    expect(await window.request('workbook.recover', recover)).toMatchObject({
      ok: false,
      problem: { code: 'leftover.damaged', details: { file } },
    })
    granted(await window.request('workbook.open', { file }))
    expect(window.toldOf('leftover.met')).toMatchObject([{}, { outcome: 'waiting', edits: null }])
  })
})
