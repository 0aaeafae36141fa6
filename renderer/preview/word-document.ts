import type { HElement, Options } from 'docx-preview'
import { documentTexts } from '../../db/model/texts/documents.ts'

/** A Word document drawn by `docx-preview`: its pages, and the rules that they are drawn by. */
export interface DrawnDocument {
  readonly pages: DocumentFragment
  readonly rules: CSSStyleSheet
}

/**
 * Draws a Word document, given as base64. Throws what the library throws. The window's content security policy takes no
 * style elements but its own and no style attributes, so every element is made here: rules go into a constructed style
 * sheet, and the look of an element is set through its `style`.
 */
export async function drawnDocument(base64: string): Promise<DrawnDocument> {
  const { parseAsync, renderDocument } = await import('docx-preview')
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const found: string[] = []
  const options: Partial<Options> = {
    className: 'docx',
    // Lists are counted from the wrapper on.
    inWrapper: true,
    // No frames with foreign pages, and pictures as data, not as addresses.
    renderAltChunks: false,
    useBase64URL: true,
    h: (element) => made(element, found),
  }
  const parsed: unknown = await parseAsync(bytes.buffer, options)
  showFieldResults(parsed)
  const pages = document.createDocumentFragment()
  pages.append(...(await renderDocument(parsed, options)))
  withoutPageCount(pages)
  const rules = new CSSStyleSheet()
  rules.replaceSync([...found, ownRules].join('\n'))
  return { pages, rules }
}

/** The library knows no right tabs: in running lines and in the table of contents the tab takes the room that is left. */
const ownRules = `
.docx-wrapper { background: none; padding: 0; }
.docx-wrapper > section.docx { background: #fff; color-scheme: light; box-shadow: none; outline: 1px solid var(--colorNeutralStroke2); margin: 0 auto 24px; }
header p:has(.tab), footer p:has(.tab), p[class*="toc"]:has(.tab), p[class*="toc"] a { display: flex; flex: 1; }
:is(header, footer, p[class*="toc"]) span:has(> .tab) { flex: 1; }
p[class*="toc"] span:has(> .tab) { border-bottom: 1px dotted; margin: 0 2pt 3pt; }
`

/** The library leaves out every run with a part of a field in it, and so the page numbers of the table of contents. */
function showFieldResults(parsed: unknown): void {
  const walk = (element: unknown): void => {
    const children = propertyOf(element, 'children')
    if (!Array.isArray(children)) return
    const holdsText = children.some((child: unknown) => propertyOf(child, 'type') === 'text')
    if (holdsText && typeof element === 'object' && element !== null) Reflect.set(element, 'fieldRun', false)
    children.forEach(walk)
  }
  walk(propertyOf(propertyOf(parsed, 'documentPart'), 'body'))
}

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** It counts no pages either; the words around their numbers would stand alone. */
function withoutPageCount(pages: DocumentFragment): void {
  const words = new Set([documentTexts.page.trim(), documentTexts.pageOf.trim()])
  for (const run of pages.querySelectorAll('footer span')) {
    if (words.has(run.textContent.trim())) run.remove()
  }
}

const tab = '\u2003'

function made(element: HElement | Node | string, rules: string[]): Node {
  if (typeof element === 'string') return document.createTextNode(element)
  if (element instanceof Node) return element
  const { ns, tagName, className, style, children = [], ...properties } = element
  if (tagName === 'style') {
    rules.push(...children.filter((child) => typeof child === 'string'))
    return document.createDocumentFragment()
  }
  if (tagName === '#comment') return document.createDocumentFragment()
  if (tagName === '#fragment') return filled(document.createDocumentFragment(), children, rules)
  const node = elementOf(ns, tagName)
  if (className) node.setAttribute('class', className)
  if (children.length === 1 && children[0] === tab) node.classList.add('tab')
  if (style !== undefined && (node instanceof HTMLElement || node instanceof SVGElement)) {
    if (typeof style === 'string') node.style.cssText = style
    else Object.assign(node.style, style)
  }
  for (const [name, value] of Object.entries(properties))
    if (value !== undefined) Reflect.set(node, name, value)
  return filled(node, children, rules)
}

const elementOf = (namespace: string | undefined, tagName: string): Element =>
  namespace === undefined ? document.createElement(tagName) : document.createElementNS(namespace, tagName)

function filled<T extends Node>(node: T, children: NonNullable<HElement['children']>, rules: string[]): T {
  for (const child of children) node.appendChild(made(child, rules))
  return node
}
