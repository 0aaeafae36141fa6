import { accessibilityTexts } from '../../db/model/texts/accessibility.ts'
import { type DocxPackage, type Finding, relationshipsOf } from '../ooxml/docx-package.ts'
import { paragraphProperty, runProperty, type Styles, stylesOf } from '../ooxml/styles.ts'
import { attribute, below, childrenOf, type Element, isOn, textOf } from '../ooxml/xml.ts'
import { backgroundColour, contrast, textColour } from './contrast.ts'

/** Text stands out from its background, is not hidden; lists are real, links say where they lead. */
export function textFindings(docx: DocxPackage, root: Element, part: string): Finding[] {
  const styles = stylesOf(docx)
  const paragraphs = below(root, 'w:p')
  const finding = (kind: string) => (detail: string) => ({ kind, part, detail: detail.slice(0, 80) })
  return [
    ...paragraphs.flatMap((each) => paleTexts(styles, each)).map(finding('low-contrast')),
    ...paragraphs.flatMap((each) => hiddenTexts(styles, each)).map(finding('hidden-text')),
    ...paragraphs
      .filter((each) => isTypedBullet(styles, each))
      .map(textOf)
      .map(finding('typed-bullet')),
    ...muteLinks(docx, root, part).map(finding('mute-link')),
    ...emptyRuns(root).map(finding('empty-paragraphs')),
  ]
}

/** WCAG 2.1 AA for text of any size. */
const leastContrast = 4.5

const runsOf = (paragraph: Element): Element[] =>
  below(paragraph, 'w:r').filter((run) => textOf(run).trim() !== '')

const paleTexts = (styles: Styles, paragraph: Element): string[] =>
  runsOf(paragraph).flatMap((run) => {
    const background = backgroundColour(styles, run, paragraph)
    const colour = textColour(styles, run, paragraph, background)
    const ratio = contrast(colour, background)
    return ratio < leastContrast ? [`${ratio.toFixed(1)} ${colour} on ${background}: ${textOf(run)}`] : []
  })

/** Points, in half points, below which text is there for the machine only. */
const leastSize = 8

const hiddenTexts = (styles: Styles, paragraph: Element): string[] =>
  runsOf(paragraph)
    .filter((run) => {
      const size = attribute(runProperty(styles, run, paragraph, 'w:sz'), 'w:val')
      const tiny = size !== undefined && Number(size) < leastSize
      return tiny || isOn(runProperty(styles, run, paragraph, 'w:vanish'))
    })
    .map(textOf)

/** A bullet that somebody typed, also after a break within the paragraph. */
function isTypedBullet(styles: Styles, paragraph: Element): boolean {
  if (paragraphProperty(styles, paragraph, 'w:numPr') !== undefined) return false
  return /(^|\n)\s*[•·▪◦‣●○■–—*-][ \t\u00A0]/u.test(textOf(paragraph))
}

function muteLinks(docx: DocxPackage, root: Element, part: string): string[] {
  const external = new Set(relationshipsOf(docx, part).flatMap((each) => (each.external ? each.id : [])))
  return below(root, 'w:hyperlink')
    .filter((link) => external.has(attribute(link, 'r:id') ?? ''))
    .map((link) => textOf(link).trim())
    .filter((text) => text === '' || accessibilityTexts.mute.test(text))
}

/** Two or more empty paragraphs in a row are space made of nothing. */
function emptyRuns(root: Element): string[] {
  const holders = [root, ...['w:body', 'w:tc'].flatMap((name) => below(root, name))]
  return holders.flatMap((holder) => {
    const children = childrenOf(holder)
    return children
      .filter((each, index) => isEmptyParagraph(each) && isEmptyParagraph(children[index + 1]))
      .map(() => `in ${holder.nodeName}`)
  })
}

function isEmptyParagraph(element: Element | undefined): boolean {
  if (element?.nodeName !== 'w:p' || textOf(element).trim() !== '') return false
  // A picture, a field, the end of a section or an item's number is something.
  return !['w:drawing', 'w:fldChar', 'w:sectPr', 'w:numPr'].some((name) => below(element, name).length > 0)
}
