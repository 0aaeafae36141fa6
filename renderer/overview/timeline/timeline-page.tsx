import { Switch } from '@fluentui/react-components'
import { FlagRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { create } from 'zustand'
import { inDanishOrder } from '../../../db/model/danish.ts'
import type { Overview } from '../../../db/model/overview/overview.ts'
import { isOver, type TimelineEntry, timelineOf } from '../../../db/model/overview/timeline.ts'
import { overviewTexts } from '../../../db/model/texts/window/overview.ts'
import { today as dayOf } from '../../outline/today.ts'
import { showPage } from '../../state/navigate.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { Choice } from '../../ui/choice.tsx'
import { EmptyPage } from '../empty-page.tsx'
import { Filters, NoneMatch, PlaceChoices, type PlaceFilter, passes, useKnownPlaces } from '../filters.tsx'
import { RowTable } from '../list/row-table.tsx'
import { Page } from '../page.tsx'
import { useOverview } from '../use-overview.ts'
import { timelineColumns } from './timeline-columns.tsx'
import { TODAY, timelineItems } from './timeline-items.ts'

const texts = overviewTexts.timeline

interface TimelineFilter extends PlaceFilter {
  /** As it is written; '' = all. */
  readonly responsible: string
  readonly aheadOnly: boolean
}

const noFilter: TimelineFilter = { plan: '', unit: '', responsible: '', aheadOnly: false }

/** The page as it was left. */
const useLeft = create<{ readonly filter: TimelineFilter; readonly current: string | null }>(() => ({
  filter: noFilter,
  current: null,
}))

/** The milestones of all plans by when they are due. */
export function TimelinePage() {
  const overview = useOverview()
  if (!overview) return <Page title={texts.title}>{null}</Page>
  return <Timeline overview={overview} />
}

function Timeline({ overview }: { readonly overview: Overview }) {
  const units = useWorkbook((workbook) => workbook.units)
  const current = useLeft((left) => left.current)
  const all = useMemo(() => timelineOf(overview), [overview])
  const people = useMemo(() => responsibleIn(all), [all])
  const filter = useKnownFilter(people)
  const today = dayOf()
  const shown = useMemo(() => all.filter((entry) => isShown(filter, entry, today)), [all, filter, today])
  const items = useMemo(() => timelineItems(shown, today), [shown, today])
  const columns = useMemo(() => timelineColumns(units), [units])
  if (all.length === 0) return <NoMilestones />
  return (
    <Page title={texts.title} summary={texts.count(shown.length, all.length)}>
      <TimelineFilters filter={filter} people={people} />
      {shown.length === 0 ? (
        <NoneMatch onClear={() => set(noFilter)} />
      ) : (
        <RowTable
          label={texts.title}
          columns={columns}
          items={items}
          rowHeight={48}
          current={current}
          onCurrent={(key) => useLeft.setState({ current: key })}
          begin={TODAY}
        />
      )}
    </Page>
  )
}

const set = (patch: Partial<TimelineFilter>): void =>
  useLeft.setState(({ filter }) => ({ filter: { ...filter, ...patch } }))

/** The filter without what is no longer there. */
function useKnownFilter(people: readonly string[]): TimelineFilter {
  const { aheadOnly, ...filter } = useLeft((left) => left.filter)
  const places = useKnownPlaces(filter)
  const responsible = people.includes(filter.responsible) ? filter.responsible : ''
  return useMemo(() => ({ ...places, responsible, aheadOnly }), [places, responsible, aheadOnly])
}

const isShown = (filter: TimelineFilter, entry: TimelineEntry, today: string): boolean =>
  passes(filter, entry.plan) &&
  (filter.responsible === '' || entry.milestone.responsible === filter.responsible) &&
  !(filter.aheadOnly && isOver(entry, today))

interface TimelineFiltersProps {
  readonly filter: TimelineFilter
  readonly people: readonly string[]
}

function TimelineFilters({ filter, people }: TimelineFiltersProps) {
  return (
    <Filters>
      <PlaceChoices filter={filter} onChange={set} />
      <Choice
        label={texts.responsible}
        all={texts.allResponsible}
        value={filter.responsible}
        options={people.map((name) => [name, name])}
        onChange={(responsible) => set({ responsible })}
      />
      <Switch
        label={texts.aheadOnly}
        checked={filter.aheadOnly}
        onChange={(_, { checked }) => set({ aheadOnly: checked })}
      />
    </Filters>
  )
}

function NoMilestones() {
  return (
    <Page title={texts.title}>
      <EmptyPage
        icon={FlagRegular}
        title={texts.empty}
        help={texts.emptyHelp}
        action={{ text: texts.emptyAction, run: () => showPage('plans') }}
      />
    </Page>
  )
}

const responsibleIn = (entries: readonly TimelineEntry[]): readonly string[] =>
  [...new Set(entries.flatMap(({ milestone }) => milestone.responsible || []))].toSorted(inDanishOrder)
