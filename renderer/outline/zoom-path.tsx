import {
  Breadcrumb,
  BreadcrumbButton,
  BreadcrumbDivider,
  BreadcrumbItem,
  makeStyles,
} from '@fluentui/react-components'
import { Fragment } from 'react'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import { ancestorsOf } from '../state/navigate.ts'
import { useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { zoomTo } from './actions/moving-about.ts'
import { scene } from './scene.ts'

const useStyles = makeStyles({
  path: { padding: '0 10px 4px' },
  list: { flexWrap: 'wrap' },
  button: {
    minWidth: 0,
    maxWidth: '160px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
})

/** The way from the whole plan down to what is zoomed in on; nothing when the whole plan is shown. */
export function ZoomPath() {
  const styles = useStyles()
  const root = useView(({ outline }) => outline.root)
  const mirror = useWorkbook((workbook) => workbook.mirror)
  if (root === null || !mirror?.nodes.has(root)) return null
  const path = [root, ...ancestorsOf(mirror, root)].toReversed()
  return (
    <Breadcrumb
      className={styles.path}
      size="small"
      aria-label={outlineTexts.zoom.path}
      list={{ className: styles.list }}
    >
      <BreadcrumbItem>
        <BreadcrumbButton onClick={() => zoom(null)}>{outlineTexts.zoom.whole}</BreadcrumbButton>
      </BreadcrumbItem>
      {path.map((id) => (
        <Fragment key={id}>
          <BreadcrumbDivider />
          <BreadcrumbItem>
            <BreadcrumbButton className={styles.button} current={id === root} onClick={() => zoom(id)}>
              {outlineTexts.titleOr(mirror.nodes.get(id)?.title ?? '')}
            </BreadcrumbButton>
          </BreadcrumbItem>
        </Fragment>
      ))}
    </Breadcrumb>
  )
}

function zoom(root: string | null): void {
  const at = scene()
  if (at) zoomTo(at, root)
}
