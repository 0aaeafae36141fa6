import type { ParagraphChild } from 'docx'
import { indicatorParts, type LinePart, milestoneParts } from '../../db/model/report/composed.ts'
import type { ReportRow, RowContent } from '../../db/model/report/report.ts'
import { plainRun } from './inline.ts'
import { bulletReference } from './numbering.ts'
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
      return list(content.milestones.map(milestoneParts), 'Milestone', setting, level)
    case 'indicators':
      return list(content.indicators.map(indicatorParts), 'Indicator', setting, level)
  }
}

/** A composed row of one line can stand beside its label. */
export function onlyLine(content: RowContent): ParagraphChild[] | undefined {
  switch (content.kind) {
    case 'milestones':
      return content.milestones.length === 1
        ? content.milestones.flatMap(milestoneParts).map(partRun)
        : undefined
    case 'indicators':
      return content.indicators.length === 1
        ? content.indicators.flatMap(indicatorParts).map(partRun)
        : undefined
    case 'coordinators':
      return coordinatorRuns(content.names)
    default:
      return undefined
  }
}

const partRun = (part: LinePart): ParagraphChild => plainRun(part.text, part.style)

const coordinatorRuns = (names: readonly string[]): ParagraphChild[] =>
  names.flatMap((name, index) => [...(index === 0 ? [] : [plainRun(', ')]), plainRun(name, 'Coordinator')])

function list(
  items: readonly (readonly LinePart[])[],
  style: string,
  setting: Setting,
  level: number,
): Piece[] {
  const pieces = items.map((parts) => listed(parts, style, setting, level))
  return level === 0 ? closedList(pieces, setting) : pieces
}

function listed(parts: readonly LinePart[], style: string, setting: Setting, level: number): Piece {
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
