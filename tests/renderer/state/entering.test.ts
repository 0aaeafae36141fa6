// @vitest-environment happy-dom
import { expect, onTestFinished, test } from 'vitest'
import { parseExchange } from '../../../db/model/exchange/parse.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { useNotice } from '../../../renderer/state/notices.ts'
import { usePreferences } from '../../../renderer/state/preferences.ts'
import { enter, startProgram } from '../../../renderer/state/program.ts'
import { tellUndoable } from '../../../renderer/state/run.ts'
import { forgetWorkbook, useWorkbook } from '../../../renderer/state/workbook.ts'
import { exampleFiles, readJson } from '../../support/workbooks.ts'
import { fakeProgram } from '../support/fake-program.ts'

/** A program that has told the window of its workbook with two plans. */
async function started() {
  const program = fakeProgram(
    exampleFiles.slice(0, 2).map((file) => parseExchange(readJson(file), builtInTemplates)),
  )
  Object.defineProperty(window, 'planvaerk', { configurable: true, value: program.api })
  onTestFinished(forgetWorkbook)
  await startProgram()
  const answer = await program.api.request('program.start', null)
  const opened = answer.ok ? answer.value.workbook : null
  if (!opened) throw new Error('no workbook')
  return { program, opened }
}

test('what main tells of a workbook while its open plan is read is not lost when it is shown', async () => {
  const { program, opened } = await started()
  const [plan = ''] = program.planIds
  usePreferences.setState({ openPlans: { [opened.file]: plan } })
  const answer = program.hold()
  const entering = enter(opened)
  const anne = { who: 'Anne', machine: 'PC-ANNE', since: new Date(0).toISOString(), came: false }
  program.tell('sharing.changed', { others: [anne], copies: [] })

  program.tell('workbook.changed', {
    cause: 'merge',
    changes: [],
    history: opened.history,
    merges: 1,
    focus: null,
  })
  answer()
  await entering
  const { sharing, merges, mirror } = useWorkbook.getState()
  expect({ others: sharing.others, merges, plan: mirror?.planId }).toEqual({
    others: [anne],
    merges: 1,
    plan,
  })
})

test('what could be undone in the workbook before is not offered in the next', async () => {
  const { opened } = await started()
  tellUndoable('Slettet »Trivsel«')
  await enter(opened)
  expect(useNotice.getState().notice).toBeNull()
})
