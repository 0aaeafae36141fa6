import { makeStyles, Switch, Text, ToggleButton, tokens } from '@fluentui/react-components'
import { BuildingGovernmentRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { create } from 'zustand'
import { gapsOf, goalCounts, goalTree } from '../../../db/model/overview/goal-tree.ts'
import type { Overview } from '../../../db/model/overview/overview.ts'
import { overviewTexts } from '../../../db/model/texts/window/overview.ts'
import { openDialog } from '../../state/view.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { EmptyPage } from '../empty-page.tsx'
import { Filters } from '../filters.tsx'
import { Page } from '../page.tsx'
import { useOverview } from '../use-overview.ts'
import { GoalList } from './goal-list.tsx'
import { type Depth, depths, type Unfolding } from './visible-branches.ts'

const texts = overviewTexts.goals

interface GoalsView {
  readonly unfolding: Unfolding
  readonly gapsOnly: boolean
  readonly current: string | null
}

/** The page as it was left. */
const useLeft = create<GoalsView>(() => ({
  unfolding: { depth: 'indsatser', turned: new Set() },
  gapsOnly: false,
  current: null,
}))

/** The thread from the politicians' goals to indsatser and bidrag, and where it is broken. */
export function GoalsPage() {
  const overview = useOverview()
  if (!overview) return <Page title={texts.title}>{null}</Page>
  return <Goals overview={overview} />
}

function Goals({ overview }: { readonly overview: Overview }) {
  const { unfolding, gapsOnly, current } = useLeft()
  const tree = useMemo(() => goalTree(overview), [overview])
  const shown = useMemo(() => (gapsOnly ? gapsOf(tree) : tree), [tree, gapsOnly])
  if (tree.length === 0) return <NoGoals />
  const { goals, goalsWithout, loose } = goalCounts(tree)
  return (
    <Page title={texts.title} summary={texts.summary(goals, goalsWithout, loose)}>
      <Filters>
        <DepthChoice
          depth={unfolding.depth}
          onChange={(depth) => useLeft.setState({ unfolding: { depth, turned: new Set() } })}
        />
        <Switch
          label={texts.gapsOnly}
          checked={gapsOnly}
          onChange={(_, { checked }) => useLeft.setState({ gapsOnly: checked })}
        />
      </Filters>
      {shown.length === 0 ? (
        <Text>{texts.noGaps}</Text>
      ) : (
        <GoalList
          overview={overview}
          tree={shown}
          unfolding={unfolding}
          onUnfolding={(next) => useLeft.setState({ unfolding: next })}
          current={current}
          onCurrent={(key) => useLeft.setState({ current: key })}
        />
      )}
    </Page>
  )
}

const useStyles = makeStyles({
  depths: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    border: 'none',
    minInlineSize: 0,
  },
})

interface DepthChoiceProps {
  readonly depth: Depth
  readonly onChange: (depth: Depth) => void
}

/** How far all branches are unfolded. */
function DepthChoice({ depth, onChange }: DepthChoiceProps) {
  const styles = useStyles()
  return (
    <fieldset className={styles.depths} aria-label={texts.show}>
      {depths.map((each) => (
        <ToggleButton key={each} size="small" checked={depth === each} onClick={() => onChange(each)}>
          {texts.levels[each]}
        </ToggleButton>
      ))}
    </fieldset>
  )
}

/** Goals are written in plans of a kind that has them. */
function NoGoals() {
  const templates = useWorkbook((workbook) => workbook.templates)
  const template = [...templates.values()].find(({ nodes }) => nodes.goal !== undefined)
  const action = template && {
    text: texts.emptyAction(template.name),
    run: () => openDialog({ kind: 'new-plan', template: template.key }),
  }
  return (
    <Page title={texts.title}>
      <EmptyPage
        icon={BuildingGovernmentRegular}
        title={texts.empty}
        help={texts.emptyHelp}
        action={action}
      />
    </Page>
  )
}
