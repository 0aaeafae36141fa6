/**
 * The look of the documents: one grid, one typeface, one accent. Lengths are in twips (1/20 point, 567 a
 * centimetre), sizes of type in half points, as WordprocessingML has them.
 */
const cm = (centimetres: number): number => Math.round(centimetres * 567)

export const page = {
  width: cm(21),
  height: cm(29.7),
  margin: { top: cm(2.4), bottom: cm(2.1), left: cm(2.3), right: cm(2.3), header: cm(1.2), footer: cm(1.1) },
}

export const textWidth = page.width - page.margin.left - page.margin.right
export const landscapeTextWidth = page.height - page.margin.left - page.margin.right

/** Known to the estimator of page numbers and, as Carlito, to LibreOffice. */
export const typeface = 'Calibri'

/** Contrast against white and against the tint is at least 4.5 : 1 for every colour that text is set in. */
export const colour = {
  ink: '1F2A30',
  accent: '1C5566',
  quiet: '52626A',
  link: '1A5A8A',
  tint: 'E6EEF0',
  hairline: 'C2CED2',
}

export const size = { body: 21, cell: 20, small: 17, label: 17 }

/** Height of lines, in 240ths of a line. In tables single: with a multiple the estimator of page numbers stops at a row over two pages. */
export const lines = { prose: 276, cell: 240 }

/** Headings by level, the outermost first; `before` and `after` are the space around them. */
export const headings = [
  { size: 36, before: 480, after: 160, colour: colour.accent },
  { size: 27, before: 360, after: 120, colour: colour.accent },
  { size: 23, before: 280, after: 80, colour: colour.ink },
  { size: size.body, before: 220, after: 60, colour: colour.accent },
] as const

/** The heading of a divider stands a third down its page. */
export const dividerSpace = 4400

/** The title on a page of its own, and the one that text follows. */
export const title = { size: 64, after: 280, least: 600, most: 3600 }
export const flowingTitle = { size: 48, before: 240, after: 80 }
export const subtitle = { size: 28, after: 240 }

/** Lines of the table of contents by level. */
export const contents = [
  { size: size.body, before: 160, after: 40, left: 0 },
  { size: size.body, before: 0, after: 40, left: 300 },
  { size: size.cell, before: 0, after: 30, left: 600 },
] as const

/** Space between capital letters. */
export const spread = { heading: 16, title: 20, organisation: 40, columnName: 14 }

/** Rules instead of boxes, in eighths of a point: a strong one between groups, a fine one between rows. */
export const rule = { fine: 4, strong: 8 }

/** The agreement's table: side label, row label, text. */
export const sheetColumn = { side: cm(1), label: cm(3.2), widestLabel: cm(4.6) }

/** The row labels of the tables with two columns. */
export const labelColumn = cm(4.2)

/** Space below a paragraph, and below an item of a list. */
export const space = { prose: 140, item: 60, cell: 60, cellItem: 40 }

/** Space inside the cells, and inside those of the cover. */
export const cell = { top: 70, bottom: 30, side: 110 }
export const coverCell = { ...cell, top: 110, bottom: 0 }

/** Indent of a list's text at a level, 0 the outermost; its sign hangs before it. */
export const listIndent = { hanging: 284, at: (level: number): number => 284 + level * 340 }

/** How deep Word's lists go; what lies deeper stands on the deepest level. */
export const deepestLevel = 8
