import * as z from 'zod'

/**
 * A template says what a plan kind is: its cover, its sections, which node types stand where and with which
 * rows, how they look in the document, and the guidance and boilerplate that help the writer. It is data that
 * lies in the workbook; the program knows no plan kind by name.
 */

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const label = z.string().min(1).max(200)
const guidance = z.string().max(2000)

/** The types that stand in the outline. Milestones and indicators hang below a node and are composed into its rows. */
export const outlineType = z.enum(['section', 'theme', 'programme', 'indsats', 'bidrag', 'goal'])
export type OutlineType = z.infer<typeof outlineType>

export const nodeType = z.enum([...outlineType.options, 'milestone', 'indicator'])
export type NodeType = z.infer<typeof nodeType>

/** A row of the form and of the exported table. */
const row = z.strictObject({
  key,
  label,
  guidance,
  /**
   * What fills the cell before the row's own text: the node's title, its coordinators, or the list of its milestones or indicators.
   * A row composed of the title has no text of its own.
   */
  composed: z.enum(['title', 'coordinators', 'milestones', 'indicators']).exactOptional(),
  /** A row that stands in the document only when it holds something; others stand there empty too, as the form prescribes. */
  onlyWhenFilled: z.literal(true).exactOptional(),
  /** The row's text stands on the line of the title, after `titleEnd`: "Title – tagline". */
  besideTitle: z.literal(true).exactOptional(),
})

/** Rows under one side label (in `skabelon` the rotated cell, in `tilgaengelig` a heading). */
const rowGroup = z.strictObject({ label, rows: z.array(row).min(1) })

/**
 * How a node looks in the document:
 * `chapter` heading, text and children; `sheet` the agreement table on a page of its own; `run-in` a paragraph that begins with
 * the bold title; `bullet` an item of a list that begins with the title. Outside `sheet` the side labels are not shown, and a row is
 * its label in bold followed by its content, after the node's running text.
 */
const layout = z.enum(['chapter', 'sheet', 'run-in', 'bullet'])

const nodeRule = z.strictObject({
  label: z.strictObject({ singular: label, plural: label }),
  guidance,
  layout,
  /** Outline types that may stand directly below; the first is the one to offer first. */
  children: z.array(outlineType),
  /** Whether the form asks for running text of its own. Text that is there anyway (from an exchange file) is kept and set before the rows. */
  text: z.boolean(),
  /** Whether milestones and indicators may hang below it. */
  measured: z.boolean(),
  groups: z.array(rowGroup),
  /** The sign between a run-in title and its text or tagline: "Title: text", "Title – tagline". */
  titleEnd: z.string().max(5).exactOptional(),
})

/** A column of a table that is generated from the outline below some sections. */
const overviewColumn = z.strictObject({
  label,
  value: z.enum(['theme', 'programme', 'indsats', 'responsible', 'milestone', 'when', 'status']),
  /** Share of the table's width in percent. */
  width: z.int().min(5).max(90),
  /** A column that is left out, its width shared by the others, when none of its cells holds anything. */
  onlyWhenFilled: z.literal(true).exactOptional(),
})

const overview = z.strictObject({
  /** Keys of the sections whose outline the table lists; empty = the whole plan. */
  of: z.array(key),
  columns: z.array(overviewColumn).min(2).max(7),
  landscape: z.boolean(),
  /**
   * A row for each indsats (responsible and when then gather those of its milestones), or a row for each of its
   * milestones (one row where it has none).
   */
  rowPer: z.enum(['node', 'milestone']),
})

const section = z.strictObject({
  key,
  title: label,
  guidance,
  /** CommonMark subset; what a new plan begins with. */
  boilerplate: z.string().max(20_000).exactOptional(),
  /** Outline types that may stand directly below; the first is the one to offer first. */
  children: z.array(outlineType),
  annex: z.boolean(),
  /** `page` begins a new page, `divider` stands alone on a page, `flow` follows what is before it. */
  begins: z.enum(['page', 'divider', 'flow']),
  /** A table generated from the outline, between the section's own text and what stands below it: always, or when the export asks for tables. */
  overview: overview.exactOptional(),
  overviewWhen: z.enum(['always', 'on-request']).exactOptional(),
  /** Variants whose new plans begin with the section; absent = all. Plans of the other variants may have it too. */
  variants: z.array(key).exactOptional(),
})

const coverRow = z.strictObject({
  key,
  label,
  guidance,
  /** `rich` is CommonMark and is laid out as prose; the others are plain text. */
  kind: z.enum(['text', 'date', 'person', 'unit', 'rich']),
})

const variant = z.strictObject({ key, label, cover: z.array(coverRow) })

const shape = z.strictObject({
  key,
  /** Raised when the built-in template changes. */
  version: z.int().min(1),
  name: label,
  guidance,
  /** Plans of this kind begin with this title. */
  title: label,
  /** Every template has at least one variant; the first is the default. A template with one variant takes no `variant` in exchange files. */
  variants: z.array(variant).min(1),
  /** Outline types that may stand at the top of the outline; the first is the one to offer first. */
  top: z.array(outlineType).min(1),
  sections: z.array(section),
  nodes: z.partialRecord(outlineType, nodeRule),
  document: z.strictObject({
    /** Whether title and cover rows stand on a page of their own; otherwise the text follows them. */
    titlePage: z.boolean(),
    /** Headings of the first level, and the title and labels of the cover, are set in capitals. */
    capitals: z.boolean(),
    /** A table of contents: in both layouts, only in the one for publishing, or in none. */
    contents: z.enum(['always', 'published', 'never']),
    /** Levels of headings in the table of contents. */
    contentsDepth: z.int().min(1).max(3),
    /** Whether sections at the top are numbered 1, 2, 3. Annexes are always "Bilag n". */
    numbered: z.boolean(),
  }),
})

/** The shape, and what must hold across it: keys are unique, and every type that may stand somewhere has a rule. */
export const templateSchema = shape.superRefine((template, context) => {
  const problem = problemOf(template)
  if (problem !== null) context.addIssue({ code: 'custom', message: problem })
})

function problemOf(template: z.infer<typeof shape>): string | null {
  const rules = Object.values(template.nodes)
  const lists: Readonly<Record<string, readonly string[]>> = {
    variants: template.variants.map((variant) => variant.key),
    sections: template.sections.map((section) => section.key),
    ...Object.fromEntries(
      template.variants.map(({ key, cover }) => [`cover of ${key}`, cover.map((row) => row.key)]),
    ),
    ...Object.fromEntries(
      Object.entries(template.nodes).map(([type, { groups }]) => [
        `rows of ${type}`,
        groups.flatMap(({ rows }) => rows.map((row) => row.key)),
      ]),
    ),
  }
  const repeated = Object.entries(lists).find(([, keys]) => new Set(keys).size < keys.length)
  if (repeated) return `a key stands twice in ${repeated[0]}`
  const used = [
    ...template.top,
    ...template.sections.flatMap(({ children }) => children),
    ...rules.flatMap(({ children }) => children),
  ]
  const unruled = used.find((type) => template.nodes[type] === undefined)
  return unruled === undefined ? null : `no rule for ${unruled}`
}

export type Template = z.infer<typeof templateSchema>
export type TemplateVariant = Template['variants'][number]
export type CoverRow = TemplateVariant['cover'][number]
export type SectionRule = Template['sections'][number]
export type NodeRule = z.infer<typeof nodeRule>
export type RowGroup = NodeRule['groups'][number]
export type Row = RowGroup['rows'][number]
export type Overview = NonNullable<SectionRule['overview']>
