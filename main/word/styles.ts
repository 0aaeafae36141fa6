import {
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx'
import {
  cell,
  colour,
  contents,
  flowingTitle,
  headings,
  lines,
  listIndent,
  size,
  space,
  spread,
  subtitle,
  textWidth,
  title,
  typeface,
} from '../../db/model/report/look.ts'
import { element } from './elements.ts'

/**
 * The styles of the documents. They are also how a reader takes a document of ours apart again, so a name here is a
 * promise. `Skema` among the custom properties holds template and variant (`maalaftale/center`).
 *
 * Character styles, around exactly what the writer typed; signs and words between them are the program's:
 *   NodeTitle, LeadTitle   the title of a node: in its heading, its title row or as an item; before its text
 *   BesideTitle            what stands on the line of the title (a tagline)
 *   RowLabel               a row's label outside tables
 *   Coordinator            one coordinating unit
 *   MilestoneWhen, MilestoneTitle, MilestoneResponsible
 *   IndicatorTitle, IndicatorBaseline, IndicatorTarget, IndicatorUnit, IndicatorWhen
 *     (the unit stands after each value; it is the same one)
 *
 * Paragraph styles (in cells with `Table` before the name):
 *   Milestone, Indicator   one composed milestone or indicator; what follows in other styles is the row's own text
 *   Coordinators           the coordinating units of a node
 *   CoordinatorsText       the same, where the row's own text says just that: it stands once
 *   Text, ListBullet, ListNumber, ListContinue   the text; ListContinue goes on with the item above it, at its indent
 *   TextContinued, LineContinued, WordContinued   goes on with the paragraph before it, which is cut only so that its
 *                          row fits a page; join them with a blank, with a hard break, or with nothing
 *   TableEnd               the empty paragraph that Word wants between a table and the end of its section
 *   SideLabel, CellLabel, HeadLabel   labels of the agreement's tables: turned group label, row label, header row
 *   CoverLabel             label of a row of the cover; Title or FlowingTitle, CoverPeriod (character style) and Subtitle (the
 *                          unit) stand above
 */
export function stylesOf(capitals: boolean): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: typeface, size: size.body, color: colour.ink, language: { value: 'da-DK' } },
        paragraph: { spacing: { line: lines.cell, lineRule, before: 0, after: 0 } },
      },
      hyperlink: { run: { color: colour.link, underline: { type: 'single' } } },
      ...headingStyles(capitals),
    },
    paragraphStyles: [
      ...textStyles,
      ...tableTextStyles,
      ...labelStyles,
      ...coverStyles(capitals),
      ...contentsStyles(capitals),
    ],
    characterStyles,
  }
}

/** The style that the character styles are based on: the library names it but leaves it to Word. */
export const defaultCharacterStyle = element(
  'w:style',
  { 'w:type': 'character', 'w:default': '1', 'w:styleId': 'DefaultParagraphFont' },
  [
    element('w:name', { 'w:val': 'Default Paragraph Font' }),
    element('w:uiPriority', { 'w:val': '1' }),
    element('w:semiHidden'),
  ],
)

function headingStyles(capitals: boolean) {
  const [first, second, third, fourth] = headings
  const spaced = capitals ? { allCaps: true, characterSpacing: spread.heading } : {}
  return {
    heading1: heading(first, 0, spaced),
    heading2: heading(second, 1),
    heading3: heading(third, 2),
    heading4: heading(fourth, 3),
  }
}

const heading = (
  { size, colour: color, before, after }: (typeof headings)[number],
  outlineLevel: number,
  spaced: object = {},
) => ({
  next: 'Text',
  quickFormat: true,
  run: { size, bold: true, color, ...spaced },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true, outlineLevel },
})

const style = (
  id: string,
  name: string,
  basedOn: string,
  look: Pick<IParagraphStyleOptions, 'run' | 'paragraph'>,
): IParagraphStyleOptions => ({ id, name, basedOn, quickFormat: true, ...look })

const lineRule = LineRuleType.AUTO

const textStyles: readonly IParagraphStyleOptions[] = [
  style('Text', 'Body Text', 'Normal', {
    paragraph: { spacing: { line: lines.prose, lineRule, after: space.prose } },
  }),
  style('ListBullet', 'List Bullet', 'Text', { paragraph: { spacing: { after: space.item } } }),
  style('ListNumber', 'List Number', 'Text', { paragraph: { spacing: { after: space.item } } }),
  style('ListContinue', 'List Continue', 'Text', {
    paragraph: { spacing: { after: space.item }, indent: { left: listIndent.at(0) } },
  }),
  style('Coordinators', 'Coordinators', 'Text', {}),
  style('CoordinatorsText', 'Coordinators Text', 'Text', {}),
  style('Milestone', 'Milestone', 'ListBullet', {}),
  style('Indicator', 'Indicator', 'ListBullet', {}),
]

