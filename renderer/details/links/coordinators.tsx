import { useState } from 'react'
import { fold } from '../../../db/model/search/fold.ts'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { run } from '../../state/run.ts'
import { useWorkbook } from '../../state/workbook.ts'
import type { Suggestion } from '../fields/use-suggesting.ts'
import { TagField } from './tag-field.tsx'
import { fittingUnits, useUnitNames } from './units.ts'

interface CoordinatorsProps {
  readonly nodeId: string
  readonly label: string
  readonly describedBy: string
}

/** The longest name that the file holds. */
const LONGEST_NAME = 500

/** The units that coordinate what a bidrag contributes to. A name that is not known becomes a new unit. */
export function Coordinators({ nodeId, label, describedBy }: CoordinatorsProps) {
  const [query, setQuery] = useState('')
  const rows = useWorkbook(({ mirror }) => mirror?.coordinators.get(nodeId))
  const units = useWorkbook((state) => state.units)
  const names = (rows ?? []).flatMap(({ unitId }) => units.get(unitId)?.name ?? [])
  const others = useUnitNames().filter((name) => !names.includes(name))
  const set = (wanted: readonly string[]) =>
    void run({ type: 'coordinators.set', nodeId, units: [...wanted] })
  return (
    <TagField
      place={`=${nodeId}/coordinators`}
      label={label}
      describedBy={describedBy}
      placeholder={names.length === 0 ? detailsTexts.coordinators.add : detailsTexts.coordinators.addMore}
      chosen={names.map((name) => ({
        id: name,
        text: name,
        onRemove: () => set(names.filter((other) => other !== name)),
      }))}
      suggestions={suggestionsFor(query.trim().slice(0, LONGEST_NAME), others, names)}
      onQuery={setQuery}
      onPick={({ key }) => set([...names, key])}
    />
  )
}

function suggestionsFor(
  query: string,
  others: readonly string[],
  chosen: readonly string[],
): readonly Suggestion[] {
  const fitting = fittingUnits(others, query).map((name) => ({ key: name, text: name }))
  const isKnown = [...others, ...chosen].some((name) => fold(name) === fold(query))
  return query === '' || isKnown
    ? fitting
    : [...fitting, { key: query, text: detailsTexts.coordinators.newUnit(query) }]
}
