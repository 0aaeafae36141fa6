import type { Row } from '../../db/model/template/template.ts'
import { DEEPEST_LEVEL, lineOfContent, type PastedBlock } from './blocks.ts'
import { type GrowingNode, growingNode } from './growing-outline.ts'
import { linesOf } from './lead-in.ts'
import { indicatorOf, milestoneOf, takeTime } from './measures.ts'
import { textIn } from './sheet.ts'

/** Puts what stands in a row of a form where the row keeps it. `units` are the names that the workbook knows. */
export function fillRow(
  node: GrowingNode,
  row: Row,
  blocks: readonly PastedBlock[],
  units: readonly string[],
): void {
  switch (row.composed) {
    case 'title':
      node.title = [node.title, textIn(blocks)].join(' ').trim()
      break
    case 'coordinators':
      if (node.type === 'bidrag') addCoordinators(node, row, blocks, units)
      else addText(node, row, blocks)
      break
    case 'milestones':
      addText(node, row, addMeasures(node, 'milestone', blocks))
      break
    case 'indicators':
      addText(node, row, addMeasures(node, 'indicator', blocks))
      break
    case undefined:
      addText(node, row, blocks)
      break
  }
}

function addText(node: GrowingNode, row: Row, blocks: readonly PastedBlock[]): void {
  const text = node.fields.get(row)
  if (text) text.push(...blocks)
  else if (blocks.length > 0) node.fields.set(row, [...blocks])
}

/** A line for each milestone or indicator; what is prose is handed back. */
function addMeasures(
  node: GrowingNode,
  type: 'milestone' | 'indicator',
  blocks: readonly PastedBlock[],
): readonly PastedBlock[] {
  const prose: PastedBlock[] = []
  for (const block of blocks) {
    const lines = 'content' in block ? linesOf(block.content).map(lineOfContent) : []
    if (block.kind === 'table')
      prose.push(
        ...addMeasures(
          node,
          type,
          block.rows.flatMap((row) => lineOfCells(row.flatMap((cell) => cell.blocks))),
        ),
      )
    else if (lines.length > 0 && lines.every((line) => isLine(line, block.kind === 'item'))) {
      node.children.push(...lines.map((line) => measureNode(type, line)))
    } else prose.push(block)
  }
  return prose
}

/** The cells of a row as one line: "Rammen er vedtaget, 3. kvartal 2027". */
function lineOfCells(blocks: readonly PastedBlock[]): readonly PastedBlock[] {
  const text = blocks
    .map((block) => textIn([block]))
    .filter((line) => line !== '')
    .join(', ')
  return text === '' ? [] : [{ kind: 'item', level: DEEPEST_LEVEL, content: [{ type: 'text', text }] }]
}

/** A milestone or indicator that one line says. */
export function measureNode(type: 'milestone' | 'indicator', line: string): GrowingNode {
  const { title, ...measure } = type === 'milestone' ? milestoneOf(line) : indicatorOf(line)
  return growingNode(type, title, { measure })
}

const longestMeasure = 300

/** A line that leads to others, or is a sentence without a time, is prose; an item of a list need not be a line. */
function isLine(line: string, isItem: boolean): boolean {
  if (line.endsWith(':') || line.length > longestMeasure) return false
  return isItem || (!/[.!?]\s+\p{Lu}/u.test(line) && (!/[.!?]$/.test(line) || takeTime(line) !== null))
}

const longestName = 150
/** More than the workbook takes, or than anybody coordinates with. */
const mostCoordinators = 100
/** A line of more commas is not cut. */
const mostParts = 20

function addCoordinators(
  node: GrowingNode,
  row: Row,
  blocks: readonly PastedBlock[],
  units: readonly string[],
): void {
  for (const block of blocks) {
    const lines = 'content' in block ? linesOf(block.content).map(lineOfContent) : []
    const names = lines.flatMap((line) => namesIn(line, units))
    const fits = node.coordinators.length + names.length <= mostCoordinators
    if (fits && names.every(isName)) node.coordinators.push(...names)
    else addText(node, row, [block])
  }
}

/** A sentence about who coordinates is none. */
const isName = (line: string): boolean => line.length <= longestName && !/[.:!?](?:\s|$)/.test(line)

/** Names of units may hold commas, so a line is cut at them only where each part is then a unit that is known. */
function namesIn(line: string, units: readonly string[]): readonly string[] {
  const known = new Set(units)
  return line
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => (known.has(part) ? [part] : (knownParts(part.split(', '), known) ?? [part])))
}

function knownParts(parts: readonly string[], known: ReadonlySet<string>): readonly string[] | null {
  if (parts.length === 0) return []
  if (parts.length > mostParts) return null
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join(', ')
    const others = known.has(name) ? knownParts(parts.slice(length), known) : null
    if (others) return [name, ...others]
  }
  return null
}
