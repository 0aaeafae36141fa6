import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../db/model/errors.ts'
import { type ExportJob, type ExportServices, exportPlans } from '../../../main/export/export-plans.ts'
import { problemOf } from '../../../main/session/problem.ts'
import type { ExportedPlan } from '../../../preload/contract.ts'
import { examples, exchangeFiles, readPlan, templateOf } from '../../support/documents.ts'
import { temporaryFolder } from '../../support/workbooks.ts'

const plan = readPlan(exchangeFiles(examples)[0] ?? '')
const template = templateOf(plan)
const job = (changes: Partial<ExportJob> = {}): ExportJob => ({
  plans: ['a', 'b', 'c'],
  folder: temporaryFolder(),
  layout: 'skabelon',
  tables: false,
  receipt: false,
  whenInUse: 'tell',
  ...changes,
})

/** Exports with a writer that only notes the names, unless `write` does something else. */
async function exporting(
  wanted: ExportJob,
  write: (name: string) => void = () => {},
  stop = new AbortController(),
) {
  const names: string[] = []
  const progress: string[] = []
  const services: ExportServices = {
    writer: {
      write: async (_plan, { folder, name }) => {
        write(name)
        names.push(name)
        return [join(folder, name)]
      },
    },
    planWithTemplate: (planId) => {
      if (planId === 'gone') throw new AppError('command.outdated', { what: 'plan' })
      return { plan, template }
    },
    progress: ({ done, total }) => progress.push(`${done} of ${total}`),
    problemOf: (error) => problemOf(error, () => 'bug'),
  }
  const outcomes = await exportPlans(wanted, services, stop.signal)
  return { names, progress, outcomes }
}

const words = (outcomes: readonly ExportedPlan[]): readonly string[] =>
  outcomes.map((plan) => (plan.outcome === 'failed' ? plan.problem.code : plan.outcome))

test('writes one plan after the other, tells of each, and gives no name twice', async () => {
  const { names, progress, outcomes } = await exporting(job())
  const stem = 'Bilag 1 - Politisk grundlag 2026-29 - Byrådet - godkendt'
  expect(names).toEqual([`${stem}.docx`, `${stem} (2).docx`, `${stem} (3).docx`])
  expect(progress).toEqual(['0 of 3', '1 of 3', '2 of 3'])
  expect(words(outcomes)).toEqual(['written', 'written', 'written'])
})

test('a plan that fails keeps none of the others back', async () => {
  const { outcomes } = await exporting(job({ plans: ['a', 'gone', 'c'] }))
  expect(words(outcomes)).toEqual(['written', 'command.outdated', 'written'])
})

test('what is not written when it is cancelled says so', async () => {
  const stop = new AbortController()
  const cancel = () => stop.abort()
  const { outcomes } = await exporting(job(), (name) => name.includes('(2)') && cancel(), stop)
  expect(words(outcomes)).toEqual(['written', 'written', 'cancelled'])
})

test('the plan in the work when it is cancelled is cancelled, not failed', async () => {
  const stop = new AbortController()
  const { outcomes } = await exporting(
    job(),
    () => {
      stop.abort()
      throw new Error('the worker ended')
    },
    stop,
  )
  expect(words(outcomes)).toEqual(['cancelled', 'cancelled', 'cancelled'])
})

describe('a document that is open in Word', () => {
  const inUse = (name: string) => {
    if (!/\((2|3)\)/.test(name)) throw new AppError('disk.file-in-use', { file: name })
  }

  test('is told of', async () => {
    const { outcomes } = await exporting(job({ plans: ['a'] }), inUse)
    expect(words(outcomes)).toEqual(['disk.file-in-use'])
  })

  test('is written beside under the next name, if that is wanted', async () => {
    const { names } = await exporting(job({ plans: ['a', 'b'], whenInUse: 'rename' }), inUse)
    expect(names.map((name) => name.slice(-8))).toEqual(['(2).docx', '(3).docx'])
  })

  test('is given up where every name like it is in use', async () => {
    const { outcomes } = await exporting(job({ plans: ['a'], whenInUse: 'rename' }), (name) => {
      throw new AppError('disk.file-in-use', { file: name })
    })
    expect(words(outcomes)).toEqual(['disk.file-in-use'])
  })
})

describe('the folder', () => {
  test('must be there', async () => {
    const folder = join(temporaryFolder(), 'findes ikke')
    await expect(exporting(job({ folder }))).rejects.toMatchObject({ code: 'disk.no-folder' })
  })

  test('must be one', async () => {
    const folder = join(temporaryFolder(), 'fil')
    writeFileSync(folder, '')
    await expect(exporting(job({ folder }))).rejects.toMatchObject({ code: 'disk.not-a-folder' })
  })
})
