// @vitest-environment happy-dom
import { expect, onTestFinished, test } from 'vitest'
import { parseExchange } from '../../../db/model/exchange/parse.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { usePreferences } from '../../../renderer/state/preferences.ts'
import { enter, startProgram } from '../../../renderer/state/program.ts'
import { forgetWorkbook, useWorkbook } from '../../../renderer/state/workbook.ts'
import { exampleFiles, readJson } from '../../support/workbooks.ts'
import { fakeProgram } from '../support/fake-program.ts'

test('what main tells of a workbook while its open plan is read is not lost when it is shown', async () => {
  const program = fakeProgram(
    exampleFiles.slice(0, 2).map((file) => parseExchange(readJson(file), builtInTemplates)),
  )
  Object.defineProperty(window, 'planvaerk', { configurable: true, value: program.api })
  onTestFinished(forgetWorkbook)
  await startProgram()
  const started = await program.api.request('program.start', null)
  const opened = started.ok ? started.value.workbook : null
  if (!opened) throw new Error('no workbook')
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
