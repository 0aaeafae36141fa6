import { type FileChild, HeadingLevel, Paragraph, type ParagraphChild } from 'docx'
import type { RichText, Paragraph as TextParagraph } from '../../db/model/rich-text/rich-text.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { onlyLine, rowPieces } from './composed.ts'
import { CountedBookmark } from './elements.ts'
import { inlineRuns, plainRun } from './inline.ts'
import { space } from './look.ts'
import { bulletReference } from './numbering.ts'
import { groupTable, overviewTable } from './plain-tables.ts'
import type { Beside, Heading, Item, ReportBlock, ReportRow, Sheet } from './report/report.ts'
import { continuation, paragraphsFrom, prose, richTextPieces } from './rich-text.ts'
import { sheetTable } from './sheet-table.ts'
import { clampedLevel, type Writing } from './writing.ts'

/** Where a block comes to stand. */
export interface Before {
  /** `page`: at the top of a page; `title`: right below the title; `block`: below the block before it. */
  readonly stands: 'page' | 'title' | 'block'
  readonly block: ReportBlock | undefined
}

/** One block of the report as paragraphs and tables of Word. */
export function blockChildren(block: ReportBlock, before: Before, writing: Writing): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block, before, writing)]
    case 'prose':
      return paragraphs(block.text, writing)
    case 'row':
      return rowParagraphs(block, writing, 0)
    case 'run-in':
      return runIn(block, block.text, writing, { style: 'Text' }, 0)
    case 'items':
      return block.items.flatMap((item) => itemParagraphs(item, writing, 0))
    case 'sheet':
      return sheetBlocks(block, before, writing)
    case 'table':
      return [overviewTable(block)]
  }
}

const paragraphs = (text: RichText, writing: Writing): Paragraph[] =>
  paragraphsFrom(richTextPieces(text, writing, prose))

const headingStyles = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const

/** The heading of a divider stands a third down its page; where tables follow at once there is no divider. */
const dividerSpace = 4400

function headingParagraph(heading: Heading, before: Before, writing: Writing): Paragraph {
  const divider = heading.begins === 'divider' && writing.layout === 'skabelon'
  const turns = before.stands === 'block' && heading.begins !== 'flow'
  const onTop = turns || before.stands === 'page'
  return new Paragraph({
    heading: headingStyles[heading.level - 1] ?? HeadingLevel.HEADING_4,
    ...(turns ? { pageBreakBefore: true } : {}),
    ...(divider ? { spacing: { before: dividerSpace } } : onTop ? { spacing: { before: 0 } } : {}),
    children: [
      new CountedBookmark(writing.newBookmark(), [
        ...(heading.number === undefined ? [] : [plainRun(`${heading.number} `)]),
        plainRun(heading.text, 'NodeTitle'),
        ...besideRuns(heading.beside, writing),
      ]),
    ],
  })
}

const besideRuns = (beside: Beside | undefined, writing: Writing): ParagraphChild[] =>
  beside === undefined
    ? []
    : [
        plainRun(beside.sign),
        ...beside.text.flatMap((block) =>
          block.type === 'paragraph' ? inlineRuns(block.content, writing, 'BesideTitle') : [],
        ),
      ]

/** "Label: text", or the label and the list below it. */
function rowParagraphs(row: ReportRow, writing: Writing, level: number): Paragraph[] {
  const [first, ...rest] = row.content
  const label = plainRun(`${row.label}: `, 'RowLabel')
  const only = rest.length === 0 && first !== undefined ? onlyLine(first) : undefined
  const style = level === 0 ? { style: 'Text' } : { style: 'ListContinue', ...continuation(level) }
  if (only !== undefined) return [new Paragraph({ ...style, children: [label, ...only] })]
  const [paragraph, ...blocks] = first?.kind === 'prose' ? first.text : []
  if (paragraph?.type === 'paragraph') {
    const line = new Paragraph({ ...style, children: [label, ...inlineRuns(paragraph.content, writing)] })
    const others = [{ kind: 'prose' as const, text: blocks }, ...rest]
    return [line, ...paragraphsFrom(rowPieces({ ...row, content: others }, writing, prose, level))]
  }
  const line = new Paragraph({
    ...style,
    ...(row.content.length > 0 ? { keepNext: true } : {}),
    spacing: { after: space.item },
    children: [label],
  })
  return [line, ...paragraphsFrom(rowPieces(row, writing, prose, level))]
}

type ParagraphLook = Pick<Extract<ConstructorParameters<typeof Paragraph>[0], object>, 'style' | 'numbering'>

interface Titled {
  readonly title: string
  readonly beside?: Beside
  readonly sign: string
}

/** "Title: text": the title in bold, then the text's first paragraph on the same line. */
function runIn(
  titled: Titled,
  text: RichText,
  writing: Writing,
  look: ParagraphLook,
  level: number,
): Paragraph[] {
  const [first, ...rest] = text
  const inLine: TextParagraph | undefined = first?.type === 'paragraph' ? first : undefined
  const below = inLine === undefined ? text : rest
  const line = new Paragraph({
    ...look,
    ...(inLine === undefined && below.length > 0 ? { keepNext: true } : {}),
    children: [
      plainRun(titled.title, text.length > 0 || look.style === 'Text' ? 'LeadTitle' : 'NodeTitle'),
      ...besideRuns(titled.beside, writing),
      ...(inLine === undefined ? [] : [plainRun(titled.sign), ...inlineRuns(inLine.content, writing)]),
    ],
  })
  return [line, ...paragraphsFrom(richTextPieces(below, writing, prose, level))]
}

function itemParagraphs(item: Item, writing: Writing, level: number): Paragraph[] {
  const numbering = { reference: bulletReference, instance: 0, level: clampedLevel(level), custom: true }
  return [
    ...runIn(item, item.text, writing, { style: 'ListBullet', numbering }, level + 1),
    ...item.rows.flatMap((row) => rowParagraphs(row, writing, level + 1)),
    ...item.items.flatMap((each) => itemParagraphs(each, writing, level + 1)),
  ]
}

/** Each table begins a page; where the layout has headings instead of dividers, the first one follows its heading. */
function sheetBlocks(sheet: Sheet, before: Before, writing: Writing): FileChild[] {
  const follows = writing.layout === 'tilgaengelig' && before.block?.kind === 'heading'
  const heading = new Paragraph({
    heading: headingStyles[sheet.level - 1] ?? HeadingLevel.HEADING_3,
    ...(before.stands !== 'page' && !follows ? { pageBreakBefore: true } : {}),
    ...(follows ? {} : { spacing: { before: 0 } }),
    children: [
      new CountedBookmark(writing.newBookmark(), [
        plainRun(`${sheet.label}: `),
        plainRun(sheet.title, 'NodeTitle'),
      ]),
    ],
  })
  const text = paragraphs(sheet.text, writing)
  if (writing.layout === 'skabelon')
    return [heading, ...text, ...(sheet.groups.length > 0 ? [sheetTable(sheet, writing)] : [])]
  const title = documentTexts.sheetCaption(sheet.label, sheet.title)
  const groups = sheet.groups.flatMap((group) => [
    new Paragraph({ heading: headingStyles[sheet.level] ?? HeadingLevel.HEADING_4, text: group.label }),
    groupTable(group, title, writing),
  ])
  return [heading, ...text, ...groups]
}
