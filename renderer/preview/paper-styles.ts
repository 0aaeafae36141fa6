import { makeStyles, tokens } from '@fluentui/react-components'
import {
  cell,
  colour,
  contents,
  coverCell,
  dividerSpace,
  flowingTitle,
  headings,
  lines,
  listIndent,
  page,
  rule,
  sheetColumn,
  size,
  space,
  spread,
  subtitle,
  title,
  typeface,
} from '../../db/model/report/look.ts'
import { accent, ink, quiet } from './paper-colours.ts'
import { eighths, halfPoints, twips } from './units.ts'

/** The typeface's own height of a line, of which `lines` are 240ths. */
const single = 1.2207
const lineHeight = (of: number): string => `${(single * of) / 240}`

const fineRule = `${eighths(rule.fine)} solid var(--paper-hairline)`
const strongRule = `${eighths(rule.strong)} solid var(--paper-accent)`

/** So far before the text stands the bar that shows where the user is, in twips. */
const bar = 240

/** The paper's edges take nothing of its width. */
const withEdges = (width: number): string => `calc(${twips(width)} + 2px)`

const heading = (level: 0 | 1 | 2 | 3) => ({
  fontSize: halfPoints(headings[level].size),
  marginTop: twips(headings[level].before),
  marginBottom: twips(headings[level].after),
  color: headings[level].colour === colour.ink ? ink : accent,
})

const contentsLine = (level: 0 | 1 | 2) => ({
  fontSize: halfPoints(contents[level].size),
  marginTop: twips(contents[level].before),
  marginBottom: twips(contents[level].after),
  marginLeft: twips(contents[level].left),
})

