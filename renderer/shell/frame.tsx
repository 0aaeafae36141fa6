import { makeStyles, tokens } from '@fluentui/react-components'
import { SharingBars } from '../merge/sharing-bar.tsx'
import { PacketBar } from '../packet/packet-bar.tsx'
import { PlanList } from '../plans/plan-list.tsx'
import { useView } from '../state/view.ts'
import { useLate } from '../ui/late.ts'
import { NoticeLine } from './notice-line.tsx'
import { pagesPart } from './parts.ts'
import { PlanPanes } from './plan-panes.tsx'
import { Rail } from './rail.tsx'
import { StatusLine } from './status-line.tsx'
import { TitleBar } from './title-bar.tsx'

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateRows: 'auto 1fr auto',
    gridTemplateColumns: '72px 1fr',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  whole: { gridColumn: '1 / -1' },
  page: {
    minWidth: 0,
    minHeight: 0,
    position: 'relative',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTopLeftRadius: tokens.borderRadiusXLarge,
    // Only the contrast theme shows them.
    borderTop: `1px solid ${tokens.colorTransparentStroke}`,
    borderLeft: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
    display: 'flex',
  },
})

/** The window with a workbook open. */
export function Frame() {
  const styles = useStyles()
  return (
    <div className={styles.frame}>
      <div className={styles.whole}>
        <TitleBar />
        <PacketBar />
        <SharingBars />
      </div>
      <Rail />
      <main className={styles.page}>
        <ShownPage />
        <NoticeLine />
      </main>
      <div className={styles.whole}>
        <StatusLine />
      </div>
    </div>
  )
}

function ShownPage() {
  const page = useView((view) => view.page)
  const pages = useLate(pagesPart)
  if (page === 'plans') return <PlanList />
  if (page === 'plan') return <PlanPanes />
  return pages && <pages.Pages page={page} />
}
