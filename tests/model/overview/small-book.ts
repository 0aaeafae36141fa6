import type { OverviewMilestone, OverviewNode, OverviewRows } from '../../../db/model/overview/rows.ts'
import type { LinkRecord, PlanRecord } from '../../../db/model/records.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { rowsOf, ruleOf } from '../../../db/model/template/rules.ts'
import type { OutlineType, Template } from '../../../db/model/template/template.ts'

/** A workbook in small, in which everything is as it should be; ids say what is what. */
export interface Book {
  readonly plans: readonly PlanRecord[]
  readonly rows: OverviewRows
}

export const templates: ReadonlyMap<string, Template> = new Map(
  builtInTemplates.map((template) => [template.key, template]),
)

export const plan = (id: string, template: string, patch: Partial<PlanRecord> = {}): PlanRecord => ({
  id,
  ref: null,
  pos: id,
  template,
  variant: null,
  title: id,
  periodFrom: 2027,
  periodTo: 2029,
  unitId: `unit of ${id}`,
  status: 'udkast',
  caseNumber: null,
  documentNumber: null,
  committee: null,
  meetingDate: null,
  item: null,
  annex: null,
  ...patch,
})

export const node = (
  type: OutlineType,
  id: string,
  planId: string,
  patch: Partial<OverviewNode> = {},
): OverviewNode => ({
  id,
  planId,
  parentId: null,
  type,
  title: id,
  sectionKey: null,
  filled: [],
  indicators: 0,
  milestones: 0,
  ...patch,
})

export const milestone = (
  id: string,
  planId: string,
  parentId: string,
  whenText: string | null,
  responsible: string | null = null,
): OverviewMilestone => ({ id, planId, parentId, title: id, whenText, responsible })

export const link = (fromNode: string, kind: LinkRecord['kind'], to: string): LinkRecord => ({
  id: `${fromNode} ${kind} ${to}`,
  fromNode,
  kind,
  pos: 'a0',
  ...(to.includes('/') ? { toNode: null, toRef: to } : { toNode: to, toRef: null }),
})

const agreementRows = (type: OutlineType): readonly string[] => {
  const agreement = templates.get('maalaftale')
  const rule = agreement && ruleOf(agreement, type)
  return rule ? rowsOf(rule).map(({ key }) => key) : []
}

/** Goals; a centre with an indsats; another centre with a bidrag to it, and a milestone in spring 2028. */
export const soundBook: Book = {
  plans: [plan('goals', 'politisk-grundlag'), plan('north', 'maalaftale'), plan('south', 'maalaftale')],
  rows: {
    nodes: [
      node('goal', 'goal', 'goals'),
      node('section', 'intro', 'north', { sectionKey: 'indledning', filled: ['text'] }),
      node('section', 'role', 'north', { sectionKey: 'koordinerende-rolle' }),
      node('indsats', 'indsats', 'north', {
        parentId: 'role',
        filled: agreementRows('indsats'),
        indicators: 1,
      }),
      node('bidrag', 'bidrag', 'south', { filled: agreementRows('bidrag'), indicators: 1, milestones: 1 }),
    ],
    milestones: [milestone('milestone', 'south', 'bidrag', 'marts 2028', 'Chefen')],
    links: [link('indsats', 'realises', 'goal'), link('bidrag', 'contributesTo', 'indsats')],
    coordinators: [{ nodeId: 'bidrag', unitId: 'unit of north' }],
    statuses: [],
    round: null,
  },
}

/** The book with some of its rows changed. */
export const withRows = (book: Book, patch: Partial<OverviewRows>): Book => ({
  ...book,
  rows: { ...book.rows, ...patch },
})

export const withNode = (book: Book, id: string, patch: Partial<OverviewNode>): Book =>
  withRows(book, { nodes: book.rows.nodes.map((each) => (each.id === id ? { ...each, ...patch } : each)) })

export const withTime = (book: Book, whenText: string | null): Book =>
  withRows(book, { milestones: book.rows.milestones.map((each) => ({ ...each, whenText })) })

export const without = (book: Book, ...linkIds: readonly string[]): Book =>
  withRows(book, { links: book.rows.links.filter(({ id }) => !linkIds.includes(id)) })

export const adding = (book: Book, nodes: readonly OverviewNode[], links: readonly LinkRecord[] = []): Book =>
  withRows(book, { nodes: [...book.rows.nodes, ...nodes], links: [...book.rows.links, ...links] })
