import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ExchangeFile, ExchangeNode } from '../../../db/model/exchange/schema.ts'
import { type Scene, type Story, story } from '../support/story.ts'

/** What each type is called in the agreements' template. */
const labels: Readonly<Record<string, string>> = {
  section: 'Afsnit',
  indsats: 'Indsats',
  bidrag: 'Bidrag',
  indicator: 'Parameter',
  milestone: 'Milepæl',
}

interface Item {
  readonly title: string
  readonly type: string
  readonly below: readonly Item[]
}

const itemOf = ({ title, type, indicators = [], milestones = [], children = [] }: ExchangeNode): Item => ({
  title,
  type,
  below: [
    ...indicators.map((part) => ({ title: part.title, type: 'indicator', below: [] })),
    ...milestones.map((part) => ({ title: part.title, type: 'milestone', below: [] })),
    ...children.map(itemOf),
  ],
})

interface Expected {
  /** Titles of rows that are folded. */
  readonly folded?: readonly string[]
  /** Titles of rows that are selected; they stand once in the plan. */
  readonly selected: readonly string[]
}

/** How the plan must be told: a line a row, with its level, its place among its siblings, and its state. */
function toldPlan({ plan }: ExchangeFile, { folded = [], selected }: Expected): readonly string[] {
  const lines = (items: readonly Item[], level: number): readonly string[] =>
    items.flatMap(({ title, type, below }, index) => {
      const isFolded = folded.includes(title)
      const states = [
        ...(below.length === 0 ? [] : [isFolded ? 'folded' : 'open']),
        ...(selected.includes(title) ? ['selected'] : []),
      ]
      const line = [`${level}: ${index + 1} of ${items.length}`, `${title}, ${labels[type]}`, ...states]
      return [line.join(' | '), ...(isFolded ? [] : lines(below, level + 1))]
    })
  return lines(plan.outline.map(itemOf), 1)
}

/** How a screen reader is told of the rows, from the first to the last, scrolling as far as there are more. */
async function toldRows(page: Page): Promise<readonly string[]> {
  const told = await page.getByRole('tree').evaluate(async (tree) => {
    const rows = new Map<string, { readonly top: number; readonly line: string }>()
    const read = (row: Element) => {
      const of = (name: string) => row.getAttribute(`aria-${name}`)
      const name = of('label') ?? row.textContent ?? ''
      const words = /^(.*?, (?:Afsnit|Indsats|Bidrag|Parameter|Milepæl))(?:, .*)?$/.exec(name)?.[1] ?? name
      const state = { true: ['open'], false: ['folded'] }[of('expanded') ?? ''] ?? []
      const states = [...state, ...(of('selected') === 'true' ? ['selected'] : [])]
      const line = [`${of('level')}: ${of('posinset')} of ${of('setsize')}`, words, ...states].join(' | ')
      const top = row.getBoundingClientRect().top + tree.scrollTop
      rows.set(row.getAttribute('data-row') ?? '', { top, line })
    }
    tree.scrollTop = 0
    for (let before = -1; before !== tree.scrollTop; ) {
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      for (const row of tree.querySelectorAll('[role="treeitem"]')) read(row)
      before = tree.scrollTop
      tree.scrollTop += tree.clientHeight / 2
    }
    return [...rows.values()].toSorted((a, b) => a.top - b.top).map(({ line }) => line)
  })
  return told
}

/** Goes to a row that may be scrolled out of view. */
async function jumpTo({ page, press, row, focused }: Scene, title: string): Promise<void> {
  await press('Control+j')
  await page.getByRole('combobox', { name: 'Skriv en del af titlen' }).fill(title)
  await page.getByRole('option').filter({ hasText: title }).first().waitFor()
  await press('Enter')
  await focused(row(title))
}

async function begin(): Promise<{ readonly tale: Story; readonly scene: Scene }> {
  const tale = story({ plans: ['03'] })
  const scene = await tale.start({ viewport: { width: 1024, height: 640 } })
  await scene.open('Målaftale')
  return { tale, scene }
}

const planOf = (tale: Story): ExchangeFile => {
  const [plan] = tale.plans()
  if (!plan) throw new Error('The file has no plan')
  return plan
}

test('the tree tells every row of the plan, also those that are scrolled into view', async () => {
  const { tale, scene } = await begin()
  const told = await toldRows(scene.page)
  expect(told.length).toBeGreaterThan(80)
  expect(told).toEqual(toldPlan(planOf(tale), { selected: ['Formål'] }))
})

test('the tree tells it rightly after rows were moved, folded, deleted and selected', async () => {
  const { tale, scene } = await begin()
  const { press, saved, page } = scene
  await jumpTo(scene, 'Mellemformer i skolen')
  await press('Alt+Shift+ArrowUp')
  await jumpTo(scene, 'Sprog fra start')
  await press('Control+ArrowUp')
  await jumpTo(scene, 'Overgang til ungdomsuddannelse')
  await press('Delete')
  await jumpTo(scene, 'Indledning')
  await press('Shift+ArrowUp')
  await saved()
  expect(await toldRows(page)).toEqual(
    toldPlan(planOf(tale), { folded: ['Sprog fra start'], selected: ['Principper', 'Indledning'] }),
  )
})

test('a row tells its badges after its name, and what is typed in it becomes its name', async () => {
  const { scene } = await begin()
  const { press, type, page } = scene
  await jumpTo(scene, 'Mellemformer i skolen')
  await page.getByRole('treeitem', { name: /^Mellemformer i skolen ?, Indsats ?, august 2027$/ }).waitFor()
  await press('F2')
  await page.getByRole('textbox', { name: 'Titel på indsats' }).waitFor()
  await press('Control+a')
  await type('Mellemformer for alle')
  await press('Escape')
  await page.getByRole('treeitem', { name: /^Mellemformer for alle ?, Indsats/ }).waitFor()
})
