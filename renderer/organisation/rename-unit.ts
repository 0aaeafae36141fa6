import type { Records } from '../../db/model/records.ts'
import { overviewTexts } from '../../db/model/texts/window/overview.ts'
import { tell } from '../state/notices.ts'
import { run } from '../state/run.ts'
import { useWorkbook } from '../state/workbook.ts'

/** The longest name that the file holds. */
export const LONGEST_NAME = 500

/** Two units of one name could not be told apart where a unit is chosen by its name. */
export function renameUnit({ id }: Records['unit'], name: string): void {
  const others = [...useWorkbook.getState().units.values()].filter((unit) => unit.id !== id)
  const taken = others.find((unit) => inSmall(unit.name) === inSmall(name))
  if (taken) tell({ text: overviewTexts.organisation.taken(taken.name), kind: 'hint' })
  else void run({ type: 'unit.rename', id, name })
}

const inSmall = (name: string): string => name.toLocaleLowerCase('da-DK')
