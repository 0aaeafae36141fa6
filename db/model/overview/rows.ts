import type { Records } from '../records.ts'
import type { NodeType, OutlineType } from '../template/template.ts'

/** What the pages over all plans are made of: the outline of the whole workbook without its texts. */
export interface OverviewRows {
  /** In order of position among siblings; milestones and indicators are not among them. */
  readonly nodes: readonly OverviewNode[]
  /** In order of position among siblings. */
  readonly milestones: readonly OverviewMilestone[]
  /** In order of position. */
  readonly links: readonly Records['link'][]
  readonly coordinators: readonly OverviewCoordinator[]
  /** Of the latest round of follow-up. */
  readonly statuses: readonly OverviewStatus[]
  /** The latest; null while there was none. */
  readonly round: Records['round'] | null
}

export interface OverviewNode {
  readonly id: string
  readonly planId: string
  /** null = top of the outline */
  readonly parentId: string | null
  readonly type: OutlineType
  readonly title: string
  readonly sectionKey: string | null
  /** Keys of the rows that hold text, `text` for the running text. */
  readonly filled: readonly string[]
  /** How many hang directly below it. */
  readonly indicators: number
  readonly milestones: number
}

export interface OverviewMilestone {
  readonly id: string
  readonly planId: string
  readonly parentId: string | null
  readonly title: string
  readonly whenText: string | null
  readonly responsible: string | null
}

export type OverviewCoordinator = Pick<Records['coordinator'], 'nodeId' | 'unitId'>
export type OverviewStatus = Pick<Records['status'], 'nodeId' | 'light'>
export type Light = Records['status']['light']

/** What stands in a list of a page: a node of the outline, or a milestone below one. */
export interface OverviewPart {
  readonly id: string
  readonly planId: string
  readonly parentId: string | null
  readonly type: NodeType
  readonly title: string
}
