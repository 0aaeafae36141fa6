import { makeStyles } from '@fluentui/react-components'
import { type KeyboardEvent, type MouseEvent, useMemo } from 'react'
import type { GoalBranch } from '../../../db/model/overview/goal-tree.ts'
import type { Overview } from '../../../db/model/overview/overview.ts'
import { overviewTexts } from '../../../db/model/texts/window/overview.ts'
import { goToNode, openPlan } from '../../state/navigate.ts'
import { lineOf, useCursor } from '../list/use-cursor.ts'
import { BranchRow } from './branch-row.tsx'
import { turn, type Unfolding, type VisibleBranch, visibleBranches } from './visible-branches.ts'

const useStyles = makeStyles({
  scroller: { flex: '1 0 200px', minHeight: 0, overflow: 'auto', margin: '0 -12px', padding: '2px 12px' },
  rows: { position: 'relative', minWidth: '560px' },
})

interface GoalListProps {
  readonly overview: Overview
  readonly tree: readonly GoalBranch[]
  readonly unfolding: Unfolding
  readonly onUnfolding: (unfolding: Unfolding) => void
  readonly current: string | null
  readonly onCurrent: (key: string) => void
}

/** The tree: arrows move and fold, Enter goes to what the line is about. */
export function GoalList({ overview, tree, unfolding, onUnfolding, current, onCurrent }: GoalListProps) {
  const styles = useStyles()
  const lines = useMemo(() => visibleBranches(tree, unfolding), [tree, unfolding])
  const cursor = useCursor({ lines, current, onCurrent, head: 0 })
  const fold = ({ branch }: VisibleBranch) => {
    if (branch.children.length > 0) onUnfolding(turn(unfolding, branch.key))
  }
  const go = (line: VisibleBranch) => {
    const { what } = line.branch
    if (what.kind === 'loose') fold(line)
    else if (what.kind === 'plan') void openPlan(what.plan.id)
    else void goToNode(what.node.planId, what.node.id)
  }
  const press = (event: KeyboardEvent) => {
    const line = lines[cursor.at]
    if (!line || event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return
    if (!cursor.press(event) && !pressed(event.key, line)) return
    event.preventDefault()
  }
  const pressed = (key: string, line: VisibleBranch): boolean => {
    if (key === 'Enter') go(line)
    else if (key === ' ') fold(line)
    else if (key === 'ArrowRight') stepIn(line)
    else if (key === 'ArrowLeft') stepOut(line)
    else return false
    return true
  }
  const stepIn = (line: VisibleBranch) => {
    if (line.isOpen) cursor.goTo(cursor.at + 1)
    else fold(line)
  }
  const stepOut = (line: VisibleBranch) => {
    if (line.isOpen) fold(line)
    else if (line.above !== null) cursor.goTo(lines.findIndex(({ key }) => key === line.above))
  }
  const click = ({ target }: MouseEvent) => {
    const line = lines[lineOf(target)]
    const part = target instanceof Element ? target.closest('[data-part]')?.getAttribute('data-part') : null
    if (line && part === 'fold') fold(line)
    else if (line && part === 'title') go(line)
  }
  const doubleClick = ({ target }: MouseEvent) => {
    const line = lines[lineOf(target)]
    if (line && !(target instanceof Element && target.closest('[data-part]'))) go(line)
  }
  return (
    <div
      ref={cursor.scroller}
      className={styles.scroller}
      role="tree"
      aria-label={overviewTexts.goals.tree}
      onKeyDown={press}
      onClick={click}
      onDoubleClick={doubleClick}
      onFocus={cursor.hearFocus}
    >
      <div className={styles.rows} role="presentation" style={{ height: cursor.virtual.getTotalSize() }}>
        {cursor.virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          return (
            line && (
              <BranchRow
                {...line}
                key={line.key}
                overview={overview}
                index={index}
                top={start}
                isEntry={index === cursor.at}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
