import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'

/** A document as a reader of its XML sees it. */
export interface Opened {
  readonly body: Element
  readonly part: (path: string) => string
}

export function opened(bytes: Uint8Array): Opened {
  const parts = unzipSync(bytes)
  const part = (path: string): string => strFromU8(parts[path] ?? new Uint8Array())
  return { part, body: first(parse(part('word/document.xml')), 'w:body') }
}

const parse = (xml: string): Document => new DOMParser().parseFromString(xml, 'text/xml')

export const all = (within: Element | Document, name: string): Element[] =>
  Array.from(within.getElementsByTagName(name))

export function first(within: Element | Document, name: string): Element {
  const [found] = all(within, name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}

/** The value of the first such element within; undefined where there is none. */
export const value = (within: Element, name: string): string | undefined =>
  all(within, name)[0]?.getAttribute('w:val') ?? undefined

/** The text, tabs as `\t`, breaks as `\n`, soft hyphens as themselves. */
export function text(within: Element): string {
  const signs: Record<string, string> = { 'w:tab': '\t', 'w:br': '\n', 'w:softHyphen': '\u00AD' }
  return Array.from(within.getElementsByTagName('*'))
    .filter((element) => element.parentNode?.nodeName === 'w:r')
    .map((element) =>
      element.nodeName === 'w:t' ? (element.textContent ?? '') : (signs[element.nodeName] ?? ''),
    )
    .join('')
}

export const paragraphs = (
  within: Element,
): { readonly style: string | undefined; readonly text: string }[] =>
  all(within, 'w:p').map((paragraph) => ({ style: value(paragraph, 'w:pStyle'), text: text(paragraph) }))

/** The texts in a character style, in order. */
export const marked = (within: Element, style: string): string[] =>
  all(within, 'w:r')
    .filter((run) => value(run, 'w:rStyle') === style)
    .map(text)

export const rows = (table: Element): Element[] => all(table, 'w:tr')
export const cells = (row: Element): Element[] => all(row, 'w:tc')
