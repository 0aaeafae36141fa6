import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../../db/model/commands.ts'
import { paragraphs } from '../../support/colleagues.ts'
import { createPlan } from '../../support/commands.ts'
import { granted, type TestWindow } from '../../support/window.ts'
import { colleague, copyWith, execute, opened } from './shared.ts'

describe('»Gem« with nothing of one’s own to save', () => {
  test('takes in what a colleague has saved, once', async () => {
    const maja = await opened()
    const anne = await colleague(maja.file)
    await execute(anne, createPlan('Annes'))
    granted(await anne.request('workbook.save', null))
    const saved = readFileSync(maja.file)
    for (let time = 0; time < 2; time += 1) {
      expect(granted(await maja.request('workbook.save', null))).toMatchObject({ kind: 'saved' })
    }
    expect(maja.seat.session.overview().plans.map(({ title }) => title)).toEqual(['Annes'])
    expect(maja.toldOf('workbook.merged')).toHaveLength(1)
    expect(readFileSync(maja.file)).toEqual(saved)
  })

  test('reads nothing where nobody has saved', async () => {
    const maja = await opened()
    await execute(maja, createPlan('Min'))
    granted(await maja.request('workbook.save', null))
    granted(await maja.request('workbook.save', null))
    expect(maja.toldOf('workbook.merged')).toEqual([])
  })
})

describe('a text that is typed while a colleague’s words come in', () => {
  /** Anne has added a paragraph to a text that Maja is writing in; the page has not heard of it yet. */
  async function typing() {
    const maja = await opened()
    const plan = createPlan('Målaftale')
    await execute(maja, plan)
    const planId = maja.seat.session.overview().plans[0]?.id ?? ''
    const section = maja.seat.session.reading.planRows(planId).nodes[0]?.id ?? ''
    const write = (...texts: readonly string[]): Command => ({
      type: 'field.write',
      nodeId: section,
      key: 'text',
      doc: [...paragraphs(...texts)],
    })
    await execute(maja, write('Et', 'To'))
    granted(await maja.request('workbook.save', null))
    const anne = await colleague(maja.file)
    await execute(anne, write('Et', 'To', 'Annes'))
    granted(await anne.request('workbook.save', null))
    await execute(maja, write('Et!', 'To'))
    granted(await maja.request('workbook.save', null))
    const text = () =>
      maja.seat.session.reading
        .planRows(planId)
        .fields[0]?.doc.map((block) =>
          block.type === 'paragraph'
            ? block.content.map((run) => ('text' in run ? run.text : '')).join('')
            : '',
        )
    const send = async (seen: number, ...texts: readonly string[]) =>
      granted(await maja.request('command.execute', { command: write(...texts), focus: null, seen }))
    return { text, send }
  }

  test('keeps both, however long it is typed on without having seen them', async () => {
    const { text, send } = await typing()
    expect(text()).toEqual(['Et!', 'To', 'Annes'])
    await send(0, 'Et!!', 'To')
    expect(text()).toEqual(['Et!!', 'To', 'Annes'])
    await send(0, 'Et!!!', 'To')
    expect(text()).toEqual(['Et!!!', 'To', 'Annes'])
  })

  test('is as it is typed once they have been seen', async () => {
    const { text, send } = await typing()
    await send(1, 'Et!', 'To')
    expect(text()).toEqual(['Et!', 'To'])
  })

  test('holds both where both wrote in the same place', async () => {
    const { text, send } = await typing()
    await send(0, 'Et!', 'To', 'Majas')
    expect(text()).toEqual(['Et!', 'To', 'Majas', 'Annes'])
    await send(0, 'Et!', 'To', 'Majas egne')
    expect(text()).toEqual(['Et!', 'To', 'Majas egne', 'Annes'])
  })
})

describe('undoing a merge', () => {
  const planTitles = (window: TestWindow) => window.seat.session.overview().plans.map(({ title }) => title)

  test('brings back what was before it, and tells the page', async () => {
    const maja = await opened()
    const copy = copyWith(maja.file, 'kopi.sqlite', 'Annes')
    await execute(maja, createPlan('Min'))
    granted(await maja.request('workbook.merge', { file: copy }))
    expect(granted(await maja.request('merges.load', null))).toMatchObject({ sinceLast: 0 })
    granted(await maja.request('workbook.undo-merge', { discard: false }))
    expect(planTitles(maja)).toEqual(['Min'])
    expect(maja.toldOf('workbook.changed').at(-1)).toMatchObject({ cause: 'undo' })
    expect(granted(await maja.request('merges.load', null))).toMatchObject({ fresh: [], sinceLast: null })
    maja.clock.pass(3_000)
    expect(maja.toldOf('workbook.save-state').at(-1)).toMatchObject({ kind: 'saved' })
    expect(await maja.request('workbook.undo-merge', { discard: false })).toMatchObject({
      ok: false,
      problem: { code: 'merge.nothing-to-undo' },
    })
  })

  test('takes what was done since only where she has agreed to it', async () => {
    const maja = await opened()
    const copy = copyWith(maja.file, 'kopi.sqlite', 'Annes')
    granted(await maja.request('workbook.merge', { file: copy }))
    await execute(maja, createPlan('Siden'))
    expect(await maja.request('workbook.undo-merge', { discard: false })).toMatchObject({
      ok: false,
      problem: { code: 'merge.edited-since', details: { commands: 1 } },
    })
    expect(planTitles(maja).toSorted()).toEqual(['Annes', 'Siden'])
    granted(await maja.request('workbook.undo-merge', { discard: true }))
    expect(planTitles(maja)).toEqual([])
  })

  test('of what a colleague saved in the file stops the saving, until it is merged after all', async () => {
    const maja = await opened()
    const anne = await colleague(maja.file)
    await execute(anne, createPlan('Annes'))
    granted(await anne.request('workbook.save', null))
    await execute(maja, createPlan('Min'))
    granted(await maja.request('workbook.save', null))
    granted(await maja.request('workbook.undo-merge', { discard: false }))
    expect(planTitles(maja)).toEqual(['Min'])
    maja.clock.pass(3_000)
    expect(maja.toldOf('workbook.save-state').at(-1)).toMatchObject({
      kind: 'failed',
      problem: { code: 'workbook.merge-undone' },
    })
    granted(await maja.request('workbook.merge', { file: maja.file }))
    expect(planTitles(maja).toSorted()).toEqual(['Annes', 'Min'])
    maja.clock.pass(3_000)
    expect(maja.toldOf('workbook.save-state').at(-1)).toMatchObject({ kind: 'saved' })
  })
})
