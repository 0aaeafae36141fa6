import type { Line, PrintedRun } from './printed-text.ts'

/**
 * A plan as a Word document shows it, in reading order: what `asPrinted` makes of a plan and `readBack` of a
 * document, so that the two can be compared.
 */
export interface PrintedPlan {
  /** Template and variant: `maalaftale/center`. */
  readonly schema: string
  readonly organisation: string
  readonly title: string
  /** "2027-29"; empty where the title says it. */
  readonly period: string
  /** Empty where a row of the cover says it. */
  readonly unit: string
  readonly cover: readonly { readonly label: string; readonly lines: readonly Line[] }[]
  /** Case and status, as the footer has them. */
  readonly stamp: string
  readonly nodes: readonly PrintedNode[]
}

export interface PrintedNode {
  readonly shape: 'chapter' | 'sheet' | 'run-in' | 'item'
  /** Of the heading, 1–4; of an item of a list, from 0. */
  readonly level: number
  /** "Bilag 1:", "2.", or what kind of sheet it is: "Bidrag:". */
  readonly lead: string
  readonly title: string
  /** What stands on the line of the title. */
  readonly beside: readonly PrintedRun[]
  readonly lines: readonly Line[]
  readonly rows: readonly PrintedRow[]
}

export interface PrintedRow {
  /** The side label; empty outside sheets. */
  readonly group: string
  readonly label: string
  /** What is composed into the row, each as its parts that say something. */
  readonly title?: string
  readonly coordinators: readonly string[]
  readonly milestones: readonly Readonly<Record<string, string>>[]
  readonly indicators: readonly Readonly<Record<string, string>>[]
  readonly lines: readonly Line[]
}

/** A plan's nodes while they are gathered in reading order. */
export class PrintedNodes {
  readonly nodes: PrintedNode[] = []

  begin(node: Omit<PrintedNode, 'lines' | 'rows'>): void {
    this.nodes.push({ ...node, lines: [], rows: [] })
  }

  beginRow(row: Pick<PrintedRow, 'group' | 'label'>): void {
    this.change((node) => ({
      ...node,
      rows: [...node.rows, { ...row, coordinators: [], milestones: [], indicators: [], lines: [] }],
    }))
  }

  /** Changes the row that was begun last. */
  changeRow(change: (row: PrintedRow) => PrintedRow): void {
    this.change((node) => ({
      ...node,
      rows: node.rows.map((row, at) => (at === node.rows.length - 1 ? change(row) : row)),
    }))
  }

  /** Text goes on where the page stands: in the last row, or below the title where there is none. */
  addLines(lines: readonly Line[]): void {
    const inRow = (this.nodes.at(-1)?.rows.length ?? 0) > 0
    if (inRow) this.changeRow((row) => ({ ...row, lines: [...row.lines, ...lines] }))
    else this.change((node) => ({ ...node, lines: [...node.lines, ...lines] }))
  }

  /** Text before the first title belongs to a chapter without one. */
  private change(change: (node: PrintedNode) => PrintedNode): void {
    if (this.nodes.length === 0) this.begin({ shape: 'chapter', level: 0, lead: '', title: '', beside: [] })
    const last = this.nodes.at(-1)
    if (last) this.nodes[this.nodes.length - 1] = change(last)
  }
}
