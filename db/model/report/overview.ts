import type { Milestone, OutlineNode, PlanDocument } from '../plan/plan-document.ts'
import type { Overview } from '../template/template.ts'
import { documentTexts } from '../texts/documents.ts'
import { printable } from './printable.ts'
import type { Table } from './report.ts'

type Column = Overview['columns'][number]

/** One line of the table: an indsats where it stands, and one of its milestones or all of them. */
interface Entry {
  readonly themes: readonly string[]
  readonly programme: string
  readonly indsats: string
  readonly milestones: readonly Milestone[]
}

/** The table of a section, generated from the outline; undefined where there is nothing to list. */
export function overviewOf(plan: PlanDocument, overview: Overview, title: string): Table | undefined {
  const roots = plan.outline.filter(
    (node) => overview.of.length === 0 || (node.key !== undefined && overview.of.includes(node.key)),
  )
  const entries = roots
    .flatMap((root) => entriesBelow(root, { themes: [], programme: '', indsats: '', milestones: [] }))
    .flatMap((entry) => (overview.rowPer === 'milestone' ? perMilestone(entry) : [entry]))
    .filter((entry) => overview.columns.some((column) => printable(value(entry, column)).trim() !== ''))
  if (entries.length === 0) return undefined
  const columns = overview.columns.filter(
    (column) => !column.onlyWhenFilled || entries.some((entry) => value(entry, column) !== ''),
  )
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  return {
    kind: 'table',
    caption: documentTexts.overviewCaption(title),
    landscape: overview.landscape,
    columns: columns.map(({ label, width }) => ({ label, width: (width / total) * 100 })),
    rows: entries.map((entry) => columns.map((column) => value(entry, column))),
  }
}

/** Themes and programmes without an indsats below are listed too: the table shows the whole plan. */
function entriesBelow(node: OutlineNode, above: Entry): Entry[] {
  const here = within(node, above)
  const below = node.children.flatMap((child) => entriesBelow(child, here))
  const stands = node.type === 'indsats' || node.type === 'bidrag' || node.milestones.length > 0
  const empty = (node.type === 'theme' || node.type === 'programme') && below.length === 0
  return stands || empty ? [{ ...here, milestones: node.milestones }, ...below] : below
}

function within(node: OutlineNode, above: Entry): Entry {
  switch (node.type) {
    case 'theme':
      return { ...above, themes: [...above.themes, node.title], programme: '' }
    case 'programme':
      return { ...above, programme: node.title }
    case 'indsats':
    case 'bidrag':
      return { ...above, indsats: node.title }
    default:
      return above
  }
}

const perMilestone = (entry: Entry): Entry[] =>
  entry.milestones.length === 0
    ? [entry]
    : entry.milestones.map((milestone) => ({ ...entry, milestones: [milestone] }))

function value(entry: Entry, { value: of }: Column): string {
  switch (of) {
    case 'theme':
      return entry.themes.join(' / ')
    case 'programme':
      return entry.programme
    case 'indsats':
      return entry.indsats
    case 'milestone':
      return distinct(entry.milestones.map((milestone) => milestone.title))
    case 'responsible':
      return distinct(entry.milestones.map((milestone) => milestone.responsible))
    case 'when':
      return distinct(entry.milestones.map((milestone) => milestone.when))
    case 'status':
      // A plan carries no follow-up: the column is there to be written in at the meeting.
      return ''
  }
}

const distinct = (values: readonly (string | undefined)[]): string =>
  [...new Set(values.filter((each) => each !== undefined && each !== ''))].join('; ')

/** Whether the cell says again what stands above it: then it is set quietly, but it is there for every reader. */
export const repeatsAbove = (
  row: readonly string[],
  above: readonly string[] | undefined,
  column: number,
): boolean =>
  column < row.length - 1 && row.slice(0, column + 1).every((text, index) => text === above?.[index])
