// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { parseExchange } from '../../../db/model/exchange/parse.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { openPlan, showPage } from '../../../renderer/state/navigate.ts'
import { startProgram } from '../../../renderer/state/program.ts'
import { run, undo } from '../../../renderer/state/run.ts'
import { useView } from '../../../renderer/state/view.ts'
import { forgetWorkbook, useWorkbook } from '../../../renderer/state/workbook.ts'
import { exampleFiles, readJson } from '../../support/workbooks.ts'
import { fakeProgram } from '../support/fake-program.ts'

/** A program with two plans, the first of them open, in which a section has been renamed. */
async function afterAnEdit() {
  const program = fakeProgram(
    exampleFiles.slice(0, 2).map((file) => parseExchange(readJson(file), builtInTemplates)),
  )
  Object.defineProperty(window, 'planvaerk', { configurable: true, value: program.api })
  onTestFinished(forgetWorkbook)
  await startProgram()
  const [first = '', second = ''] = program.planIds
  await openPlan(first)
  const row = useView.getState().outline.current ?? ''
  await run({ type: 'node.rename', id: row, title: 'Et nyt navn' })
  return { program, first, second }
}

const page = () => useView.getState().page
const shownPlan = () => useWorkbook.getState().mirror?.planId ?? null

test('an undo leads back to the row, from whichever page', async () => {
  const { first } = await afterAnEdit()
  showPage('goals')
  await undo()
  await vi.waitFor(() => expect(page()).toBe('plan'))
  expect(shownPlan()).toBe(first)
})

test('an undo that comes when she has gone elsewhere does not take her away from there', async () => {
  const { program } = await afterAnEdit()
  const answer = program.hold()
  const undone = undo()
  showPage('plans')
  answer()
  await undone
  await vi.waitFor(() => expect(useWorkbook.getState().history.redo).not.toBeNull())
  expect({ page: page(), plan: shownPlan() }).toEqual({ page: 'plans', plan: null })
})

test('of two undos the second goes on from where the first has led', async () => {
  const { program, first, second } = await afterAnEdit()
  await openPlan(second)
  const row = useView.getState().outline.current ?? ''
  await run({ type: 'node.rename', id: row, title: 'Et andet navn' })
  showPage('plans')
  const answer = program.hold()
  const both = [undo(), undo()]
  answer()
  await Promise.all(both)
  await vi.waitFor(() => expect(shownPlan()).toBe(first))
})

test('of two plans that are opened one after the other, the last one is shown', async () => {
  const { program, first, second } = await afterAnEdit()
  showPage('plans')
  const answer = program.hold()
  const both = [openPlan(first), openPlan(second)]
  answer()
  expect(await Promise.all(both)).toEqual([false, true])
  expect(shownPlan()).toBe(second)
})
