import type { Indicator, Milestone } from '../plan/plan-document.ts'
import type { RichText } from '../rich-text/rich-text.ts'

/**
 * A plan as it stands on paper, as plain data in reading order. Both layouts (`skabelon`, `tilgaengelig`)
 * and the preview are made from it; it knows nothing of Word.
 */
export interface Report {
  readonly properties: ReportProperties
  readonly cover: Cover
  /** Depth of headings in the table of contents; 0 = none. */
  readonly contentsDepth: 0 | 1 | 2 | 3
  /** The contents stand only in the layout for publishing; the form itself has none. */
  readonly contentsWhenPublished: boolean
  /** Title, headings of the first level and labels of the cover stand in capitals (a matter of style; the text itself keeps its case). */
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
  /** Template and variant, so that the program knows its own documents: `maalaftale/center`. */
  readonly schema: string
  /** `YYYY-MM-DD`: the same plan gives the same bytes, so this is a date of the plan, never today. */
  readonly date: string
}

export interface Cover {
  /** Whether it stands on a page of its own. */
  readonly ownPage: boolean
  readonly organisation: string
  readonly title: string
  /** "2026-28"; empty when the title already says it. */
  readonly period: string
  /** Whose plan it is; empty when a row says it. */
  readonly unit: string
  readonly rows: readonly CoverLine[]
}

export interface CoverLine {
  /** Key of the cover's row; a document that is no plan has none. */
  readonly key?: string
  readonly label: string
  readonly text: RichText
}

/** Where in the plan a block was written, so that a reader of the page can go there. What the program adds has none. */
export interface ReportPlace {
  /** Indices from the top of the plan's outline down to the node. */
  readonly path: readonly number[]
  /** Key of the row, or `text` for the running text; absent = the node itself. */
  readonly key?: string
}

export type ReportBlock = Heading | Prose | RowBlock | RunIn | ItemList | Sheet | Table

export interface Heading {
  readonly kind: 'heading'
  readonly at?: ReportPlace
  /** 1–4, never skipping a level. */
  readonly level: 1 | 2 | 3 | 4
  /** "Bilag 1:", "2.": set before the text. */
  readonly number?: string
  readonly text: string
  /** What stands on the same line: " – sammen om de små". */
  readonly beside?: Beside
  readonly begins: 'page' | 'divider' | 'flow'
}

/** A row's text on the line of the title, after the sign. */
export interface Beside {
  readonly sign: string
  readonly text: RichText
}

export interface Prose {
  readonly kind: 'prose'
  readonly at?: ReportPlace
  readonly text: RichText
}

/** A row outside a table: its label in bold, followed by its content. */
export interface RowBlock extends ReportRow {
  readonly kind: 'row'
}

/** A paragraph that begins with its bold title: "Title: text". */
export interface RunIn {
  readonly kind: 'run-in'
  readonly at?: ReportPlace
  readonly title: string
  readonly beside?: Beside
  /** Between the title and the text. */
  readonly sign: string
  readonly text: RichText
}

export interface ItemList {
  readonly kind: 'items'
  readonly items: readonly Item[]
}

/** A node as an item of a list, with its own text, rows and sub-items. */
export interface Item {
  readonly at?: ReportPlace
  readonly title: string
  readonly beside?: Beside
  /** Between the title and the text. */
  readonly sign: string
  readonly text: RichText
  readonly rows: readonly ReportRow[]
  readonly items: readonly Item[]
}

/** The agreement table of one node, on a page of its own. */
export interface Sheet {
  readonly kind: 'sheet'
  readonly at?: ReportPlace
  /** "Indsats" or "Bidrag", as the template calls it. */
  readonly label: string
  readonly title: string
  readonly level: 1 | 2 | 3
  /** Running text between the heading and the table; the forms that ship have none. */
  readonly text: RichText
  readonly groups: readonly SheetGroup[]
}

export interface SheetGroup {
  readonly label: string
  readonly rows: readonly ReportRow[]
}

export interface ReportRow {
  readonly at?: ReportPlace
  readonly label: string
  /** In order. Nothing at all is an empty cell. */
  readonly content: readonly RowContent[]
}

export type RowContent =
  | { readonly kind: 'title'; readonly text: string }
  /** `alsoText`: the row's own text says just this, so it is not said twice. */
  | { readonly kind: 'coordinators'; readonly names: readonly string[]; readonly alsoText?: true }
  | { readonly kind: 'prose'; readonly text: RichText }
  | { readonly kind: 'milestones'; readonly milestones: readonly Milestone[] }
  | { readonly kind: 'indicators'; readonly indicators: readonly Indicator[] }

/** A table generated from the outline. */
export interface Table {
  readonly kind: 'table'
  /** Says what the table shows; its alternative text. */
  readonly caption: string
  readonly landscape: boolean
  /** Widths are shares; they add up to 100. */
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}
