import { Switch } from '@fluentui/react-components'
import { FlagRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { create } from 'zustand'
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
  const { filter, current } = useLeft()
  const places = useKnownPlaces(filter)
  const today = dayOf()
  const all = useMemo(() => timelineOf(overview), [overview])
  const people = useMemo(() => responsibleIn(all), [all])
  const responsible = people.includes(filter.responsible) ? filter.responsible : ''
  const shown = useMemo(
    () =>
      all.filter(
        (entry) =>
          passes(places, entry.plan) &&
          (responsible === '' || entry.milestone.responsible === responsible) &&
          !(filter.aheadOnly && isOver(entry, today)),
      ),
    [all, places, responsible, filter.aheadOnly, today],
  )
  const items = useMemo(() => timelineItems(shown, today), [shown, today])
  const columns = useMemo(() => timelineColumns(units), [units])
  const set = (patch: Partial<TimelineFilter>) => useLeft.setState({ filter: { ...filter, ...patch } })
  if (all.length === 0) return <NoMilestones />
  return (
    <Page title={texts.title} summary={texts.count(shown.length, all.length)}>
      <Filters>
        <PlaceChoices filter={places} onChange={set} />
        <Choice
          label={texts.responsible}
          all={texts.allResponsible}
          value={responsible}
          options={people.map((name) => [name, name])}
          onChange={(name) => set({ responsible: name })}
        />
        <Switch
          label={texts.aheadOnly}
          checked={filter.aheadOnly}
          onChange={(_, { checked }) => set({ aheadOnly: checked })}
        />
      </Filters>
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

const collator = new Intl.Collator('da', { numeric: true })

const responsibleIn = (entries: readonly TimelineEntry[]): readonly string[] =>
  [...new Set(entries.flatMap(({ milestone }) => milestone.responsible || []))].toSorted(collator.compare)
