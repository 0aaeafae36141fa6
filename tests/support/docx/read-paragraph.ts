import { type DocxPackage, relationshipsOf } from '../../../main/ooxml/docx-package.ts'
import { paragraphProperty, paragraphStyle, type Styles, stylesOf } from '../../../main/ooxml/styles.ts'
import { at, attribute, childrenOf, type Element, isOn, textOf, val } from '../../../main/ooxml/xml.ts'
import { listCounter } from './numbering.ts'
import { joined, type PrintedRun } from './printed-text.ts'

/** A paragraph of a document of ours, taken apart. */
export interface ReadParagraph {
  /** Id of its style without the `Table` that it has in cells. */
  readonly style: string
  /** How far it is set in, in levels of lists; 0 is the margin. */
  readonly level: number
  /** "•" for any bullet, "3." for a number, nothing outside lists. */
  readonly sign: string
  readonly parts: readonly ReadPart[]
}

/** A stretch of text in one character style. */
export interface ReadPart extends PrintedRun {
  readonly style?: string
}

/** Reads the paragraphs of the main part; call it for each in document order, since lists are counted. */
export function paragraphReader(docx: DocxPackage): (paragraph: Element) => ReadParagraph {
  const styles = stylesOf(docx)
  const sign = listCounter(docx, styles)
  const addresses = new Map(relationshipsOf(docx, 'word/document.xml').map(({ id, target }) => [id, target]))
  return (paragraph) => {
    const list = sign(paragraph)
    return {
      style: (paragraphStyle(paragraph) ?? '').replace(/^Table(?=[A-Z])(?!End)/, ''),
      level: list?.level ?? indentLevel(styles, paragraph),
      sign: list === undefined ? '' : list.format === 'bullet' ? '•' : list.sign,
      parts: partsOf(paragraph, addresses),
    }
  }
}

/** Text below an item is set in as the item's text is: 0.5 cm, and 0.6 cm more for each level. */
function indentLevel(styles: Styles, paragraph: Element): number {
  const left = Number(attribute(paragraphProperty(styles, paragraph, 'w:ind'), 'w:left') ?? 0)
  return left === 0 ? 0 : Math.round((left - 284) / 340) + 1
}

function partsOf(holder: Element, addresses: ReadonlyMap<string, string>, link?: string): ReadPart[] {
  return childrenOf(holder).flatMap((child): ReadPart[] => {
    if (child.nodeName === 'w:hyperlink') {
      return partsOf(child, addresses, addresses.get(attribute(child, 'r:id') ?? ''))
    }
    if (child.nodeName !== 'w:r') return []
    const properties = at(child, 'w:rPr')
    const style = val(at(properties, 'w:rStyle'))
    const marks = {
      ...(isOn(at(properties, 'w:b')) && { bold: true as const }),
      ...(isOn(at(properties, 'w:i')) && { italic: true as const }),
      ...(link !== undefined && { link }),
    }
    const look = { ...(style !== undefined && style !== 'Hyperlink' && { style }), ...marks }
    const pieces = textOf(child).split(/(\n)/)
    return pieces.map((text) => (text === '\n' ? { text } : { text, ...look }))
  })
}

/** The text in a character style, wherever it stands; undefined where there is no run of that style. */
export function textIn(parts: readonly ReadPart[], ...names: readonly string[]): string | undefined {
  const found = parts.filter((part) => names.includes(part.style ?? ''))
  return found.length === 0 ? undefined : found.map((part) => part.text).join('')
}

/** The parts behind the last one of a style. */
export function behind(parts: readonly ReadPart[], ...names: readonly string[]): ReadPart[] {
  return parts.slice(parts.findLastIndex((part) => names.includes(part.style ?? '')) + 1)
}

/** Takes the program's own sign from the front, whole or as much of it as is left where nothing follows. */
export function withoutSign(parts: readonly ReadPart[], sign: string): ReadPart[] {
  const text = parts.map((part) => part.text).join('')
  const length = text.startsWith(sign) ? sign.length : text === sign.trimEnd() ? text.length : 0
  let left = length
  return parts.flatMap((part) => {
    const cut = Math.min(left, part.text.length)
    left -= cut
    return cut === part.text.length ? [] : [{ ...part, text: part.text.slice(cut) }]
  })
}

/** Parts as the reader sees them, whatever style they are in. */
export const asRuns = (parts: readonly ReadPart[]): PrintedRun[] =>
  joined(parts.map(({ style: _, ...run }) => run))
