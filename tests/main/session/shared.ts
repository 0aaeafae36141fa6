import { copyFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from '../../../db/model/commands.ts'
import { Workbook } from '../../../db/workbook.ts'
import { createPlan } from '../../support/commands.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { granted, programIn, programWithFile, type TestWindow, windowIn } from '../../support/window.ts'
import { temporaryFolder } from '../../support/workbooks.ts'

export const MINUTE = 60_000

/** A colleague's program, on a computer of its own, with the workbook open. */
export async function colleague(file: string) {
  const clock = fakeClock()
  const window = windowIn(programIn(temporaryFolder(), clock))
  granted(await window.request('workbook.open', { file }))
  return { ...window, clock }
}

/** A window with a saved workbook, in a program whose clock the test moves. */
export async function opened(answers: Parameters<typeof windowIn>[1] = {}) {
  const { file, folder } = programWithFile()
  const clock = fakeClock()
  const program = programIn(folder, clock)
  const window = windowIn(program, answers)
  granted(await window.request('workbook.open', { file }))
  return { ...window, program, file, folder, clock }
}

export const others = (window: TestWindow) => window.seat.session.surroundings.state.others

export const copies = (window: TestWindow) => window.seat.session.surroundings.state.copies

export const notes = (file: string) =>
  readdirSync(dirname(file)).filter((name) => name.endsWith('.json') && name.includes('i-brug'))

export const execute = async (window: TestWindow, command: Command) =>
  granted(await window.request('command.execute', { command, focus: null }))

/** The workbook as somebody else has it, with one plan more. */
export function copyWith(file: string, name: string, title: string): string {
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
