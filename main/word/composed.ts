import type { ParagraphChild } from 'docx'
import type { Indicator, Milestone } from '../../db/model/plan/plan-document.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { plainRun } from './inline.ts'
import { bulletReference } from './numbering.ts'
import type { ReportRow, RowContent } from './report/report.ts'
import { cellText, closedList, type Piece, richTextPieces, type Setting, styleName } from './rich-text.ts'
import { clampedLevel, type Writing } from './writing.ts'

/** What stands in a row, in order. An empty row has no pieces. */
export function rowPieces(row: ReportRow, writing: Writing, setting: Setting = cellText, level = 0): Piece[] {
  return row.content.flatMap((content) => contentPieces(content, writing, setting, level))
}

function contentPieces(content: RowContent, writing: Writing, setting: Setting, level: number): Piece[] {
  switch (content.kind) {
    case 'prose':
      return richTextPieces(content.text, writing, setting, level)
    case 'title':
      return [plain([plainRun(content.text, 'NodeTitle')], 'Text', content.text.length, setting)]
    case 'coordinators':
      return [
        plain(
          coordinatorRuns(content.names),
          content.alsoText ? 'CoordinatorsText' : 'Coordinators',
          content.names.join(', ').length,
          setting,
        ),
      ]
    case 'milestones':
      return list(content.milestones.map(milestoneRuns), 'Milestone', setting, level)
    case 'indicators':
      return list(content.indicators.map(indicatorRuns), 'Indicator', setting, level)
  }
}

/** A composed row of one line can stand beside its label. */
export function onlyLine(content: RowContent): ParagraphChild[] | undefined {
  switch (content.kind) {
    case 'milestones':
      return content.milestones.length === 1
        ? content.milestones.flatMap(milestoneRuns).map(partRun)
        : undefined
    case 'indicators':
      return content.indicators.length === 1
        ? content.indicators.flatMap(indicatorRuns).map(partRun)
        : undefined
    case 'coordinators':
      return coordinatorRuns(content.names)
    default:
      return undefined
  }
}

const partRun = (part: Part): ParagraphChild => plainRun(part.text, part.style)

const coordinatorRuns = (names: readonly string[]): ParagraphChild[] =>
  names.flatMap((name, index) => [...(index === 0 ? [] : [plainRun(', ')]), plainRun(name, 'Coordinator')])

/** A part of a composed line: what the writer typed in its style, or the program's own sign. */
interface Part {
  readonly text: string
  readonly style?: string
}

/** "3. kvartal 2027: Title (ansvarlig: responsible)" */
function milestoneRuns({ title, when, responsible }: Milestone): Part[] {
  return [
    ...(filled(when) ? [{ text: when, style: 'MilestoneWhen' }, { text: ': ' }] : []),
    { text: title, style: 'MilestoneTitle' },
    ...(filled(responsible)
      ? [
          { text: ` (${documentTexts.responsible}` },
          { text: responsible, style: 'MilestoneResponsible' },
          { text: ')' },
        ]
      : []),
  ]
}

/** "Title: udgangspunkt 62 %, mål 75 %, ultimo 2027" */
function indicatorRuns({ title, unit, baseline, target, when }: Indicator): Part[] {
  const measure = filled(unit) ? [{ text: ' ' }, { text: unit, style: 'IndicatorUnit' }] : []
  const values: Part[][] = [
    ...(filled(baseline)
      ? [[{ text: documentTexts.baseline }, { text: baseline, style: 'IndicatorBaseline' }, ...measure]]
      : []),
    ...(filled(target)
      ? [[{ text: documentTexts.target }, { text: target, style: 'IndicatorTarget' }, ...measure]]
      : []),
    ...(filled(unit) && !filled(baseline) && !filled(target)
      ? [[{ text: unit, style: 'IndicatorUnit' }]]
      : []),
    ...(filled(when) ? [[{ text: when, style: 'IndicatorWhen' }]] : []),
  ]
  return [
    { text: title, style: 'IndicatorTitle' },
    ...values.flatMap((value, index) => [{ text: index === 0 ? ': ' : ', ' }, ...value]),
  ]
}

const filled = (value: string | undefined): value is string => value !== undefined && value !== ''

function list(items: readonly (readonly Part[])[], style: string, setting: Setting, level: number): Piece[] {
  const pieces = items.map((parts) => listed(parts, style, setting, level))
  return level === 0 ? closedList(pieces, setting) : pieces
}

function listed(parts: readonly Part[], style: string, setting: Setting, level: number): Piece {
  const characters = parts.reduce((sum, part) => sum + part.text.length, 0)
  return {
    look: {
      style: styleName(style, setting),
      numbering: { reference: bulletReference, instance: 0, level: clampedLevel(level), custom: true },
      children: parts.map(partRun),
    },
    lines: Math.max(1, Math.ceil(characters / setting.lineLength)),
  }
}

const plain = (
  children: readonly ParagraphChild[],
  style: string,
  characters: number,
  setting: Setting,
): Piece => ({
  look: { style: styleName(style, setting), children },
  lines: Math.max(1, Math.ceil(characters / setting.lineLength)),
})
