import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Stopped, WordWriter } from '../../../main/export/word-writer.ts'
import { openDocx } from '../../../main/ooxml/docx-package.ts'
import { examples, exchangeFiles, readPlan, templateOf, write } from '../../support/documents.ts'
import { granted, programIn, windowIn } from '../../support/window.ts'
import { temporaryFolder } from '../../support/workbooks.ts'

const plan = readPlan(exchangeFiles(examples)[2] ?? '')
const wanted = { plan, template: templateOf(plan), layout: 'skabelon', tables: true } as const

function newWriter(): WordWriter {
  const writer = new WordWriter(join(import.meta.dirname, '../../../main/export/export-worker.ts'))
  onTestFinished(() => writer.stop())
  return writer
}

describe('a document made in the worker', () => {
  test('is the document that is made without one', async () => {
    expect(Buffer.from(await newWriter().render(wanted))).toEqual(
      Buffer.from((await write(plan, 'skabelon')).bytes),
    )
  })

  test('is written with its receipt, and nothing else lies beside it', async () => {
    const folder = temporaryFolder()
    const paths = await newWriter().write(wanted, { folder, name: 'Aftale (2).docx', receipt: true })
    const names = ['Aftale (2).docx', 'Aftale (2) - tilgængelighedskvittering.docx']
    expect(paths).toEqual(names.map((name) => join(folder, name)))
    expect(readdirSync(folder).toSorted()).toEqual(names.toSorted())
    for (const path of paths) expect(() => openDocx(readFileSync(path))).not.toThrow()
  })

  test('that cannot be written tells why', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'Aftale.docx'))
    const target = { folder, name: 'Aftale.docx', receipt: false }
    await expect(newWriter().write(wanted, target)).rejects.toMatchObject({ code: 'disk.failed' })
  })

  test('that is a bug tells of it, and the next one is made', async () => {
    const writer = newWriter()
    const broken = { ...wanted, plan: { ...plan, outline: JSON.parse('[{}]') } }
    await expect(writer.render(broken)).rejects.toThrow(TypeError)
    expect((await writer.render(wanted)).length).toBeGreaterThan(1000)
  })
})

describe('stopping', () => {
  test('ends what waits, whatever it does at that moment, and leaves only whole documents', async () => {
    const folder = temporaryFolder()
    const writer = newWriter()
    for (const pause of [0, 50, 100, 150, 200, 250]) {
      await writer.render(wanted)
      const written = Promise.allSettled(
        Array.from({ length: 20 }, (_, number) =>
          writer.write(wanted, { folder, name: `${pause}-${number}.docx`, receipt: false }),
        ),
      )
      await new Promise((resolve) => setTimeout(resolve, pause))
      await writer.stop()
      const refused = (await written).filter(({ status }) => status === 'rejected')
      for (const one of refused) expect(one).toMatchObject({ reason: expect.any(Stopped) })
    }
    const names = readdirSync(folder)
    expect(names.filter((name) => !name.endsWith('.docx'))).toEqual([])
    for (const name of names) expect(() => openDocx(readFileSync(join(folder, name)))).not.toThrow()
  })

  test('is not the end: the next document starts anew', async () => {
    const writer = newWriter()
    const first = writer.render(wanted)
    const stopped = expect(first).rejects.toThrow(Stopped)
    await writer.stop()
    await stopped
    expect((await writer.render(wanted)).length).toBeGreaterThan(1000)
  })
})

test('a window exports all its plans; what it wrote can be opened, and one export runs at a time', async () => {
  const folder = temporaryFolder()
  const out = temporaryFolder()
  const window = windowIn(programIn(folder))
  const opened = granted(await window.request('workbook.open-example', null))
  const plans = opened?.plans.map(({ id }) => id) ?? []
  const job = {
    plans,
    folder: out,
    layout: 'tilgaengelig',
    tables: false,
    receipt: false,
    whenInUse: 'tell',
  } as const
  const exporting = window.request('export.run', job)
  expect(await window.request('export.run', job)).toMatchObject({
    ok: false,
    problem: { code: 'export.running' },
  })
  const paths = granted(await exporting).flatMap((one) => (one.outcome === 'written' ? one.paths : []))
  expect(paths.toSorted()).toEqual(
    readdirSync(out)
      .toSorted()
      .map((name) => join(out, name)),
  )
  expect(paths).toHaveLength(plans.length)
  granted(await window.request('file.open', { path: paths[0] ?? '' }))
  granted(await window.request('file.reveal', { path: out }))
  const base64 = granted(
    await window.request('plan.word', { planId: plans[0] ?? '', layout: 'tilgaengelig', tables: false }),
  )
  expect(Buffer.from(base64, 'base64')).toEqual(readFileSync(paths[0] ?? ''))
})

test('an export that is cancelled keeps what is written', async () => {
  const out = temporaryFolder()
  const window = windowIn(programIn(temporaryFolder()))
  const opened = granted(await window.request('workbook.open-example', null))
  const plans = opened?.plans.map(({ id }) => id) ?? []
  const exporting = window.request('export.run', {
    plans: Array.from({ length: 20 }, () => plans).flat(),
    folder: out,
    layout: 'skabelon',
    tables: true,
    receipt: false,
    whenInUse: 'tell',
  })
  while (window.toldOf('export.progress').length < 4) await new Promise((resolve) => setTimeout(resolve, 5))
  granted(await window.request('export.cancel', null))
  const outcomes = granted(await exporting)
  const paths = outcomes.flatMap((one) => (one.outcome === 'written' ? one.paths : []))
  expect(readdirSync(out).map((name) => join(out, name))).toEqual(expect.arrayContaining(paths))
  expect(paths.length).toBeGreaterThanOrEqual(3)
  expect(outcomes.at(-1)?.outcome).toBe('cancelled')
})
