import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { onTestFinished, vi } from 'vitest'
import { parseExchange } from '../../../db/model/exchange/parse.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { useKeys } from '../../../renderer/shell/keys.ts'
import { useNotice } from '../../../renderer/state/notices.ts'
import { startProgram } from '../../../renderer/state/program.ts'
import { useView } from '../../../renderer/state/view.ts'
import { useWorkbook } from '../../../renderer/state/workbook.ts'
import { exampleFiles, readJson } from '../../support/workbooks.ts'
import { type FakeProgram, fakeProgram } from '../support/fake-program.ts'

export interface ShownPage {
  readonly program: FakeProgram
  readonly user: ReturnType<typeof userEvent.setup>
  /** What the focused row or control is called. */
  readonly focus: () => string
  /** The texts of the rows in the page, their cells parted by ` | `. */
  readonly rows: () => readonly string[]
  /** The row of the open plan that the window has gone to. */
  readonly gone: () => Promise<string>
}

/** Shows a page over the examples whose names begin so, in a window that is 9000 px high, on 15 June 2027. */
export async function showPage(Page: () => React.ReactNode, ...plans: readonly string[]): Promise<ShownPage> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-06-15T12:00:00') })
  // Nothing has a size in a page that is not drawn.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 9000 })
  const files = exampleFiles.filter((file) => plans.some((name) => file.includes(`/${name}`)))
  const program = fakeProgram(files.map((file) => parseExchange(readJson(file), builtInTemplates)))
  Object.defineProperty(window, 'planvaerk', { configurable: true, value: program.api })
  onTestFinished(() => {
    cleanup()
    vi.useRealTimers()
    useNotice.setState({ notice: null })
  })
  const user = userEvent.setup()
  await act(async () => startProgram())
  function Window() {
    useKeys()
    return <Page />
  }
  render(
    <FluentProvider theme={webLightTheme}>
      <Window />
    </FluentProvider>,
  )
  await waitFor(() => screen.getAllByRole('heading'))
  await settled()
  return { program, user, focus, rows, gone }
}

/** Main answers in a later turn. */
export const settled = (): Promise<void> =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
  })

function focus(): string {
  const { activeElement } = document
  return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
}

const rows = (): readonly string[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent).join(' | '))

async function gone(): Promise<string> {
  await waitFor(() => {
    if (useView.getState().page !== 'plan') throw new Error('no plan is shown')
  })
  await settled()
  const { current } = useView.getState().outline
  return useWorkbook.getState().mirror?.nodes.get(current ?? '')?.title ?? ''
}
