import { bodyOf, type DocxPackage, type Finding } from '../ooxml/docx-package.ts'
import { headingLevel, isBold, paragraphStyle, type Styles, styleChain, stylesOf } from '../ooxml/styles.ts'
import { above, below, childrenOf, type Element, textOf } from '../ooxml/xml.ts'

const part = 'word/document.xml'

/** Headings begin at the first level, skip none and say something; what only looks like one is told. */
export function headingFindings(docx: DocxPackage): Finding[] {
  const styles = stylesOf(docx)
  const paragraphs = below(bodyOf(docx), 'w:p')
  const headings = paragraphs.flatMap((paragraph) => {
    const level = headingLevel(styles, paragraph)
    return level === undefined ? [] : [{ level, text: textOf(paragraph).trim() }]
  })
  const empty = headings.filter((heading) => heading.text === '')
  const skipping = headings.filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1)
  const pretended = paragraphs.filter((paragraph) => isPretended(styles, paragraph))
  return [
    ...empty.map(({ level }) => ({ kind: 'empty-heading', part, detail: `level ${level}` })),
    ...skipping.map(({ level, text }) => ({ kind: 'skipped-level', part, detail: `${level}: ${text}` })),
    ...pretended.map((paragraph) => ({ kind: 'bold-instead-of-heading', part, detail: textOf(paragraph) })),
  ]
}

/** Words that a heading is made of; a longer bold paragraph is emphasis. */
const longestHeading = 100

/**
 * A short bold paragraph without a colon that text follows. Not list items, the title of the document, the label
 * of a row (alone in its cell) and what ends in a colon: a lead-in belongs to the text that it leads into.
 */
function isPretended(styles: Styles, paragraph: Element): boolean {
  const text = textOf(paragraph).trim()
  if (text === '' || text.length > longestHeading || /[:.?!]$/.test(text)) return false
  if (headingLevel(styles, paragraph) !== undefined || below(paragraph, 'w:numPr').length > 0) return false
  const names = styleChain(styles, paragraphStyle(paragraph)).map((style) => style.name)
  if (names.some((name) => /^(title|subtitle|caption|toc\b.*|.*label)$/.test(name))) return false
  if (above(paragraph, 'w:sdtContent') !== undefined) return false
  const siblings =
    paragraph.parentNode === null ? [] : childrenOf(above(paragraph, 'w:tc', 'w:body') ?? paragraph, 'w:p')
  const alone = above(paragraph, 'w:tc') !== undefined && siblings.length === 1
  return !alone && isAllBold(styles, paragraph)
}

function isAllBold(styles: Styles, paragraph: Element): boolean {
  const runs = below(paragraph, 'w:r').filter((run) => textOf(run).trim() !== '')
  return runs.length > 0 && runs.every((run) => isBold(styles, run, paragraph))
}
