import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import { DetailsPane } from '../details/details-pane.tsx'
import { OutlinePane } from '../outline/outline-pane.tsx'
import { PreviewPane } from '../preview/preview-pane.tsx'
import { remember, usePreferences } from '../state/preferences.ts'
import { useWorkbook } from '../state/workbook.ts'
import { Divider } from './divider.tsx'
import { FirstHint } from './first-hint.tsx'

const useStyles = makeStyles({
  panes: { display: 'flex', flex: 1, minWidth: 0, minHeight: 0 },
  side: { flexShrink: 0, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  middle: { flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  paper: { backgroundColor: tokens.colorNeutralBackground2 },
})

/** CSS pixels: narrower than this nothing can be read or written. */
const LEAST = { outline: 240, details: 320, preview: 240 } as const

/** The plan: outline, form, and the page that is being made. */
export function PlanPanes() {
  const styles = useStyles()
  const planId = useWorkbook(({ mirror }) => mirror?.planId)
  const { outline, preview, previewOpen } = usePreferences((preferences) => preferences.panes)
  const room = useRoom()
  if (planId === undefined) return null
  const set = (patch: Partial<{ outline: number; preview: number }>) =>
    remember({ panes: { ...usePreferences.getState().panes, ...patch } })
  // The middle keeps its least width; the preview gives way before the outline does.
  const shown = previewOpen && room >= LEAST.outline + LEAST.details + LEAST.preview
  const previewMax = Math.max(LEAST.preview, room - LEAST.outline - LEAST.details)
  const previewWidth = shown ? within(preview, LEAST.preview, previewMax) : 0
  const outlineMax = Math.max(LEAST.outline, room - previewWidth - LEAST.details)
  const outlineWidth = within(outline, LEAST.outline, outlineMax)
  return (
    <div className={styles.panes} key={planId}>
      <section
        className={styles.side}
        style={{ width: outlineWidth }}
        aria-label={shellTexts.panes.outline}
        data-pane="outline"
      >
        <OutlinePane />
        <FirstHint />
      </section>
      <Divider
        label={shellTexts.panes.outlineWidth}
        value={outlineWidth}
        min={LEAST.outline}
        max={outlineMax}
        sizes="left"
        onChange={(width) => set({ outline: width })}
      />
      <section className={styles.middle} aria-label={shellTexts.panes.details} data-pane="details">
        <DetailsPane />
      </section>
      {shown && (
        <>
          <Divider
            label={shellTexts.panes.previewWidth}
            value={previewWidth}
            min={LEAST.preview}
            max={previewMax}
            sizes="right"
            onChange={(width) => set({ preview: width })}
          />
          <section
            className={`${styles.side} ${styles.paper}`}
            style={{ width: previewWidth }}
            aria-label={shellTexts.panes.preview}
            data-pane="preview"
          >
            <PreviewPane />
          </section>
        </>
      )}
    </div>
  )
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

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
