import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { HistoryPlace } from '../../db/model/history/entry.ts'
import type { MergeNotice } from '../../db/model/merge/notice.ts'
import { mergeTexts } from '../../db/model/texts/window/merge.ts'
import { type Known, placeName } from '../history/place-words.ts'
import type { ShownMerge } from './merges-page.tsx'

const { reports: texts } = mergeTexts

/** So many are shown at first. */
const FEW = 8

const useStyles = makeStyles({
  label: {
    margin: '4px 0 2px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: '0 0 8px', padding: '0 0 0 20px' },
  quiet: { margin: '0 0 8px', color: tokens.colorNeutralForeground3 },
})

interface ByItselfProps {
  readonly merge: ShownMerge
  readonly known: Known
}

/** What was decided without asking, and somebody might wonder at. */
export function ByItself({ merge: { notices, moreNotices }, known }: ByItselfProps) {
  const styles = useStyles()
  const [isWhole, setWhole] = useState(false)
  if (notices.length === 0) return null
  const shown = isWhole ? notices : notices.slice(0, FEW)
  return (
    <>
      <h5 className={styles.label}>{texts.byItself}</h5>
      <ul className={styles.list}>
        {shown.map((notice, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes
          <li key={index}>{mergeTexts.notice(notice, fieldOf(notice, known))}</li>
        ))}
      </ul>
      {shown.length < notices.length && (
        <Button size="small" onClick={() => setWhole(true)}>
          {texts.more(notices.length - shown.length)}
        </Button>
      )}
      {moreNotices > 0 && <p className={styles.quiet}>{texts.notShown(moreNotices)}</p>}
    </>
  )
}

/** What the field or cover row is called; '' where the row or plan itself is meant. */
function fieldOf({ key, planId, nodeId, title }: MergeNotice, known: Known): string {
  if (key === null) return ''
  const place: HistoryPlace = {
    table: nodeId === null ? 'cover' : 'field',
    rowId: '',
    unit: null,
    op: 'changed',
    key,
    planId,
    nodeId,
    nodeType: null,
    title,
  }
  return placeName(place, known)
}
