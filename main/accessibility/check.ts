import { type DocxPackage, type Finding, partRoot, storyParts } from '../ooxml/docx-package.ts'
import { stylesOf } from '../ooxml/styles.ts'
import { at, attribute, below, childrenOf, type Element, rootOf } from '../ooxml/xml.ts'
import { headingFindings } from './headings.ts'
import { tableFindings } from './tables.ts'
import { textFindings } from './texts.ts'

/**
 * What in a document hinders readers who do not see the page: EN 301 549 clause 10, each requirement as far as a
 * machine can tell (research/docx.md 5), in the document, its headers, footers and notes.
 */
export function accessibilityFindings(docx: DocxPackage): Finding[] {
  return [
    ...titleFindings(docx),
    ...languageFindings(docx),
    ...headingFindings(docx),
    ...storyParts(docx).flatMap((part) => {
      const root = partRoot(docx, part)
      return [...tableFindings(root, part), ...pictureFindings(root, part), ...textFindings(docx, root, part)]
    }),
  ]
}

function titleFindings(docx: DocxPackage): Finding[] {
  const part = 'docProps/core.xml'
  const tree = docx.xml(part)
  const [title] = tree ? childrenOf(rootOf(tree), 'dc:title') : []
  return (title?.textContent ?? '').trim() === '' ? [{ kind: 'no-title', part, detail: '' }] : []
}

function languageFindings(docx: DocxPackage): Finding[] {
  const language = at(stylesOf(docx).defaults, 'w:rPrDefault', 'w:rPr', 'w:lang')
  const value = attribute(language, 'w:val') ?? ''
  return value.startsWith('da') ? [] : [{ kind: 'no-danish', part: 'word/styles.xml', detail: value }]
}

/** Every drawing says what it shows or that it is decoration, and stands in the line of the text. */
function pictureFindings(root: Element, part: string): Finding[] {
  const mute = below(root, 'wp:docPr').filter((each) => {
    const decorative = below(each, 'adec:decorative').some((mark) => attribute(mark, 'val') === '1')
    return !decorative && (attribute(each, 'descr') ?? '').trim() === ''
  })
  const floating = ['wp:anchor', 'w:txbxContent', 'w:framePr', 'w:pict'].flatMap((name) =>
    below(root, name).map(() => ({ kind: 'out-of-line', part, detail: name })),
  )
  return [
    ...mute.map((each) => ({ kind: 'picture-without-text', part, detail: attribute(each, 'name') ?? '' })),
    ...floating,
  ]
}
