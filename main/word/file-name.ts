import { whenUsed } from '../../db/model/danish.ts'
import type { PlanDocument } from '../../db/model/plan/plan-document.ts'
import { fullTitle } from '../../db/model/report/title.ts'
import type { Template } from '../../db/model/template/template.ts'
import { statusNames } from '../../db/model/texts/documents.ts'

/** In bytes, without the extension: leaves room for a long folder under Windows' limit of 260. */
const longest = 150
const longestPart = 80

/**
 * The document's file name, "Bilag 1 - Målaftale 2026-28 - Center for Børn & Læring - udkast.docx": what the
 * secretariat sorts by stands first. Legal on Windows: none of `<>:"/\|?*`, no control characters, no dot or blank
 * at the end, not too long.
 */
export function fileName(plan: PlanDocument, template: Template): string {
  const parts = [
    plan.case.annex ?? '',
    fullTitle(plan, template),
    plan.unit,
    statusNames[plan.status].toLocaleLowerCase('da'),
  ]
  const name = parts
    .map((part) => shortened(legal(part), longestPart))
    .filter((part) => part !== '')
    .join(' - ')
  return `${shortened(name, longest)}.docx`
}

function legal(text: string): string {
  return text
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
}

/** Cuts between characters as the reader sees them, at a blank where there is one near. */
function shortened(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text
  let cut = ''
  for (const { segment } of graphemes().segment(text)) {
    if (Buffer.byteLength(`${cut}${segment}…`) > limit) break
    cut += segment
  }
  const blank = cut.lastIndexOf(' ')
  return `${(blank > cut.length / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`
}

const graphemes = whenUsed(() => new Intl.Segmenter('da', { granularity: 'grapheme' }))
