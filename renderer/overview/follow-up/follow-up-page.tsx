import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { create } from 'zustand'
import { nextRoundDate } from '../../../db/model/follow-up.ts'
import { countLights, type FollowedUp, followedUp } from '../../../db/model/overview/follow-up.ts'
import type { Overview } from '../../../db/model/overview/overview.ts'
import type { Light } from '../../../db/model/overview/rows.ts'
import { roundName } from '../../../db/model/texts/follow-up.ts'
import { overviewTexts } from '../../../db/model/texts/window/overview.ts'
import { today } from '../../outline/today.ts'
import { showPage } from '../../state/navigate.ts'
import { run } from '../../state/run.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { planName } from '../../ui/plan-name.ts'
import { EmptyPage } from '../empty-page.tsx'
import { Filters, NoneMatch, PlaceChoices, type PlaceFilter, passes, useKnownPlaces } from '../filters.tsx'
import { type Item, RowTable } from '../list/row-table.tsx'
import { Page } from '../page.tsx'
import { useOverview } from '../use-overview.ts'
import { followUpColumns } from './follow-up-columns.tsx'
import { type LightChosen, LightFilter } from './light-filter.tsx'

const texts = overviewTexts.followUp

interface FollowUpView {
  readonly places: PlaceFilter
  readonly light: LightChosen
  /** Rows that stay in spite of the light that is chosen: they got another one since. */
  readonly kept: ReadonlySet<string>
  readonly current: string | null
}

const noFilter = { places: { plan: '', unit: '' }, light: '' as const, kept: new Set<string>() }

/** The page as it was left. */
const useLeft = create<FollowUpView>(() => ({ ...noFilter, current: null }))

const useStyles = makeStyles({
  noRound: { flexShrink: 0, color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalM },
})

/** Indsatser, bidrag and milestones with their lights in the latest round. */
export function FollowUpPage() {
  const overview = useOverview()
  if (!overview) return <Page title={texts.title}>{null}</Page>
  return <FollowUp overview={overview} />
}

function FollowUp({ overview }: { readonly overview: Overview }) {
  const styles = useStyles()
  const units = useWorkbook((workbook) => workbook.units)
  const { light, kept, current, places: left } = useLeft()
  const places = useKnownPlaces(left)
  const all = useMemo(() => followedUp(overview), [overview])
  const inPlaces = useMemo(() => all.filter(({ plan }) => passes(places, plan)), [all, places])
  const counts = useMemo(() => countLights(inPlaces), [inPlaces])
  const shown = useMemo(
    () => inPlaces.filter((row) => light === '' || (row.light ?? 'none') === light || kept.has(row.part.id)),
    [inPlaces, light, kept],
  )
  const items = useMemo(() => itemsOf(shown, ({ plan }) => planName(plan, units)), [shown, units])
  const { round } = overview.rows
  if (all.length === 0) return <NothingToFollow />
  return (
    <Page
      title={texts.title}
      summary={[round?.name, texts.count(shown.length, all.length)].filter(Boolean).join(' · ')}
    >
      {!round && <Text className={styles.noRound}>{texts.noRound(roundName(nextRoundDate(today())))}</Text>}
      <LightFilter
        counts={counts}
        chosen={light}
        onChange={(chosen) => useLeft.setState({ light: chosen, kept: noFilter.kept })}
      />
      <Filters>
        <PlaceChoices
          filter={places}
          onChange={(chosen) => useLeft.setState({ places: chosen, kept: noFilter.kept })}
        />
      </Filters>
      {shown.length === 0 ? (
        <NoneMatch onClear={() => useLeft.setState(noFilter)} />
      ) : (
        <RowTable
          label={texts.title}
          columns={columns}
          items={items}
          rowHeight={40}
          current={current}
          onCurrent={(key) => useLeft.setState({ current: key })}
        />
      )}
    </Page>
  )
}

function setLight({ part }: FollowedUp, light: Light | null): void {
  useLeft.setState(({ kept }) => ({ kept: new Set([...kept, part.id]) }))
  void run({ type: 'status.set', nodeId: part.id, light, today: today() })
}

const columns = followUpColumns(setLight)

/** Plan by plan, each under its name. */
const itemsOf = (
  rows: readonly FollowedUp[],
  nameOf: (row: FollowedUp) => string,
): readonly Item<FollowedUp>[] =>
  [...Map.groupBy(rows, ({ plan }) => plan.id)].flatMap(([planId, own]) => {
    const [first] = own
    const rowsOfPlan = own.map((row) => ({ kind: 'row' as const, key: row.part.id, row }))
    return first ? [{ kind: 'group' as const, key: planId, text: nameOf(first) }, ...rowsOfPlan] : []
  })

function NothingToFollow() {
  return (
    <Page title={texts.title}>
      <EmptyPage
        icon={ClipboardTaskListLtrRegular}
        title={texts.empty}
        help={texts.emptyHelp}
        action={{ text: texts.emptyAction, run: () => showPage('plans') }}
      />
    </Page>
  )
}
