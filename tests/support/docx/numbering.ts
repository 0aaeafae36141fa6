import type { DocxPackage } from '../../../main/ooxml/docx-package.ts'
import { paragraphProperty, type Styles } from '../../../main/ooxml/styles.ts'
import { at, attribute, childOf, childrenOf, type Element, rootOf, val } from '../../../main/ooxml/xml.ts'

/** The sign that stands before a list paragraph, as Word counts it. */
export interface ListSign {
  /** 0 is the outermost. */
  readonly level: number
  readonly format: string
  /** "3." or "•". */
  readonly sign: string
  /** The number of a numbered item; 0 for bullets. */
  readonly number: number
}

interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
}

interface Instance {
  readonly abstract: string
  readonly levels: ReadonlyMap<number, Level>
  /** Levels at which this list begins afresh, and with what. */
  readonly overrides: ReadonlyMap<number, number>
}

/** The lists of numbering.xml, by `w:numId`. */
export function listsOf(docx: DocxPackage): ReadonlyMap<string, Instance> {
  const tree = docx.xml('word/numbering.xml')
  if (!tree) return new Map()
  const root = rootOf(tree)
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((each) => [
      attribute(each, 'w:abstractNumId') ?? '',
      new Map(childrenOf(each, 'w:lvl').map((level) => [Number(attribute(level, 'w:ilvl')), levelOf(level)])),
    ]),
  )
  return new Map(
    childrenOf(root, 'w:num').map((num) => {
      const abstract = val(childOf(num, 'w:abstractNumId')) ?? ''
      const overrides = childrenOf(num, 'w:lvlOverride').flatMap((each): [number, number][] => {
        const start = val(childOf(each, 'w:startOverride'))
        return start === undefined ? [] : [[Number(attribute(each, 'w:ilvl')), Number(start)]]
      })
      const levels = abstracts.get(abstract) ?? new Map<number, Level>()
      return [attribute(num, 'w:numId') ?? '', { abstract, levels, overrides: new Map(overrides) }]
    }),
  )
}

const levelOf = (level: Element): Level => ({
  start: Number(val(childOf(level, 'w:start')) ?? 0),
  format: val(childOf(level, 'w:numFmt')) ?? 'decimal',
  text: val(childOf(level, 'w:lvlText')) ?? '',
})

/**
 * A counter over the paragraphs of one part, called in document order. Lists of one abstract definition count
 * on together, as in Word; a list with a start override begins afresh at that level when it is first used, and
 * an item begins the deeper levels afresh.
 */
export function listCounter(docx: DocxPackage, styles: Styles): (paragraph: Element) => ListSign | undefined {
  const lists = listsOf(docx)
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return (paragraph) => {
    const properties = paragraphProperty(styles, paragraph, 'w:numPr')
    const id = val(childOf(properties, 'w:numId'))
    const list = id === undefined ? undefined : lists.get(id)
    if (id === undefined || list === undefined) return undefined
    const level = Number(val(at(properties, 'w:ilvl')) ?? 0)
    const definition = list.levels.get(level)
    if (!definition) return undefined
    if (definition.format === 'bullet') return { level, format: 'bullet', sign: definition.text, number: 0 }
    const count = counts.get(list.abstract) ?? []
    counts.set(list.abstract, count)
    const override = begun.has(`${id}/${level}`) ? undefined : list.overrides.get(level)
    begun.add(`${id}/${level}`)
    const before = count[level]
    const number = override ?? (before === undefined ? definition.start : before + 1)
    count[level] = number
    count.length = level + 1
    const sign = definition.text.replace(/%([1-9])/g, (_, at: string) => {
      const shown = Number(at) - 1
      return String(count[shown] ?? list.levels.get(shown)?.start ?? 1)
    })
    return { level, format: definition.format, sign, number }
  }
}
