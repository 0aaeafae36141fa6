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

/** The agreement's table: side label, row label, text. */
export const sheetColumn = { side: cm(1), label: cm(3.2), widestLabel: cm(4.6) }

/** The row labels of the tables with two columns. */
export const labelColumn = cm(4.2)

/** Space below a paragraph, and below an item of a list. */
export const space = { prose: 140, item: 60, cell: 60, cellItem: 40 }

/** Space inside the cells. */
export const cell = { top: 70, bottom: 30, side: 110 }

/** Indent of a list's text at a level, 0 the outermost; its sign hangs before it. */
export const listIndent = { hanging: 284, at: (level: number): number => 284 + level * 340 }

/** How deep Word's lists go; what lies deeper stands on the deepest level. */
export const deepestLevel = 8
