import { inDanishOrder } from '../../../db/model/danish.ts'
import { fold } from '../../../db/model/search/fold.ts'
import { useWorkbook } from '../../state/workbook.ts'

/** More is no help. */
const MOST = 8

/** Names of units in which every typed word occurs; those that begin as typed come first. */
export function fittingUnits(names: readonly string[], query: string): readonly string[] {
  const wanted = fold(query.trim())
  if (wanted === '') return []
  const words = wanted.split(/\s+/)
  const fitting = names.filter((name) => words.every((word) => fold(name).includes(word)))
  const begins = (name: string) => fold(name).startsWith(wanted)
  return [...fitting.filter(begins), ...fitting.filter((name) => !begins(name))].slice(0, MOST)
}

/** The names of all units in Danish order. */
export function useUnitNames(): readonly string[] {
  const units = useWorkbook((state) => state.units)
  return [...new Set([...units.values()].map(({ name }) => name))].toSorted(inDanishOrder)
}
