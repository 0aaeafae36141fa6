import type { ExchangeFile, ExchangeNode } from '../../../db/model/exchange/schema.ts'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'

/**
 * A målaftale whose outline is a line a row, two blanks a level. At the top stand sections, those of the template by their
 * title; below »Egne bidrag« bidrag, and indsatser elsewhere.
 */
export const agreement = (outline: string, title = 'Målaftale'): ExchangeFile => ({
  format: 'planvaerk-plan',
  version: 1,
  organisation: { name: 'Sundkøbing Kommune' },
  plan: {
    template: 'maalaftale',
    variant: 'center',
    title,
    period: { from: 2027, to: 2029 },
    unit: 'Center for Børn & Læring',
    status: 'udkast',
    outline: branches(outline.split('\n'), 0).map(section),
  },
})

interface Branch {
  readonly title: string
  readonly below: readonly Branch[]
}

function branches(lines: readonly string[], level: number): readonly Branch[] {
  const begins = lines.flatMap((line, index) => (depthOf(line) === level ? [index] : []))
  return begins.map((begin, index) => ({
    title: lines[begin]?.trim() ?? '',
    below: branches(lines.slice(begin + 1, begins[index + 1]), level + 1),
  }))
}

const depthOf = (line: string): number => (line.length - line.trimStart().length) / 2

function section({ title, below }: Branch): ExchangeNode {
  const key = maalaftale.sections.find((rule) => rule.title === title)?.key
  const type = key === 'egne-bidrag' ? 'bidrag' : 'indsats'
  return {
    type: 'section',
    ...(key === undefined ? {} : { key }),
    title,
    children: below.map((branch) => node(branch, type)),
  }
}

const node = ({ title, below }: Branch, type: 'indsats' | 'bidrag'): ExchangeNode => ({
  type,
  title,
  ...(below.length === 0 ? {} : { children: below.map((branch) => node(branch, type)) }),
})
