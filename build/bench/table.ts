import type { Figure } from './harness.ts'

/** The figures as a table to read. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [['', 'unit', 'ours', 'peer', 'ratio', 'beside'], ...figures.map(cellsOf)]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) => row.map((cell, column) => aligned(cell, column, widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}

const cellsOf = ({ name, unit, ours, peer, ratio, peerName }: Figure): readonly string[] => [
  name,
  unit,
  written(ours),
  peer === null ? 'missing' : written(peer),
  ratio === null ? '–' : written(ratio),
  peerName,
]

/** Three digits that say something. */
const written = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

const isNumber = (column: number): boolean => column >= 2 && column <= 4

const aligned = (cell: string, column: number, width: number): string =>
  isNumber(column) ? cell.padStart(width) : cell.padEnd(width)
