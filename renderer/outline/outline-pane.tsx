import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect } from 'react'
import { offerFocus } from '../state/focus.ts'
import { childrenOf } from '../state/mirror.ts'
import { useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { PasteDialog } from './clipboard/paste-dialog.tsx'
import { ContextMenu } from './context-menu.tsx'
import { EmptyOutline, NothingFound } from './empty-outline.tsx'
import { FilterField } from './filter-field.tsx'
import { NewRowMenu } from './new-row-menu.tsx'
import { OutlineTree } from './outline-tree.tsx'
import { PlanHeader } from './plan-header.tsx'
import { goToRow, reveal } from './row-focus.ts'
import { shownRows, useShownRows } from './scene.ts'
import { ZoomPath } from './zoom-path.tsx'

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  bar: { display: 'flex', alignItems: 'center', gap: '4px', padding: '0 10px 8px 18px' },
})

/** The outline of the open plan. */
export function OutlinePane() {
  const styles = useStyles()
  useFocusOffers()
  return (
    <div className={styles.pane}>
      <PlanHeader />
      <div className={styles.bar}>
        <FilterField />
        <NewRowMenu />
      </div>
      <ZoomPath />
      <Rows />
      <ContextMenu />
      <PasteDialog />
    </div>
  )
}

function Rows() {
  const isEmpty = useWorkbook(({ mirror }) => mirror !== null && childrenOf(mirror, null).length === 0)
  const hasRows = useShownRows().length > 0
  if (isEmpty) return <EmptyOutline />
  return hasRows ? <OutlineTree /> : <NothingFound />
}

/** Who undoes, jumps or comes from another pane is brought back to a row, or to the caret in its title. */
function useFocusOffers(): void {
  useEffect(() => {
    const stops = [
      offerFocus('row', ({ nodeId }) => focusNode(nodeId, null)),
      offerFocus('title', ({ nodeId, place }) => focusNode(nodeId, Number(place.split('@')[1] ?? 0))),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
}

/** A node that is gone leaves the focus with the current row. */
function focusNode(nodeId: string | null, caret: number | null): void {
  const { mirror } = useWorkbook.getState()
  const { current } = useView.getState().outline
  const wanted = nodeId !== null && mirror?.nodes.has(nodeId) ? nodeId : (current ?? shownRows()[0]?.id)
  if (wanted === undefined) return
  reveal(wanted)
  goToRow(wanted, wanted === nodeId ? caret : null)
}
