import { ConcreteHyperlink, type FileChild, PageReference, Paragraph, Run, Tab } from 'docx'
import { headingTitle, sheetTitle } from '../../db/model/report/one-line.ts'
import type { Heading, ReportBlock, Sheet } from '../../db/model/report/report.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { ContentsControl, element } from './elements.ts'
import { plainRun } from './inline.ts'
import { bookmarkName } from './writing.ts'

/** A line of the table of contents. */
interface Entry {
  readonly level: number
  readonly text: string
  readonly bookmark: string
}

/**
 * The table of contents with its entries, as Word writes it: a field whose result is there, so that it is right
 * before anyone updates it. Page numbers are filled in afterwards; where they cannot be, `leftToWord` marks the
 * field so that Word works them out when it opens the document.
 */
export function contentsBlocks(
  body: readonly ReportBlock[],
  depth: number,
  ownPage: boolean,
  leftToWord: boolean,
): FileChild[] {
  const entries = entriesOf(body).filter((entry) => entry.level <= depth)
  const heading = new Paragraph({
    style: 'ContentsHeading',
    ...(ownPage ? { pageBreakBefore: true } : {}),
    children: [plainRun(documentTexts.contents)],
  })
  const lines = entries.map((entry, index) =>
    line(entry, {
      before: index === 0 ? fieldBegin(depth, leftToWord) : [],
      after: index === entries.length - 1 ? [fieldCharacter('end')] : [],
    }),
  )
  return entries.length === 0 ? [] : [new ContentsControl(documentTexts.contents, [heading, ...lines])]
}

/** Bookmarks are counted over all headings in the order of the document, as the headings themselves count them. */
function entriesOf(body: readonly ReportBlock[]): Entry[] {
  return body
    .filter((block): block is Heading | Sheet => block.kind === 'heading' || block.kind === 'sheet')
    .map((block, index) => ({
      level: block.level,
      text: block.kind === 'heading' ? headingTitle(block) : sheetTitle(block),
      bookmark: bookmarkName(index + 1),
    }))
}

interface Ends {
  readonly before: readonly Run[]
  readonly after: readonly Run[]
}

const line = ({ level, text, bookmark }: Entry, { before, after }: Ends): Paragraph =>
  new Paragraph({
    style: `TOC${level}`,
    children: [
      ...before,
      new ConcreteHyperlink(
        [
          plainRun(text),
          new Run({ children: [new Tab()] }),
          new PageReference(bookmark, { hyperlink: true }),
        ],
        '',
        bookmark,
      ),
      ...after,
    ],
  })

const fieldBegin = (depth: number, dirty: boolean): Run[] => [
  fieldCharacter('begin', dirty),
  new Run({
    children: [element('w:instrText', { 'xml:space': 'preserve' }, [` TOC \\o "1-${depth}" \\h \\z \\u `])],
  }),
  fieldCharacter('separate'),
]

const fieldCharacter = (type: 'begin' | 'separate' | 'end', dirty = false): Run =>
  new Run({
    children: [element('w:fldChar', { 'w:fldCharType': type, ...(dirty ? { 'w:dirty': 'true' } : {}) })],
  })
