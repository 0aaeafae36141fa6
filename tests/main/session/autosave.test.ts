import { describe, expect, test } from 'vitest'
import { AppError } from '../../../db/model/errors.ts'
import { Autosave } from '../../../main/session/autosave.ts'
import { problemOf } from '../../../main/session/problem.ts'
import type { SaveState } from '../../../preload/contract.ts'
import { fakeClock } from '../../support/fake-clock.ts'

const file = '/drev/bog.sqlite'

/** An autosave with a clock that stands still until it is moved. */
function saving(initial: SaveState = { kind: 'saved', at: '2026-01-01T00:00:00.000Z' }) {
  const clock = fakeClock()
  const saves: number[] = []
  const told: string[] = []
  let failure: Error | null = null
  const autosave = new Autosave(
    {
      save: () => {
        if (failure) throw failure
        saves.push(clock.now())
      },
      problemOf: (error) => problemOf(error, () => 'bug'),
      tell: (state) => told.push(state.kind === 'failed' ? `failed ${state.problem.code}` : state.kind),
      clock,
    },
    initial,
  )
  return {
    clock,
    autosave,
    saves,
    told,
    failWith: (error: Error | null) => {
      failure = error
    },
  }
}

describe('when it saves', () => {
  test('three seconds after the last edit', () => {
    const { clock, autosave, saves } = saving()
    autosave.edited()
    clock.pass(2_000)
    autosave.edited()
    clock.pass(2_999)
    expect(saves).toEqual([])
    clock.pass(1)
    expect(saves).toEqual([5_000])
    clock.pass(60_000)
    expect(saves).toHaveLength(1)
  })

  test('at the latest twenty seconds after the first unsaved one, however long the typing goes on', () => {
    const { clock, autosave, saves } = saving()
    for (let second = 0; second < 60; second++) {
      autosave.edited()
      clock.pass(1_000)
    }
    expect(saves).toEqual([20_000, 40_000, 60_000])
  })

  test('at once when it is asked to; and then there is nothing left to save', () => {
    const { clock, autosave, saves } = saving()
    autosave.edited()
    expect(autosave.saveNow().kind).toBe('saved')
    clock.pass(60_000)
    expect(saves).toEqual([0])
  })

  test('never without an edit', () => {
    const { clock, autosave, saves, told } = saving()
    autosave.saveNow()
    clock.pass(600_000)
    expect(saves).toEqual([])
    expect(told).toEqual([])
  })

  test('what a crash left is saved like an edit', () => {
    const { clock, saves } = saving({ kind: 'unsaved' })
    clock.pass(3_000)
    expect(saves).toEqual([3_000])
  })

  test('never again once it is stopped', () => {
    const { clock, autosave, saves } = saving()
    autosave.edited()
    autosave.stop()
    clock.pass(60_000)
    expect(saves).toEqual([])
  })
})

describe('what it tells', () => {
  test('unsaved, saving, saved', () => {
    const { clock, autosave, told } = saving()
    autosave.edited()
    autosave.edited()
    clock.pass(3_000)
    expect(told).toEqual(['unsaved', 'saving', 'saved'])
    expect(autosave.state).toEqual({ kind: 'saved', at: '1970-01-01T00:00:03.000Z' })
  })

  test('a failure once, however often it is tried again, and then that it was saved', () => {
    const { clock, autosave, told, saves, failWith } = saving()
    failWith(new AppError('disk.no-folder', { file }))
    autosave.edited()
    clock.pass(3_000 + 4 * 30_000)
    expect(told).toEqual(['unsaved', 'saving', 'failed disk.no-folder'])
    failWith(null)
    clock.pass(30_000)
    expect(saves).toEqual([153_000])
    expect(told.slice(3)).toEqual(['saved'])
  })

  test('another failure than before is news', () => {
    const { clock, autosave, told, failWith } = saving()
    failWith(new AppError('disk.full', { file }))
    autosave.edited()
    clock.pass(3_000)
    failWith(new AppError('workbook.changed-elsewhere', { file }))
    clock.pass(30_000)
    expect(told.slice(2)).toEqual(['failed disk.full', 'failed workbook.changed-elsewhere'])
  })

  test('after a failure the next edit is saved like any other', () => {
    const { clock, autosave, saves, failWith } = saving()
    failWith(new AppError('disk.full', { file }))
    autosave.edited()
    clock.pass(10_000)
    failWith(null)
    autosave.edited()
    clock.pass(3_000)
    expect(saves).toEqual([13_000])
  })

  test('a bug in the saving is told like a failure, and the edits wait', () => {
    const { autosave, failWith } = saving()
    failWith(new TypeError('no'))
    autosave.edited()
    expect(autosave.saveNow()).toEqual({
      kind: 'failed',
      problem: { code: 'unexpected', details: { logId: 'bug' } },
    })
  })
})
