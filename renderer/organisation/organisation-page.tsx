import { OrganizationRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { create } from 'zustand'
import type { Overview } from '../../db/model/overview/overview.ts'
import { unitSummaries } from '../../db/model/overview/units.ts'
import { overviewTexts } from '../../db/model/texts/window/overview.ts'
import { act } from '../actions/registry.ts'
import { EmptyPage } from '../overview/empty-page.tsx'
import { RowTable } from '../overview/list/row-table.tsx'
import { Page } from '../overview/page.tsx'
import { useOverview } from '../overview/use-overview.ts'
import { useWorkbook } from '../state/workbook.ts'
import { OrganisationName } from './organisation-name.tsx'
import { unitColumns } from './unit-columns.tsx'

const texts = overviewTexts.organisation

/** The page as it was left. */
const useLeft = create<{ readonly current: string | null }>(() => ({ current: null }))

/** Whose workbook this is, and the units that its plans are of. */
export function OrganisationPage() {
  const overview = useOverview()
  if (!overview) return <Page title={texts.title}>{null}</Page>
  return <Organisation overview={overview} />
}

function Organisation({ overview }: { readonly overview: Overview }) {
  const { units, templates } = useWorkbook()
  const current = useLeft((left) => left.current)
  const items = useMemo(
    () =>
      unitSummaries(overview, units.values(), templates).map((row) => ({
        kind: 'row' as const,
        key: row.unit.id,
        row,
      })),
    [overview, units, templates],
  )
  return (
    <Page title={texts.title} summary={texts.count(units.size)}>
      <OrganisationName />
      {items.length === 0 ? (
        <EmptyPage
          icon={OrganizationRegular}
          title={texts.empty}
          help={texts.emptyHelp}
          action={{ text: texts.emptyAction, run: () => act('plan.new') }}
        />
      ) : (
        <RowTable
          label={texts.units}
          columns={unitColumns}
          items={items}
          rowHeight={40}
          current={current}
          onCurrent={(key) => useLeft.setState({ current: key })}
        />
      )}
    </Page>
  )
}
