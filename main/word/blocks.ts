import { type FileChild, HeadingLevel, Paragraph } from 'docx'
import { dividerSpace } from '../../db/model/report/look.ts'
import type { Heading, ReportBlock, Sheet } from '../../db/model/report/report.ts'
import type { RichText } from '../../db/model/rich-text/rich-text.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { CountedBookmark } from './elements.ts'
import { plainRun } from './inline.ts'
import { besideRuns, itemParagraphs, rowParagraphs, runInParagraphs } from './leads.ts'
import { groupTable, overviewTable } from './plain-tables.ts'
import { paragraphsFrom, prose, richTextPieces } from './rich-text.ts'
import { sheetTable } from './sheet-table.ts'
import type { Writing } from './writing.ts'

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
      return rowParagraphs(block, writing)
    case 'run-in':
      return runInParagraphs(block, writing)
    case 'items':
      return block.items.flatMap((item) => itemParagraphs(item, writing))
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

function headingParagraph(heading: Heading, before: Before, writing: Writing): Paragraph {
  // Where tables follow at once there is no divider.
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
