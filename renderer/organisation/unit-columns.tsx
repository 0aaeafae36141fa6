import type { UnitSummary } from '../../db/model/overview/units.ts'
import { overviewTexts } from '../../db/model/texts/window/overview.ts'
import type { Column } from '../overview/list/row-table.tsx'
import { Words } from '../overview/list/words.tsx'
import { UnitName } from './unit-name.tsx'

const texts = overviewTexts.organisation

/** What the list tells of a unit; where there is none of something, nothing. */
export const unitColumns: readonly Column<UnitSummary>[] = [
  {
    key: 'unit',
    text: texts.unit,
    width: 'minmax(240px, 3fr)',
    isHeader: true,
    cell: ({ unit, plans }, isEntry) => <UnitName unit={unit} plans={plans} isEntry={isEntry} />,
  },
  {
    key: 'plans',
    text: texts.plans,
    width: 'minmax(90px, 1fr)',
    cell: ({ plans }) => <Words text={plans === 0 ? '' : texts.planCount(plans)} />,
  },
  {
    key: 'coordinated',
    text: texts.coordinated,
    width: 'minmax(110px, 1fr)',
    cell: ({ coordinated }) => <Words text={coordinated === 0 ? '' : texts.indsatser(coordinated)} />,
  },
  {
    key: 'bidrag',
    text: texts.bidrag,
    width: 'minmax(90px, 1fr)',
    cell: ({ bidrag }) => <Words text={bidrag === 0 ? '' : texts.bidragCount(bidrag)} />,
  },
]
