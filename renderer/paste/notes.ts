/** What the proposal says of its own doings; its words stand in `texts/window/paste.ts`. */
export type PasteNote =
  | { readonly kind: 'pictures'; readonly count: number }
  /** Rows that the template does not let stand as deep as they did. */
  | { readonly kind: 'raised'; readonly titles: readonly string[] }
  /** Running text of nodes whose form has none stands in its first row. */
  | { readonly kind: 'text-in-row'; readonly label: string; readonly titles: readonly string[] }
  /** Text that found no place of its own is running text of the node. */
  | { readonly kind: 'kept-as-text'; readonly titles: readonly string[] }
  /** Rows of a pasted form that the template's lacks; they are running text under their labels. */
  | { readonly kind: 'unknown-rows'; readonly labels: readonly string[] }
  | { readonly kind: 'tables-as-text'; readonly count: number }
  /** Titles are plain text. */
  | { readonly kind: 'links-in-titles'; readonly count: number }
  /** Nodes that are of another type here than where they were copied. */
  | { readonly kind: 'retyped'; readonly titles: readonly string[] }
  /** Nothing may stand there. */
  | { readonly kind: 'no-place' }
  | { readonly kind: 'too-many'; readonly count: number; readonly most: number }

/** What placing the blocks found that the finished tree does not show. */
export interface Findings {
  /** Titles of the nodes that got text which stood elsewhere. */
  readonly keptAsText: readonly string[]
  readonly unknownRows: readonly string[]
  readonly linksInTitles: number
}
