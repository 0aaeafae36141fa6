import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom'

export type { Document, Element } from '@xmldom/xmldom'

const isElement = (node: Node): node is Element => node.nodeType === 1

/** The XML as a tree. Throws where it is not well-formed. */
export function parseXml(text: string): Document {
  const problems: string[] = []
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') problems.push(message)
    },
  })
  const document = parser.parseFromString(text, 'application/xml')
  const [problem] = problems
  if (problem !== undefined) throw new Error(problem)
  return document
}

/** The root element of a document, and how to find one's way below an element, in document order. */
export function rootOf(document: Document): Element {
  const root = document.documentElement
  if (root === null) throw new Error('The document has no root element')
  return root
}

export function childrenOf(element: Element, ...names: readonly string[]): Element[] {
  const found: Element[] = []
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node) && (names.length === 0 || names.includes(node.nodeName))) found.push(node)
  }
  return found
}

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element === undefined ? undefined : childrenOf(element, name)[0]

/** The element reached by child names from the given one: `at(tc, 'w:tcPr', 'w:shd')`. */
export const at = (element: Element | undefined, ...names: readonly string[]): Element | undefined =>
  names.reduce<Element | undefined>(childOf, element)

export const below = (element: Element, name: string): Element[] => [...element.getElementsByTagName(name)]

export const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.getAttribute(name) ?? undefined

export const val = (element: Element | undefined): string | undefined => attribute(element, 'w:val')

/** Whether an on/off property is there and not switched off. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(val(element) ?? '1')
}

/** The nearest element above with one of the names. */
export function above(element: Element, ...names: readonly string[]): Element | undefined {
  for (let node: Node | null = element.parentNode; node !== null; node = node.parentNode) {
    if (isElement(node) && names.includes(node.nodeName)) return node
  }
  return undefined
}

/**
 * The text of a paragraph, run or link: breaks as line feeds, tabs and soft hyphens as themselves; nothing of
 * field codes and of paragraphs nested in text boxes.
 */
export function textOf(element: Element): string {
  switch (element.nodeName) {
    case 'w:t':
      return element.textContent ?? ''
    case 'w:br':
    case 'w:cr':
      return attribute(element, 'w:type') === 'page' ? '' : '\n'
    case 'w:tab':
      return '\t'
    case 'w:softHyphen':
      return '\u00AD'
    case 'w:noBreakHyphen':
      return '\u2011'
    case 'w:pPr':
    case 'w:rPr':
    case 'w:txbxContent':
      return ''
    default:
      return childrenOf(element).map(textOf).join('')
  }
}
