import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Workbook } from '../../../db/workbook.ts'
import { granted, programIn, programWithFile, windowIn } from '../../support/window.ts'
import { reopen, temporaryFolder } from '../../support/workbooks.ts'

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

  test('is merged with what another has saved since, and the page is told of both', async () => {
    const { program, file, child, folder } = await killed()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const person = { who: 'Anne', machine: 'pc-2' }
    const colleague = reopen({ file, workBase: join(folder, 'pc-2'), person })
    colleague.execute({ type: 'organisation.rename', name: 'Søby Kommune' })
    colleague.save()
    const window = windowIn(program)
    const opened = granted(await window.request('workbook.open', { file }))
    expect(opened).toMatchObject({ organisation: 'Søby Kommune', saveState: { kind: 'unsaved' }, merges: 1 })
    expect(opened?.plans).toHaveLength(3)
    expect(window.toldOf('leftover.met')).toMatchObject([{ outcome: 'recovered' }])
    expect(window.toldOf('workbook.merged')).toMatchObject([{ people: [{ who: 'Anne', commands: 1 }] }])
    expect(granted(await window.request('merges.load', null)).fresh).toHaveLength(1)
  })

  test('waits where the copy is damaged', async () => {
    const { program, file, child } = await killed()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const window = windowIn(program)
    const [leftover] = granted(await window.request('program.start', null)).leftovers
    writeFileSync(join(leftover?.folder ?? '', 'workbook.sqlite'), 'x'.repeat(5000))
    const recover = { folder: leftover?.folder ?? '' }
    expect(await window.request('workbook.recover', recover)).toMatchObject({
      ok: false,
      problem: { code: 'leftover.damaged', details: { file } },
    })
    granted(await window.request('workbook.open', { file }))
    expect(window.toldOf('leftover.met')).toMatchObject([{ outcome: 'waiting', edits: null }])
  })
})
