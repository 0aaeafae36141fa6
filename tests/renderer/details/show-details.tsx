import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, onTestFinished } from 'vitest'
import type { OutlineNode, PlanDocument } from '../../../db/model/plan/plan-document.ts'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import { Finder } from '../../../main/session/finder.ts'
import type { Api } from '../../../preload/contract.ts'
import { DetailsPane } from '../../../renderer/details/details-pane.tsx'
import { useLive } from '../../../renderer/details/rich-text/live.ts'
import { useKeys } from '../../../renderer/shell/keys.ts'
import { openPlan } from '../../../renderer/state/navigate.ts'
import { useNotice } from '../../../renderer/state/notices.ts'
import { startProgram } from '../../../renderer/state/program.ts'
import { look } from '../../../renderer/state/view.ts'
import { useWorkbook } from '../../../renderer/state/workbook.ts'
import { newWorkbook } from '../../support/workbooks.ts'
import { type FakeProgram, fakeProgram } from '../support/fake-program.ts'

/** A node with nothing but what is given. */
export const node = (given: Partial<OutlineNode> & Pick<OutlineNode, 'type' | 'title'>): OutlineNode => ({
  fields: {},
  milestones: [],
  indicators: [],
  coordinators: [],
  contributesTo: [],
  realises: [],
  children: [],
  ...given,
})

/** A plan 2027-29 of the kind, an agreement unless said otherwise. */
export const planOf = (given: Partial<PlanDocument>): PlanDocument => ({
  organisation: 'Sundkøbing Kommune',
  template: 'maalaftale',
  title: 'Målaftale',
  period: { from: 2027, to: 2029 },
  unit: 'Center for Børn',
  cover: {},
  case: {},
  status: 'udkast',
  outline: [],
  ...given,
})

export const text = (...paragraphs: readonly string[]): RichText =>
  paragraphs.map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] }))

export interface ShownDetails {
  readonly program: FakeProgram
  readonly user: ReturnType<typeof userEvent.setup>
  /** Makes the row with the title the current one; null = the plan itself. */
  readonly choose: (title: string | null) => Promise<void>
  readonly idOf: (title: string) => string
  /** The text of a node as the window's workbook has it. */
  readonly textOf: (title: string, key: string) => RichText | undefined
  readonly field: (name: string) => HTMLElement
  readonly notice: () => string | undefined
  /** Presses keys and waits until everything typed is sent and answered. */
  readonly press: (keys: string) => Promise<void>
}

function Window() {
  useKeys()
  return <DetailsPane />
}

/** The details pane of the first plan, with the keys of the program, on a real workbook that holds all of them. */
export async function showDetails(...plans: readonly PlanDocument[]): Promise<ShownDetails> {
  const program = fakeProgram(plans, newWorkbook())
  Object.defineProperty(window, 'planvaerk', { configurable: true, value: findingApi(program) })
  onTestFinished(async () => {
    cleanup()
    // What was typed last is sent as the fields go away.
    await new Promise((resolve) => setTimeout(resolve, 20))
    useNotice.setState({ notice: null })
    useLive.setState({ field: null, editor: null, linking: false, resting: null })
  })
  const user = userEvent.setup()
  await act(async () => {
    await startProgram()
    await openPlan(program.planIds[0] ?? '')
  })
  render(
    <FluentProvider theme={webLightTheme}>
      <Window />
    </FluentProvider>,
  )
  return {
    program,
    user,
    choose: async (title) => {
      act(() => look({ current: title === null ? null : idOf(title) }))
      await settled()
    },
    idOf,
    textOf: (title, key) =>
      useWorkbook
        .getState()
        .mirror?.fields.get(idOf(title))
        ?.find((field) => field.key === key)?.doc,
    field: (name) => screen.getByRole('textbox', { name }),
    notice: () => useNotice.getState().notice?.text,
    press: async (keys) => {
      await user.keyboard(keys)
      await settled()
    },
  }
}

/** Longer than a draft waits. Meanwhile the window draws as it does in the program: after each piece of news, not all at once. */
export async function settled(): Promise<void> {
  const until = performance.now() + 350
  await waitFor(() => expect(performance.now()).toBeGreaterThan(until))
}

function idOf(title: string): string {
  const nodes = [...(useWorkbook.getState().mirror?.nodes.values() ?? [])]
  const found = nodes.find((each) => each.title === title)
  if (!found) throw new Error(`no »${title}«`)
  return found.id
}

/** As the border is: each answer comes in a turn of its own. */
function findingApi({ api, workbook }: FakeProgram): Api {
  const finder = new Finder(workbook.db)
  return {
    ...api,
    request: async (name, input) => {
      await new Promise((resolve) => setTimeout(resolve))
      if (name !== 'nodes.find') return api.request(name, input)
      return { ok: true, value: finder.findNodes(input as never) as never }
    },
  }
}
