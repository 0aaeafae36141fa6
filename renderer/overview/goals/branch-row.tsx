import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  ChevronDownRegular,
  ChevronRightRegular,
  DocumentRegular,
  FlagRegular,
  WarningRegular,
} from '@fluentui/react-icons'
import { type GoalBranch, nextMilestone } from '../../../db/model/overview/goal-tree.ts'
import type { Overview } from '../../../db/model/overview/overview.ts'
import type { OverviewNode } from '../../../db/model/overview/rows.ts'
import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import { overviewTexts } from '../../../db/model/texts/window/overview.ts'
import { labelOf } from '../../outline/labels.ts'
import { LightIcon } from '../../outline/light-icon.tsx'
import { NodeIcon } from '../../outline/node-icon.tsx'
import { today } from '../../outline/today.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { planName } from '../../ui/plan-name.ts'
import type { VisibleBranch } from './visible-branches.ts'

const texts = overviewTexts.goals

/** CSS pixels that a level is indented by. */
const INDENT = 20

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    paddingRight: '8px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    // The contrast theme's fill for hovering cannot be read under texts of other colours.
    ':global([data-look="contrast"])': {
      ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  fold: {
    flexShrink: 0,
    width: '24px',
    height: '24px',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    fontSize: '12px',
    color: tokens.colorNeutralForeground3,
    borderRadius: tokens.borderRadiusSmall,
  },
  foldable: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorSubtleBackgroundPressed } },
  icon: { flexShrink: 0, fontSize: '18px', color: tokens.colorNeutralForeground3 },
  title: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForegroundLink, textDecorationLine: 'underline' },
  },
  group: { fontWeight: tokens.fontWeightSemibold },
  room: { flex: 1 },
  /** Columns, so that what is alike stands below each other. */
  details: {
    flexShrink: 0,
    display: 'grid',
    gridTemplateColumns: '138px 146px minmax(0, 188px) 16px',
    alignItems: 'center',
    columnGap: '12px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  next: { display: 'flex', alignItems: 'center', columnGap: '4px', minWidth: 0 },
  gap: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorStatusWarningForeground1,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
  detail: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  light: { display: 'flex' },
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

interface BranchRowProps extends VisibleBranch {
  readonly overview: Overview
  readonly index: number
  readonly isEntry: boolean
  readonly top: number
}

/** One line of the goals: a plan, a goal, an indsats or a bidrag. */
export function BranchRow({ overview, index, isEntry, top, ...line }: BranchRowProps) {
  const styles = useStyles()
  const { branch, level, setSize, posInSet, isOpen, height } = line
  const hasChildren = branch.children.length > 0
  const isGroup = branch.what.kind !== 'node'
  const title = useTitle(branch)
  const Fold = isOpen ? ChevronDownRegular : ChevronRightRegular
  return (
    <div
      role="treeitem"
      tabIndex={isEntry ? 0 : -1}
      aria-level={level}
      aria-setsize={setSize}
      aria-posinset={posInSet}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-selected={isEntry}
      data-line={index}
      data-entry
      className={styles.row}
      style={{ transform: `translateY(${top}px)`, height, paddingLeft: (level - 1) * INDENT }}
    >
      <span className={mergeClasses(styles.fold, hasChildren && styles.foldable)} data-part="fold">
        {hasChildren && <Fold />}
      </span>
      {branch.what.kind === 'node' ? (
        <NodeIcon type={branch.what.node.type} />
      ) : (
        <DocumentRegular className={styles.icon} />
      )}
      <span className={mergeClasses(styles.title, isGroup && styles.group)} title={title} data-part="title">
        {title}
      </span>
      {branch.what.kind === 'node' && (
        <NodeDetails overview={overview} branch={branch} node={branch.what.node} />
      )}
    </div>
  )
}

function useTitle({ what }: GoalBranch): string {
  const units = useWorkbook((workbook) => workbook.units)
  if (what.kind === 'plan') return planName(what.plan, units)
  return what.kind === 'loose' ? texts.loose : outlineTexts.titleOr(what.node.title)
}

interface NodeDetailsProps {
  readonly overview: Overview
  readonly branch: GoalBranch
  readonly node: OverviewNode
}

function NodeDetails({ overview, branch, node }: NodeDetailsProps) {
  const styles = useStyles()
  const { templates, units } = useWorkbook()
  const plan = overview.plans.get(node.planId)
  const template = templates.get(plan?.template ?? '')
  const light = overview.lights.get(node.id)
  const next = nextMilestone(overview, node, today())
  const isWork = node.type === 'indsats' || node.type === 'bidrag'
  return (
    <>
      {template && <span className={styles.heard}>{`, ${labelOf(template, node.type).singular}`}</span>}
      {branch.isGap && (
        <span className={styles.gap}>
          <WarningRegular fontSize={14} />
          {node.type === 'goal' ? texts.noIndsats : texts.noGoal}
        </span>
      )}
      <span className={styles.room} />
      <span className={styles.details}>
        <span className={styles.detail}>{countOf(branch)}</span>
        <span className={styles.next}>
          {next !== null && (
            <>
              <FlagRegular fontSize={14} title={texts.next} style={{ flexShrink: 0 }} />
              <span className={styles.detail} title={next}>
                {next}
              </span>
            </>
          )}
        </span>
        <span className={styles.detail}>{isWork && units.get(plan?.unitId ?? '')?.name}</span>
        <span className={styles.light}>{light && <LightIcon light={light} />}</span>
      </span>
    </>
  )
}

/** What stands under a goal or an indsats, each thing counted once. */
function countOf(branch: GoalBranch): string {
  const { indsatser, bidrag } = below(branch)
  const parts = [
    ...(indsatser.size === 0 ? [] : [texts.indsatser(indsatser.size)]),
    ...(bidrag.size === 0 ? [] : [texts.bidrag(bidrag.size)]),
  ]
  return parts.join(' · ')
}

function below({ children }: GoalBranch) {
  const indsatser = new Set<string>()
  const bidrag = new Set<string>()
  for (const child of children) {
    if (child.what.kind === 'node' && child.what.node.type === 'indsats') indsatser.add(child.what.node.id)
    if (child.what.kind === 'node' && child.what.node.type === 'bidrag') bidrag.add(child.what.node.id)
    const more = below(child)
    for (const id of more.indsatser) indsatser.add(id)
    for (const id of more.bidrag) bidrag.add(id)
  }
  return { indsatser, bidrag }
}
