import {
  type OutlineType,
  outlineType,
  type SectionRule,
  type Template,
} from '../../db/model/template/template.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { labelKey } from './row-labels.ts'

/** What a heading says of the node that it begins. */
export interface HeadingClues {
  readonly title: string
  readonly type?: OutlineType
  readonly sectionKey?: string
  readonly annex?: boolean
}

/** "Bilag 2: ", "Bilag B – " */
const annexLead = new RegExp(`^${documentTexts.annex}\\s*(?:\\d{1,2}|[A-Z])?\\s*[:.–—-]\\s*(?=\\S)`, 'iu')
const typedNumber = /^\d+(?:\.\d+)*\.?\s+/
/** "Indsats 3: …", "Program – …" */
const typeLead = /^(.{1,60}?)\s*\d{0,2}\s*(?::|\s[–—-])\s+(\S.*)$/su
/** "Udviklingsområder 2027+", "Status på strategiplanen 2026-28" */
const yearAfter = /\s+\d{4}(?:\s*[-–/]\s*\d{2,4}|\+)?$/

/** Reads a heading's line; `taken` are the sections that there are already. */
export type ClueReader = (line: string, taken: ReadonlySet<string>) => HeadingClues

/**
 * Knows the template's sections by their titles, annexes by their lead ("Bilag 1: …", which the document numbers itself),
 * and nodes by the name of their type ("Indsats: …").
 */
export function clueReader(template: Template): ClueReader {
  const sections = new Map(template.sections.map((section) => [labelKey(section.title), section]))
  const types = new Map(
    outlineType.options.flatMap((type) => {
      const rule = template.nodes[type]
      return rule ? [[labelKey(rule.label.singular), type] as const] : []
    }),
  )
  return (line, taken) => {
    const title = line.replace(annexLead, '')
    const isAnnex = title !== line
    const bare = title.replace(typedNumber, '')
    const section = sections.get(labelKey(bare)) ?? sections.get(labelKey(bare.replace(yearAfter, '')))
    if (section) return sectionClues(section, bare, isAnnex, taken)
    if (isAnnex) return { title, type: 'section', annex: true }
    const [, lead = '', named = ''] = typeLead.exec(line) ?? []
    const type = types.get(labelKey(lead))
    return type === undefined ? { title: line } : { title: named, type }
  }
}

function sectionClues(
  section: SectionRule,
  title: string,
  isAnnex: boolean,
  taken: ReadonlySet<string>,
): HeadingClues {
  const isShouted = title === title.toLocaleUpperCase('da') && title.length === section.title.length
  return {
    title: isShouted ? section.title : title,
    type: 'section',
    ...(!taken.has(section.key) && { sectionKey: section.key }),
    ...((section.annex || isAnnex) && { annex: true }),
  }
}
