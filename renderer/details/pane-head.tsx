import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronRight12Regular } from '@fluentui/react-icons'
import { Fragment } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { formatPeriod } from '../../db/model/period.ts'
import { detailsTexts } from '../../db/model/texts/window/details.ts'
import { ancestorsOf, goToNode } from '../state/navigate.ts'
import { openPlan, useWorkbook } from '../state/workbook.ts'
import { useLive } from './rich-text/live.ts'
import { RichTextTools } from './rich-text/tools.tsx'

const useStyles = makeStyles({
  head: {
    flexShrink: '0',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    boxSizing: 'border-box',
    height: '40px',
    padding: '0 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    containerType: 'inline-size',
  },
  path: { flex: '1 1 0', minWidth: '0', overflow: 'hidden' },
  /** The tools of a text need the room. */
  besideTools: { '@container (max-width: 480px)': { display: 'none' } },
  crumbs: {
    display: 'flex',
    alignItems: 'center',
    margin: '0',
    padding: '2px',
    listStyleType: 'none',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  crumb: { flex: '0 1 auto', minWidth: '0', display: 'flex' },
  mark: { flexShrink: '0', display: 'flex' },
  button: {
    minWidth: '28px',
    maxWidth: '240px',
    padding: '2px 6px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

/** The way from the plan down to the node; while a rich text is edited, also what can be done with it. */
export function PaneHead({ nodeId }: { readonly nodeId: string | null }) {
  const styles = useStyles()
  const editor = useLive((live) => live.editor)
  return (
    <div className={styles.head}>
      <nav
        className={mergeClasses(styles.path, editor !== null && styles.besideTools)}
        aria-label={detailsTexts.path}
      >
        <Crumbs nodeId={nodeId} />
      </nav>
      {editor && <RichTextTools editor={editor} />}
    </div>
  )
}

function Crumbs({ nodeId }: { readonly nodeId: string | null }) {
  const styles = useStyles()
  const plan = useWorkbook(openPlan)
  const above = useWorkbook(
    useShallow(({ mirror }) => (mirror && nodeId !== null ? ancestorsOf(mirror, nodeId).toReversed() : [])),
  )
  if (!plan || nodeId === null) return null
  const period = formatPeriod({ from: plan.periodFrom, to: plan.periodTo })
  return (
    <ol className={styles.crumbs}>
      <li className={styles.crumb}>
        <Crumb name={`${plan.title} ${period}`} onOpen={() => void goToNode(plan.id, null, 'field:')} />
      </li>
      {above.map((id) => (
        <Fragment key={id}>
          <li className={styles.mark} aria-hidden>
            <ChevronRight12Regular />
          </li>
          <li className={styles.crumb}>
            <NodeCrumb nodeId={id} onOpen={() => void goToNode(plan.id, id)} />
          </li>
        </Fragment>
      ))}
    </ol>
  )
}

function NodeCrumb({ nodeId, onOpen }: { readonly nodeId: string; readonly onOpen: () => void }) {
  const title = useWorkbook(({ mirror }) => mirror?.nodes.get(nodeId)?.title ?? '')
  return <Crumb name={title || detailsTexts.noTitle} onOpen={onOpen} />
}

function Crumb({ name, onOpen }: { readonly name: string; readonly onOpen: () => void }) {
  const styles = useStyles()
  return (
    <Button appearance="transparent" size="small" className={styles.button} title={name} onClick={onOpen}>
      <span className={styles.name}>{name}</span>
    </Button>
  )
}
