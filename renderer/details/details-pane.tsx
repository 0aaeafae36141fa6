import { makeStyles, tokens } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons'
import { startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type OutlineType, outlineType, type Template } from '../../db/model/template/template.ts'
import { packetTexts } from '../../db/model/texts/window/packet.ts'
import { useIsToRead } from '../state/locked.ts'
import { useView } from '../state/view.ts'
import { openPlan, openTemplate, useWorkbook } from '../state/workbook.ts'
import { NodeForm } from './form/node-form.tsx'
import { IndicatorForm, MilestoneForm } from './form/part-form.tsx'
import { PlanForm } from './form/plan-form.tsx'
import { PaneFoot } from './pane-foot.tsx'
import { PaneHead } from './pane-head.tsx'
import { useFulfilledWish, useIsWished, useOfferedPlaces } from './places.ts'
import { type FormNode, useFormNode } from './select.ts'

const useStyles = makeStyles({
  pane: { height: '100%', minHeight: '0', minWidth: '0', display: 'flex', flexDirection: 'column' },
  scroll: {
    flex: '1 1 auto',
    minHeight: '0',
    overflowY: 'auto',
    scrollbarGutter: 'stable',
    // Who comes to a field also sees what is said under it.
    scrollPaddingBlock: '44px 56px',
  },
  toRead: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: '0 0 8px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  /** Longer lines are hard to read. */
  form: {
    boxSizing: 'border-box',
    maxWidth: '900px',
    padding: '0 20px 48px',
    containerType: 'inline-size',
    containerName: 'form',
  },
})

/** What the current row of the outline says, as the template's paper form; with no row chosen, the plan's cover. */
export function DetailsPane() {
  const styles = useStyles()
  const node = useFormNode(useCalmCurrent())
  const root = useRef<HTMLDivElement>(null)
  const toRead = useIsToRead(node?.id ?? null)
  useOfferedPlaces()
  useFulfilledWish(root, node?.id ?? null)
  return (
    <div className={styles.pane} ref={root} data-form>
      <PaneHead nodeId={node?.id ?? null} />
      <div className={styles.scroll} key={node?.id ?? ''}>
        <div className={styles.form}>
          {toRead && <ToRead />}
          {node ? <FormOf node={node} /> : <OpenPlanForm />}
        </div>
      </div>
      {node && <PaneFoot nodeId={node.id} />}
    </div>
  )
}

/** Why nothing can be written here. */
function ToRead() {
  const styles = useStyles()
  return (
    <p className={styles.toRead}>
      <LockClosedRegular fontSize={16} aria-hidden />
      {packetTexts.lockedHint}
    </p>
  )
}

/** The current row. Whoever runs down the outline does not wait for the forms on the way. */
function useCalmCurrent(): string | null {
  const current = useView(({ outline }) => outline.current)
  const [shown, setShown] = useState(current)
  const isWished = useIsWished(current)
  useEffect(() => startTransition(() => setShown(current)), [current])
  // The caret goes into this form, and so does the next key.
  useLayoutEffect(() => {
    if (isWished) setShown(current)
  }, [isWished, current])
  return shown
}

function FormOf({ node }: { readonly node: FormNode }) {
  const template = useWorkbook(openTemplate)
  if (node.type === 'milestone') return <MilestoneForm node={node} />
  if (node.type === 'indicator') return <IndicatorForm node={node} />
  return template && isInOutline(node) ? <NodeForm node={node} template={template} /> : null
}

const isInOutline = (node: FormNode): node is FormNode & { readonly type: OutlineType } =>
  outlineType.safeParse(node.type).success

function OpenPlanForm() {
  const plan = useWorkbook(openPlan)
  const template: Template | undefined = useWorkbook(openTemplate)
  return plan && template ? <PlanForm plan={plan} template={template} /> : null
}
