import { CheckmarkCircleRegular, DocumentBulletListRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { create } from 'zustand'
import { type Finding, qualityRules } from '../../../db/model/overview/finding.ts'
import { findingsOf } from '../../../db/model/overview/findings.ts'
import type { Overview } from '../../../db/model/overview/overview.ts'
import type { PlanRecord, Records } from '../../../db/model/records.ts'
import { overviewTexts } from '../../../db/model/texts/window/overview.ts'
import { today as dayOf } from '../../outline/today.ts'
import { showPage } from '../../state/navigate.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { Choice } from '../../ui/choice.tsx'
import { planName } from '../../ui/plan-name.ts'
import { EmptyPage } from '../empty-page.tsx'
import { Filters, NoneMatch, PlaceChoices, type PlaceFilter, passes, useKnownPlaces } from '../filters.tsx'
import { type Item, RowTable } from '../list/row-table.tsx'
import { Page } from '../page.tsx'
import { useOverview } from '../use-overview.ts'
import { qualityColumns } from './quality-columns.tsx'

const texts = overviewTexts.quality

interface QualityFilter extends PlaceFilter {
  /** '' = all */
  readonly rule: string
}

const noFilter: QualityFilter = { plan: '', unit: '', rule: '' }

/** The page as it was left. */
const useLeft = create<{ readonly filter: QualityFilter; readonly current: string | null }>(() => ({
  filter: noFilter,
  current: null,
}))

/** What is missing in the plans, or does not hang together, each with the place where it is mended. */
export function QualityPage() {
  const overview = useOverview()
  if (!overview) return <Page title={texts.title}>{null}</Page>
  return <Quality overview={overview} />
}

function Quality({ overview }: { readonly overview: Overview }) {
  const { plans, units } = useWorkbook()
  const { filter, current } = useLeft()
  const all = useFindings(overview)
  const places = useKnownPlaces(filter)
  const inPlaces = useMemo(
    () => all.filter(({ part }) => isIn(places, plans.get(part.planId))),
    [all, places, plans],
  )
  const shown = useMemo(
    () => inPlaces.filter(({ rule }) => filter.rule === '' || rule === filter.rule),
    [inPlaces, filter.rule],
  )
  const items = useMemo(() => itemsOf(shown, plans, units), [shown, plans, units])
  const columns = useMemo(() => qualityColumns(overview), [overview])
  if (all.length === 0) return <NothingFound hasPlans={plans.size > 0} />
  return (
    <Page title={texts.title} summary={texts.count(shown.length, all.length)}>
      <Filters>
        <Choice
          label={texts.rule}
          all={texts.withCount(texts.allRules, inPlaces.length)}
          value={filter.rule}
          options={rulesIn(inPlaces, filter.rule)}
          onChange={(rule) => set({ rule })}
        />
        <PlaceChoices filter={places} onChange={set} />
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
        />
      )}
    </Page>
  )
}

const set = (patch: Partial<QualityFilter>): void =>
  useLeft.setState(({ filter }) => ({ filter: { ...filter, ...patch } }))

function useFindings({ rows }: Overview): readonly Finding[] {
  const { plans, templates } = useWorkbook()
  const today = dayOf()
  return useMemo(() => findingsOf(rows, plans.values(), templates, today), [rows, plans, templates, today])
}

const isIn = (places: PlaceFilter, plan: PlanRecord | undefined): boolean =>
  plan !== undefined && passes(places, plan)

/** Rules that find something, and the one that is chosen, with how much they find. */
function rulesIn(findings: readonly Finding[], chosen: string): readonly (readonly [string, string])[] {
  const counts = Map.groupBy(findings, ({ rule }) => rule)
  return qualityRules.flatMap((rule) => {
    const count = counts.get(rule)?.length ?? 0
    const option = [rule, texts.withCount(texts.rules[rule].name, count)] as const
    return count > 0 || rule === chosen ? [option] : []
  })
}

/** Plan by plan, each under its name and how much is found there. */
const itemsOf = (
  findings: readonly Finding[],
  plans: ReadonlyMap<string, PlanRecord>,
  units: ReadonlyMap<string, Records['unit']>,
): readonly Item<Finding>[] =>
  [...Map.groupBy(findings, ({ part }) => part.planId)].flatMap(([planId, own]) => {
    const plan = plans.get(planId)
    const name = plan ? planName(plan, units) : ''
    const rows = own.map((row) => ({ kind: 'row' as const, key: `${row.rule} ${row.part.id}`, row }))
    return [{ kind: 'group' as const, key: planId, text: texts.ofPlan(name, own.length) }, ...rows]
  })

function NothingFound({ hasPlans }: { readonly hasPlans: boolean }) {
  return (
    <Page title={texts.title}>
      {hasPlans ? (
        <EmptyPage icon={CheckmarkCircleRegular} title={texts.none} help={texts.noneHelp} />
      ) : (
        <EmptyPage
          icon={DocumentBulletListRegular}
          title={texts.empty}
          help={texts.emptyHelp}
          action={{ text: texts.emptyAction, run: () => showPage('plans') }}
        />
      )}
    </Page>
  )
}
