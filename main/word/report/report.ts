import type { Indicator, Milestone } from '../../../db/model/plan/plan-document.ts'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'

/**
 * A plan as it stands on paper, as plain data in reading order. Both layouts (`skabelon`, `tilgaengelig`)
 * and the preview are made from it; it knows nothing of Word.
 */
export interface Report {
  readonly properties: ReportProperties
  readonly cover: Cover
  /** Depth of headings in the table of contents; 0 = none. */
  readonly contentsDepth: 0 | 1 | 2 | 3
  /** Title and headings of the first level stand in capitals (a matter of style; the text itself keeps its case). */
  readonly capitals: boolean
  /** Running header: what the document is and whose. */
  readonly header: { readonly left: string; readonly right: string }
  /** Case stamp for the footer, beside the page number: "Sagsnr. 26/1234", "Bilag 1", "Udkast" … */
  readonly stamp: readonly string[]
  readonly body: readonly ReportBlock[]
}

export interface ReportProperties {
  readonly title: string
  readonly subject: string
  readonly organisation: string
  /** `YYYY-MM-DD`: the same plan gives the same bytes, so this is a date of the plan, never today. */
  readonly date: string
}

export interface Cover {
  readonly organisation: string
  readonly title: string
  /** "2026-28"; empty when the title already says it. */
  readonly period: string
  readonly rows: readonly { readonly label: string; readonly text: RichText }[]
}

export type ReportBlock =
  | Heading
  | { readonly kind: 'prose'; readonly text: RichText }
  | Lead
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | Sheet
  | Table
  | { readonly kind: 'milestones'; readonly label: string; readonly milestones: readonly Milestone[] }
  | { readonly kind: 'indicators'; readonly label: string; readonly indicators: readonly Indicator[] }

export interface Heading {
  readonly kind: 'heading'
  /** 1–4, never skipping a level. */
  readonly level: 1 | 2 | 3 | 4
  /** "Bilag 1", "2": set before the text. */
  readonly number?: string
  readonly text: string
  readonly begins: 'page' | 'divider' | 'flow'
}

/** A paragraph that begins with its bold title: "Title: text" or "Ambition: text". */
export interface Lead {
  readonly kind: 'lead'
  readonly title: string
  readonly sign: string
  readonly text: RichText
}

/** An indsats as an item of a list, with its own text, dates and sub-items. */
export interface Item {
  readonly title: string
  readonly text: RichText
  readonly milestones: readonly Milestone[]
  readonly indicators: readonly Indicator[]
  readonly items: readonly Item[]
}

/** The agreement table of one indsats or bidrag, on a page of its own. */
export interface Sheet {
  readonly kind: 'sheet'
  /** "Indsats" or "Bidrag", as the template calls it. */
  readonly label: string
  readonly title: string
  readonly level: 2 | 3 | 4
  readonly groups: readonly SheetGroup[]
}

export interface SheetGroup {
  readonly label: string
  readonly rows: readonly { readonly label: string; readonly content: readonly CellContent[] }[]
}

/** What stands in the cell of a row, in order. Nothing at all is an empty cell. */
export type CellContent =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'coordinators'; readonly names: readonly string[] }
  | { readonly kind: 'prose'; readonly text: RichText }
  | { readonly kind: 'milestones'; readonly milestones: readonly Milestone[] }
  | { readonly kind: 'indicators'; readonly indicators: readonly Indicator[] }

/** A table generated from the outline. The first row is its header. */
export interface Table {
  readonly kind: 'table'
  /** Says what the table shows; its alternative text. */
  readonly caption: string
  readonly landscape: boolean
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}
