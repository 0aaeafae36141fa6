import { Button, makeStyles } from '@fluentui/react-components'
import { BranchRequestRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import type { FreshMerge, MergePage, MergeReport } from '../../db/model/merge/report.ts'
import { mergeTexts as texts } from '../../db/model/texts/window/merge.ts'
import { sharingTexts } from '../../db/model/texts/window/sharing.ts'
import { act } from '../actions/registry.ts'
import type { Known } from '../history/place-words.ts'
import { EmptyPage } from '../overview/empty-page.tsx'
import { Page } from '../overview/page.tsx'
import { useWorkbook } from '../state/workbook.ts'
import { ConflictList } from './conflict-list.tsx'
import { ReportList } from './report-list.tsx'
import { useMerges } from './use-merges.ts'

const useStyles = makeStyles({
  list: { flex: '1 0 200px', minHeight: 0, overflow: 'auto', margin: '0 -12px', padding: '0 12px 56px' },
  column: { maxWidth: '1080px' },
})

/** A merge, wherever it is told from. */
export type ShownMerge = MergeReport & Partial<Pick<FreshMerge, 'places' | 'rows'>>

const mergesIn = ({ fresh, earlier }: MergePage): readonly ShownMerge[] => [...fresh, ...earlier]

/** What came in from others, and what two have written differently and somebody has to decide. */
export function MergesPage() {
  const styles = useStyles()
  const page = useMerges()
  const { plans, templates } = useWorkbook()
  const known = useMemo((): Known => ({ plans, templates }), [plans, templates])
  const merges = page ? mergesIn(page) : []
  const isEmpty = page && merges.length === 0 && page.conflicts.length === 0
  return (
    <Page
      title={texts.title}
      summary={page && !isEmpty ? texts.summary(page.conflicts.length, merges.length) : ''}
      actions={
        <Button icon={<BranchRequestRegular />} onClick={() => act('workbook.merge')}>
          {sharingTexts.mergeWith}
        </Button>
      }
    >
      {isEmpty && <EmptyPage icon={BranchRequestRegular} title={texts.empty} help={texts.emptyHelp} />}
      {page && !isEmpty && (
        <div className={styles.list}>
          <div className={styles.column}>
            {page.conflicts.length > 0 && <ConflictList conflicts={page.conflicts} known={known} />}
            {merges.length > 0 && <ReportList merges={merges} sinceLast={page.sinceLast} known={known} />}
          </div>
        </div>
      )}
    </Page>
  )
}
