import { DEEPEST_LEVEL } from './blocks.ts'
import { classesOf, type StyleSheet, styleOf } from './word-styles.ts'

/** What a paragraph element says it is. `continued` goes on in the list item before it, where there is one. */
export type ParagraphKind =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'item'; readonly level: number; readonly ordered: boolean }
  | { readonly kind: 'continued' }
  | { readonly kind: 'plain' }
  /** An entry of a generated table of contents, which is not text. */
  | { readonly kind: 'contents' }

const plain: ParagraphKind = { kind: 'plain' }

/** Word's built-in styles, whose names follow its language: as a class, and as `mso-style-name`. */
const headingName = /^"?(?:overskrift|(?:mso)?heading)\s*([1-9])/i
const titleName = /^"?(?:titel|title|msotitle)"?$/i
const listClass = /^MsoList(Bullet|Number)([2-5]?)$/
const continuedClass = /^(?:MsoListParagraph|MsoListContinue|MsoList[2-5]?$)/
const contentsClass = /^MsoToc/

/** Reads tag, role, class and style of a paragraph as Word, Word on the web and Outlook write them. */
export function paragraphKindOf(element: Element, sheet: StyleSheet): ParagraphKind {
  const classes = classesOf(element)
  const style = styleOf(element, sheet)
  if (classes.some((name) => contentsClass.test(name))) return { kind: 'contents' }
  const names = [...classes, style('mso-style-name') ?? '']
  const heading = headingLevel(element, names, style('mso-outline-level'))
  if (heading !== null) return { kind: 'heading', level: heading }
  const list = style('mso-list') ?? ''
  const level = levelIn(list)
  if (level !== null) return { kind: 'item', level, ordered: classes.includes('MsoListNumber') }
  const [, kind, depth] = classes.map((name) => listClass.exec(name)).find((match) => match !== null) ?? []
  if (kind !== undefined && list !== 'none') {
    return { kind: 'item', level: Number(depth || 1), ordered: kind === 'Number' }
  }
  return classes.some((name) => continuedClass.test(name)) ? { kind: 'continued' } : plain
}

/** The level in `mso-list:l0 level2 lfo1`; null for `none` and `Ignore`. */
export function levelIn(list: string): number | null {
  const level = /\blevel(\d+)\b/.exec(list)?.[1]
  return level === undefined ? null : clampedLevel(Number(level))
}

export const clampedLevel = (level: number): number => Math.min(Math.max(level, 1), DEEPEST_LEVEL)

function headingLevel(
  element: Element,
  names: readonly string[],
  outlineLevel: string | undefined,
): number | null {
  if (names.some((name) => titleName.test(name))) return 0
  const tag = /^h([1-6])$/.exec(element.localName)?.[1]
  const role = element.getAttribute('role') === 'heading' ? (element.getAttribute('aria-level') ?? '1') : ''
  const named = names.map((name) => headingName.exec(name)?.[1]).find((level) => level !== undefined)
  const level = [tag, named, outlineLevel, role].find((each) => /^[1-9]$/.test(each ?? ''))
  return level === undefined ? null : Number(level)
}
