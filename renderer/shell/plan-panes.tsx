import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import { OutlinePane } from '../outline/outline-pane.tsx'
import { remember, usePreferences } from '../state/preferences.ts'
import { useWorkbook } from '../state/workbook.ts'
import { useLate } from '../ui/late.ts'
import { Divider } from './divider.tsx'
import { FirstHint } from './first-hint.tsx'
import { LEAST, type PaneWidths, paneWidths } from './pane-widths.ts'
import { detailsPart, previewPart } from './parts.ts'

const useStyles = makeStyles({
  panes: { display: 'flex', flex: 1, minWidth: 0, minHeight: 0 },
  side: { flexShrink: 0, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  middle: { flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  paper: { backgroundColor: tokens.colorNeutralBackground2 },
})

/** The plan: outline, form, and the page that is being made. */
export function PlanPanes() {
  const styles = useStyles()
  const planId = useWorkbook(({ mirror }) => mirror?.planId)
  const { outline, preview, previewOpen } = usePreferences((preferences) => preferences.panes)
  const room = useRoom()
  const form = useLate(detailsPart)
  const page = useLate(previewPart)
  if (planId === undefined) return null
  const shown = paneWidths({ outline, preview: previewOpen ? preview : 0 }, room)
  // The widths that are seen are kept, so that what is dragged follows the pointer.
  const set = (patch: Partial<PaneWidths>) =>
    remember({ panes: { ...usePreferences.getState().panes, ...(shown.preview > 0 ? shown : {}), ...patch } })
  const sides = room - LEAST.details
  return (
    <div className={styles.panes} key={planId}>
      <section
        className={styles.side}
        style={{ width: shown.outline }}
        aria-label={shellTexts.panes.outline}
        data-pane="outline"
      >
        <OutlinePane />
        <FirstHint />
      </section>
      <Divider
        label={shellTexts.panes.outlineWidth}
        value={shown.outline}
        min={LEAST.outline}
        max={sides - shown.preview}
        sizes="left"
        onChange={(width) => set({ outline: width })}
      />
      <section className={styles.middle} aria-label={shellTexts.panes.details} data-pane="details">
        {form && <form.DetailsPane />}
      </section>
      {shown.preview > 0 && (
        <>
          <Divider
            label={shellTexts.panes.previewWidth}
            value={shown.preview}
            min={LEAST.preview}
            max={sides - shown.outline}
            sizes="right"
            onChange={(width) => set({ preview: width })}
          />
          <section
            className={mergeClasses(styles.side, styles.paper)}
            style={{ width: shown.preview }}
            aria-label={shellTexts.panes.preview}
            data-pane="preview"
          >
            {page && <page.PreviewPane />}
          </section>
        </>
      )}
    </div>
  )
}

/** CSS pixels beside the rail. */
const RAIL = 72

function useRoom(): number {
  const [width, setWidth] = useState(innerWidth)
  useEffect(() => {
    const measure = () => setWidth(innerWidth)
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [])
  return width - RAIL
}
