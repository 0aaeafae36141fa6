import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { act, cleanup, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { onTestFinished } from 'vitest'
import type { OutlineNode, PlanDocument } from '../../../db/model/plan/plan-document.ts'
import { outlineType } from '../../../db/model/template/template.ts'
import { nothingIsCut } from '../../../renderer/outline/clipboard/carried.ts'
import { usePreviewed } from '../../../renderer/outline/clipboard/paste.ts'
import { OutlinePane } from '../../../renderer/outline/outline-pane.tsx'
import { useKeys } from '../../../renderer/shell/keys.ts'
import { childrenOf } from '../../../renderer/state/mirror.ts'
import { openPlan } from '../../../renderer/state/navigate.ts'
import { useNotice } from '../../../renderer/state/notices.ts'
import { startProgram } from '../../../renderer/state/program.ts'
import { useWorkbook } from '../../../renderer/state/workbook.ts'
import { mirrorIn } from '../outline/shorthand.ts'
import { type FakeProgram, fakeProgram } from './fake-program.ts'

/** A plan of an agreement with the outline that the lines show; see `shorthand.ts`. */
export function planIn(lines: string): PlanDocument {
  const mirror = mirrorIn(lines)
  const nodesBelow = (parent: string | null): readonly OutlineNode[] =>
    childrenOf(mirror, parent).flatMap((id) => {
      const node = mirror.nodes.get(id)
      const type = outlineType.safeParse(node?.type)
      if (!node || !type.success) return []
      const titles = (kind: string) =>
        childrenOf(mirror, id).flatMap((child) =>
          mirror.nodes.get(child)?.type === kind ? [{ title: child }] : [],
        )
      return [
        {
          type: type.data,
          title: node.title,
          ...(node.sectionKey === null ? {} : { key: node.sectionKey }),
          fields: {},
          milestones: titles('milestone'),
          indicators: titles('indicator'),
          coordinators: [],
          contributesTo: [],
          realises: [],
          children: nodesBelow(id),
        },
      ]
    })
  return {
    organisation: 'Sundkøbing Kommune',
    template: 'maalaftale',
    title: 'Målaftale',
    period: { from: 2027, to: 2029 },
    unit: 'Center for Børn',
    cover: {},
    case: {},
    status: 'udkast',
    outline: nodesBelow(null),
  }
}

export interface ShownOutline {
  readonly program: FakeProgram
  readonly user: ReturnType<typeof userEvent.setup>
  /** The rows in the page with their levels: two blanks each, `+` before a folded one. */
  readonly rows: () => string
  /** The whole plan as the window knows it. */
  readonly plan: () => string
  readonly row: (title: string) => HTMLElement
  /** Where the focus is: a row's title, or `[text|]` with the caret in a title that is edited. */
  readonly focus: () => string
  readonly selected: () => readonly string[]
  readonly notice: () => string | undefined
  /** Presses keys and waits until the program has answered. */
  readonly press: (...keys: readonly string[]) => Promise<void>
}

function Window() {
  useKeys()
  return <OutlinePane />
}

/** Shows the outline of a plan in a window 20 rows high, with the keys of the program, on a real workbook. */
export async function showOutline(lines: string): Promise<ShownOutline> {
  // Nothing has a size in a page that is not drawn.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 640 })
  // Without it Fluent does not animate.
  Reflect.deleteProperty(Element.prototype, 'animate')
  const program = fakeProgram([planIn(lines)])
  Object.defineProperty(window, 'planvaerk', { configurable: true, value: program.api })
  onTestFinished(() => {
    cleanup()
    nothingIsCut()
    usePreviewed.setState({ previewed: null })
    useNotice.setState({ notice: null })
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
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      await user.keyboard(key)
      await settled()
    }
  }
  return { program, user, rows, plan, row, focus, selected, notice, press }
}

/** Main answers in a later turn. */
export const settled = (): Promise<void> =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
  })

const treeitems = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[role="treeitem"]'),
]

const titleIn = (item: Element): string =>
  item.querySelector('input[data-keys]')?.getAttribute('value') ??
  item.querySelector('[data-part="title"]')?.textContent ??
  ''

const rows = (): string =>
  treeitems()
    .map((item) => {
      const indent = '  '.repeat(Number(item.getAttribute('aria-level')) - 1)
      const sign = item.getAttribute('aria-expanded') === 'false' ? '+ ' : ''
      return `${indent}${sign}${titleIn(item)}`
    })
    .join('\n')

function plan(): string {
  const { mirror } = useWorkbook.getState()
  const lines: string[] = []
  const walk = (parent: string | null, depth: number): void => {
    if (!mirror) return
    for (const id of childrenOf(mirror, parent)) {
      lines.push(`${'  '.repeat(depth)}${mirror.nodes.get(id)?.title}`)
      walk(id, depth + 1)
    }
  }
  walk(null, 0)
  return lines.join('\n')
}

function row(title: string): HTMLElement {
  const found = treeitems().find((item) => titleIn(item) === title)
  if (!found) throw new Error(`no row »${title}«`)
  return found
}

function focus(): string {
  const { activeElement } = document
  if (activeElement instanceof HTMLInputElement) {
    const { value, selectionStart } = activeElement
    const caret = selectionStart ?? 0
    return `[${value.slice(0, caret)}|${value.slice(caret)}]`
  }
  return activeElement?.getAttribute('role') === 'treeitem' ? titleIn(activeElement) : 'elsewhere'
}

const selected = (): readonly string[] =>
  treeitems()
    .filter((item) => item.getAttribute('aria-selected') === 'true')
    .map(titleIn)

const notice = (): string | undefined => useNotice.getState().notice?.text
