import type { DocxPackage } from './docx-package.ts'
import { at, attribute, childOf, childrenOf, type Element, isOn, rootOf, val } from './xml.ts'

/** A style of the document, as it stands in styles.xml. */
export interface Style {
  readonly id: string
  readonly type: string
  /** `w:name`, in lower case: the same in every language of Word. */
  readonly name: string
  readonly basedOn: string | undefined
  readonly element: Element
}

export interface Styles {
  readonly byId: ReadonlyMap<string, Style>
  readonly defaults: Element | undefined
  /** The style that a paragraph without one has. */
  readonly ordinary: string | undefined
}

export function stylesOf(docx: DocxPackage): Styles {
  const tree = docx.xml('word/styles.xml')
  if (!tree) return { byId: new Map(), defaults: undefined, ordinary: undefined }
  const root = rootOf(tree)
  const styles = childrenOf(root, 'w:style').map((element) => ({
    id: attribute(element, 'w:styleId') ?? '',
    type: attribute(element, 'w:type') ?? '',
    name: (val(childOf(element, 'w:name')) ?? '').toLowerCase(),
    basedOn: val(childOf(element, 'w:basedOn')),
    element,
  }))
  const ordinary = styles.find(
    (style) => style.type === 'paragraph' && attribute(style.element, 'w:default') === '1',
  )
  return {
    byId: new Map(styles.map((style) => [style.id, style])),
    defaults: at(root, 'w:docDefaults'),
    ordinary: ordinary?.id,
  }
}

/** The style and those it is based on, nearest first; stops at a circle. */
export function styleChain(styles: Styles, id: string | undefined): Style[] {
  const chain: Style[] = []
  for (let style = id === undefined ? undefined : styles.byId.get(id); style && !chain.includes(style); ) {
    chain.push(style)
    style = style.basedOn === undefined ? undefined : styles.byId.get(style.basedOn)
  }
  return chain
}

export const paragraphStyle = (paragraph: Element): string | undefined =>
  val(at(paragraph, 'w:pPr', 'w:pStyle'))

/** The paragraph's property with this name: its own, else of its style, else of the document's defaults. */
export function paragraphProperty(styles: Styles, paragraph: Element, name: string): Element | undefined {
  const own = at(paragraph, 'w:pPr', name)
  if (own) return own
  for (const style of styleChain(styles, paragraphStyle(paragraph) ?? styles.ordinary)) {
    const found = at(style.element, 'w:pPr', name)
    if (found) return found
  }
  return at(styles.defaults, 'w:pPrDefault', 'w:pPr', name)
}

/** The run's property with this name: its own, of its character style, of its paragraph's style, of the defaults. */
export function runProperty(
  styles: Styles,
  run: Element,
  paragraph: Element,
  name: string,
): Element | undefined {
  const own = at(run, 'w:rPr', name)
  if (own) return own
  const chains = [
    styleChain(styles, val(at(run, 'w:rPr', 'w:rStyle'))),
    styleChain(styles, paragraphStyle(paragraph) ?? styles.ordinary),
  ]
  for (const style of chains.flat()) {
    const found = at(style.element, 'w:rPr', name)
    if (found) return found
  }
  return at(styles.defaults, 'w:rPrDefault', 'w:rPr', name)
}

/** 1–9 for a heading, by the name of its style or the outline level; undefined for other paragraphs. */
export function headingLevel(styles: Styles, paragraph: Element): number | undefined {
  for (const style of styleChain(styles, paragraphStyle(paragraph))) {
    const named = /^heading ([1-9])$/.exec(style.name)
    if (named) return Number(named[1])
  }
  const outline = val(paragraphProperty(styles, paragraph, 'w:outlineLvl'))
  return outline === undefined || Number(outline) > 8 ? undefined : Number(outline) + 1
}

export const isBold = (styles: Styles, run: Element, paragraph: Element): boolean =>
  isOn(runProperty(styles, run, paragraph, 'w:b'))