const tableTextStyles: readonly IParagraphStyleOptions[] = [
  style('TableText', 'Table Text', 'Normal', {
    run: { size: size.cell },
    paragraph: { spacing: { line: lines.cell, lineRule, after: space.cell } },
  }),
  style('TableTextContinued', 'Table Text Continued', 'TableText', {}),
  style('TableLineContinued', 'Table Line Continued', 'TableText', {}),
  style('TableWordContinued', 'Table Word Continued', 'TableText', {}),
  style('TableListBullet', 'Table List Bullet', 'TableText', {
    paragraph: { spacing: { after: space.cellItem } },
  }),
  style('TableListNumber', 'Table List Number', 'TableText', {
    paragraph: { spacing: { after: space.cellItem } },
  }),
  style('TableListContinue', 'Table List Continue', 'TableText', {
    paragraph: { spacing: { after: space.cellItem }, indent: { left: listIndent.at(0) } },
  }),
  style('TableCoordinators', 'Table Coordinators', 'TableText', {}),
  style('TableCoordinatorsText', 'Table Coordinators Text', 'TableText', {}),
  style('TableMilestone', 'Table Milestone', 'TableListBullet', {}),
  style('TableIndicator', 'Table Indicator', 'TableListBullet', {}),
]

const labelStyles: readonly IParagraphStyleOptions[] = [
  style('SideLabel', 'Side Label', 'Normal', { run: { size: size.cell, bold: true, color: colour.accent } }),
  style('CellLabel', 'Cell Label', 'Normal', {
    run: { size: size.cell, bold: true, color: colour.accent },
    paragraph: { spacing: { after: cell.top - cell.bottom } },
  }),
  style('HeadLabel', 'Head Label', 'Normal', {
    run: { size: size.label, color: colour.quiet },
    paragraph: { spacing: { after: 40 } },
  }),
  style('TableEnd', 'Table End', 'Normal', {
    run: { size: 2 },
    paragraph: { spacing: { line: 20, lineRule: LineRuleType.EXACT } },
  }),
]

const coverStyles = (capitals: boolean): readonly IParagraphStyleOptions[] => [
  style('CoverOrganisation', 'Cover Organisation', 'Normal', {
    run: { size: 20, color: colour.quiet, allCaps: true, characterSpacing: spread.organisation },
  }),
  style('Title', 'Title', 'Normal', {
    run: {
      size: title.size,
      bold: true,
      color: colour.accent,
      ...(capitals ? { allCaps: true, characterSpacing: spread.title } : {}),
    },
    paragraph: { keepLines: true, spacing: { after: title.after } },
  }),
  style('FlowingTitle', 'Flowing Title', 'Title', {
    run: { size: flowingTitle.size },
    paragraph: { spacing: { before: flowingTitle.before, after: flowingTitle.after } },
  }),
  style('Subtitle', 'Subtitle', 'Normal', {
    run: { size: subtitle.size, color: colour.quiet },
    paragraph: { spacing: { after: subtitle.after } },
  }),
  style('CoverLabel', 'Cover Label', 'Normal', {
    run: {
      size: size.label,
      bold: true,
      color: colour.accent,
      ...(capitals ? { allCaps: true, characterSpacing: spread.title } : {}),
    },
    paragraph: { spacing: { before: 40 } },
  }),
  style('Running', 'header', 'Normal', { run: { size: size.small, color: colour.quiet } }),
]

const contentsStyles = (capitals: boolean): readonly IParagraphStyleOptions[] => [
  style('ContentsHeading', 'TOC Heading', 'Normal', {
    run: {
      size: headings[0].size,
      bold: true,
      color: colour.accent,
      ...(capitals ? { allCaps: true, characterSpacing: spread.heading } : {}),
    },
    paragraph: { keepNext: true, spacing: { before: 0, after: 240 } },
  }),
  style('TOC1', 'toc 1', 'Normal', {
    run: { bold: true, ...(capitals ? { allCaps: true } : {}) },
    paragraph: contentsLine(0),
  }),
  style('TOC2', 'toc 2', 'Normal', { paragraph: contentsLine(1) }),
  style('TOC3', 'toc 3', 'Normal', {
    run: { size: size.cell, color: colour.quiet },
    paragraph: contentsLine(2),
  }),
]

const contentsLine = (level: 0 | 1 | 2) => ({
  spacing: {
    ...(contents[level].before > 0 ? { before: contents[level].before } : {}),
    after: contents[level].after,
  },
  indent: { left: contents[level].left },
  tabStops: [{ type: 'right' as const, position: textWidth, leader: 'dot' as const }],
})

const marks = [
  'NodeTitle',
  'BesideTitle',
  'Coordinator',
  'MilestoneTitle',
  'MilestoneResponsible',
  'IndicatorBaseline',
  'IndicatorTarget',
  'IndicatorUnit',
  'IndicatorWhen',
]

const characterStyles: readonly ICharacterStyleOptions[] = [
  ...marks.map((id) => ({ id, name: spaced(id) })),
  { id: 'LeadTitle', name: 'Lead Title', run: { bold: true } },
  { id: 'RowLabel', name: 'Row Label', run: { bold: true, color: colour.accent } },
  { id: 'MilestoneWhen', name: 'Milestone When', run: { bold: true } },
  { id: 'IndicatorTitle', name: 'Indicator Title', run: { bold: true } },
  { id: 'CoverPeriod', name: 'Cover Period' },
  { id: 'ColumnName', name: 'Column Name', run: { allCaps: true, characterSpacing: spread.columnName } },
  { id: 'RepeatedTitle', name: 'Repeated Title', run: { bold: true, color: colour.accent } },
  { id: 'Repeated', name: 'Repeated', run: { color: colour.quiet } },
]

function spaced(id: string): string {
  return id.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ')
}
