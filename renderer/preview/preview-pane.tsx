import { makeStyles, Spinner, Tab, TabList, ToggleButton, Tooltip, tokens } from '@fluentui/react-components'
import { DocumentRegular } from '@fluentui/react-icons'
import { useDeferredValue, useMemo } from 'react'
import type { Layout } from '../../db/model/report/layout.ts'
import type { ReportPlace } from '../../db/model/report/report.ts'
import { exportTexts } from '../../db/model/texts/window/export.ts'
import { previewTexts } from '../../db/model/texts/window/preview.ts'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import { act } from '../actions/registry.ts'
import { useFocusedKey } from '../state/focus.ts'
import { goToNode } from '../state/navigate.ts'
import { remember, usePreferences } from '../state/preferences.ts'
import { useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { writtenKey } from '../ui/written-key.ts'
import { nodeAt, placeOfNode } from './plan-paths.ts'
import { PreviewPages } from './preview-pages.tsx'
import { useReport } from './use-report.ts'
import { WordPane } from './word-pane.tsx'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: '4px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    containerType: 'inline-size',
  },
  /** Where there is little room, the icon stands alone. */
  word: {
    whiteSpace: 'nowrap',
    '@container (max-width: 300px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  body: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
})

/** The Word page that is being made, in one of the two layouts; or the true document. */
export function PreviewPane() {
  const styles = useStyles()
  const wordView = useView((view) => view.wordView)
  const planId = useWorkbook(({ mirror }) => mirror?.planId ?? '')
  const layout = usePreferences(({ plans }) => plans[planId]?.layout ?? 'skabelon')
  return (
    <>
      <div className={styles.head}>
        <TabList
          size="small"
          selectedValue={layout}
          onTabSelect={(_, { value }) => chooseLayout(planId, value === 'tilgaengelig' ? value : 'skabelon')}
        >
          <Tab value="skabelon">{exportTexts.layoutNames.skabelon}</Tab>
          <Tab value="tilgaengelig">{exportTexts.layoutNames.tilgaengelig}</Tab>
        </TabList>
        <Tooltip
          content={shellTexts.withKey(previewTexts.showAsWord, writtenKey('view.word'))}
          relationship="description"
        >
          <ToggleButton
            size="small"
            appearance="subtle"
            icon={<DocumentRegular />}
            checked={wordView}
            onClick={() => act('view.word')}
          >
            <span className={styles.word}>{previewTexts.showAsWord}</span>
          </ToggleButton>
        </Tooltip>
      </div>
      <div className={styles.body}>
        {wordView ? <WordPane planId={planId} layout={layout} /> : <OwnPages layout={layout} />}
      </div>
    </>
  )
}

function OwnPages({ layout }: { readonly layout: Layout }) {
  const report = useReport()
  // The page follows when the key that moved the user has been answered.
  const mirror = useDeferredValue(useWorkbook((workbook) => workbook.mirror))
  const current = useDeferredValue(useView(({ outline }) => outline.current))
  const key = useDeferredValue(useFocusedKey())
  const place = useMemo(() => {
    const node = mirror && current !== null ? placeOfNode(mirror, current) : null
    return node && key !== null ? { ...node, key } : node
  }, [mirror, current, key])
  if (!report) return <Spinner style={{ flex: 1 }} aria-label={previewTexts.document} />
  return <PreviewPages report={report} layout={layout} current={place} onGo={goTo} zoom={1} />
}

/** To where something on the page is written. */
function goTo({ path, key }: ReportPlace): void {
  const { mirror } = useWorkbook.getState()
  if (!mirror) return
  const nodeId = nodeAt(mirror, path)
  if (nodeId === null && path.length > 0) return
  void goToNode(mirror.planId, nodeId, key === undefined ? 'field:title' : `field:${key}`)
}

function chooseLayout(planId: string, layout: Layout): void {
  const { plans } = usePreferences.getState()
  const known = plans[planId] ?? { nodeId: null, folded: [], layout }
  remember({ plans: { ...plans, [planId]: { ...known, layout } } })
}