/** The paper: page, running lines, and everything that stands on it, by the measures of the Word document. */
export const usePaperStyles = makeStyles({
  paper: {
    '--bar': twips(-bar),
    boxSizing: 'border-box',
    position: 'relative',
    // As in Word, the larger one of two spaces between paragraphs counts.
    display: 'flow-root',
    marginLeft: 'auto',
    marginRight: 'auto',
    width: withEdges(page.width),
    paddingLeft: twips(page.margin.left),
    paddingRight: twips(page.margin.right),
    backgroundColor: 'var(--paper-white)',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderTopStyle: 'none',
    borderBottomStyle: 'none',
    color: ink,
    fontFamily: `${typeface}, Carlito, 'Segoe UI', 'Liberation Sans', sans-serif`,
    fontSize: halfPoints(size.body),
    lineHeight: lineHeight(lines.prose),
    textAlign: 'left',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    hyphens: 'manual',
    // Word neither kerns nor ties letters unless it is told to.
    fontKerning: 'none',
    fontVariantLigatures: 'none',
    // Lines end at the same words however large the page is shown.
    textRendering: 'geometricPrecision',
  },
  opens: { paddingTop: twips(page.margin.top), borderTopStyle: 'solid' },
  closes: { paddingBottom: twips(page.margin.bottom), borderBottomStyle: 'solid' },
  whole: { minHeight: twips(page.height), boxShadow: tokens.shadow4 },
  /** As wide in the pane as the others, so that nothing is scrolled sideways. */
  landscape: { width: withEdges(page.height), zoom: page.width / page.height },
  wholeLandscape: { minHeight: twips(page.width) },

  header: {
    position: 'absolute',
    top: twips(page.margin.header),
    left: twips(page.margin.left),
    right: twips(page.margin.right),
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: '12pt',
    fontSize: halfPoints(size.small),
    lineHeight: lineHeight(lines.cell),
    color: quiet,
  },
  footer: {
    position: 'absolute',
    bottom: twips(page.margin.footer),
    left: twips(page.margin.left),
    right: twips(page.margin.right),
    fontSize: halfPoints(size.small),
    lineHeight: lineHeight(lines.cell),
    color: quiet,
  },

  heading: { margin: '0', fontWeight: 'bold', lineHeight: lineHeight(lines.cell) },
  heading1: heading(0),
  heading2: heading(1),
  heading3: heading(2),
  heading4: heading(3),
  /** A heading of the first level, the title and the labels of the cover, where the form sets them so. */
  capitals: { textTransform: 'uppercase', letterSpacing: twips(spread.heading) },
  onTop: { marginTop: '0' },
  divider: { marginTop: twips(dividerSpace) },

  text: { margin: `0 0 ${twips(space.prose)}` },
  item: { margin: `0 0 ${twips(space.item)}`, minHeight: '1lh' },
  cellText: { margin: `0 0 ${twips(space.cell)}` },
  cellItem: { margin: `0 0 ${twips(space.cellItem)}`, minHeight: '1lh' },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  innerList: { marginLeft: twips(listIndent.at(1) - listIndent.at(0) - listIndent.hanging) },
  /** What follows a list keeps the distance of a paragraph. */
  closedList: { marginBottom: twips(space.prose) },
  closedCellList: { marginBottom: twips(space.cell) },
  listItem: {
    '--bar': twips(-bar - listIndent.hanging),
    position: 'relative',
    paddingLeft: twips(listIndent.hanging),
    '::before': { content: 'attr(data-sign)', position: 'absolute', left: '0', color: accent },
  },
  link: { color: 'var(--paper-link)', textDecorationLine: 'underline' },
  bold: { fontWeight: 'bold' },
  label: { fontWeight: 'bold', color: accent },
  quiet: { color: quiet },

  organisation: {
    margin: '0',
    fontSize: '10pt',
    lineHeight: lineHeight(lines.cell),
    color: quiet,
    textTransform: 'uppercase',
    letterSpacing: twips(spread.organisation),
  },
  title: {
    margin: `0 0 ${twips(title.after)}`,
    fontSize: halfPoints(title.size),
    lineHeight: lineHeight(lines.cell),
    fontWeight: 'bold',
    color: accent,
  },
  flowingTitle: {
    fontSize: halfPoints(flowingTitle.size),
    marginTop: twips(flowingTitle.before),
    marginBottom: twips(flowingTitle.after),
  },
  subtitle: {
    margin: `0 0 ${twips(subtitle.after)}`,
    fontSize: halfPoints(subtitle.size),
    lineHeight: lineHeight(lines.cell),
    color: quiet,
  },

  contentsHeading: { ...heading(0), marginTop: '0', marginBottom: twips(240) },
  contentsLine: { lineHeight: lineHeight(lines.cell) },
  contents1: { ...contentsLine(0), fontWeight: 'bold' },
  uppercase: { textTransform: 'uppercase' },
  contents2: contentsLine(1),
  contents3: { ...contentsLine(2), color: quiet },

  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    borderBottom: strongRule,
    fontSize: halfPoints(size.cell),
    lineHeight: lineHeight(lines.cell),
  },
  /**
   * A table whose rows have a label each, as a stack of grids: the browser holds on to what is read in one, which it does
   * not in a table with cells over several rows.
   */
  rows: { display: 'block' },
  group: { display: 'block', position: 'relative' },
  groupOpens: { borderTop: strongRule },
  row: { display: 'grid', '& + &': { borderTop: fineRule } },
  withSideLabels: { '--bar': twips(-bar - sheetColumn.side) },
  besideLabel: { paddingLeft: twips(sheetColumn.side) },
  headCell: {
    padding: `${twips(cell.top)} ${twips(cell.side)} ${twips(cell.bottom + 40)}`,
    alignContent: 'end',
    verticalAlign: 'bottom',
    textAlign: 'left',
    fontWeight: 'normal',
    fontSize: halfPoints(size.label),
    color: quiet,
  },
  columnName: { textTransform: 'uppercase', letterSpacing: twips(spread.columnName) },
  cell: {
    display: 'block',
    padding: `${twips(cell.top)} ${twips(cell.side)} ${twips(cell.bottom)}`,
    textAlign: 'left',
    fontWeight: 'normal',
  },
  overviewCell: { display: 'table-cell', borderTop: fineRule, verticalAlign: 'top' },
  centred: { alignContent: 'center' },
  cellLabel: { paddingBottom: twips(cell.top), fontWeight: 'bold', color: accent },
  /** The turned label: it reads upwards and stands at the top of its group. */
  sideCell: {
    position: 'absolute',
    top: '0',
    bottom: '0',
    left: '0',
    width: twips(sheetColumn.side),
    boxSizing: 'border-box',
    padding: `${twips(cell.top)} 0`,
    backgroundColor: 'var(--paper-tint)',
    writingMode: 'sideways-lr',
    textAlign: 'end',
    alignContent: 'center',
    fontWeight: 'bold',
    color: accent,
  },
  coverCell: {
    padding: `${twips(coverCell.top)} ${twips(coverCell.side)} ${twips(coverCell.bottom)}`,
    fontSize: halfPoints(size.body),
    lineHeight: lineHeight(lines.prose),
    '& > :last-child': { minHeight: '1lh' },
  },
  coverLabel: {
    paddingTop: twips(coverCell.top + 40),
    fontSize: halfPoints(size.label),
    lineHeight: lineHeight(lines.cell),
    fontWeight: 'bold',
    color: accent,
  },
  coverCapitals: { textTransform: 'uppercase', letterSpacing: twips(spread.title) },
})

export type PaperStyles = ReturnType<typeof usePaperStyles>
