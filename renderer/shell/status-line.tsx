import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { sharingTexts } from '../../db/model/texts/window/sharing.ts'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import { useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { whereIs } from './keys.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    padding: '3px 16px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  others: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
})

/** What is open and chosen, and which keys help here. */
export function StatusLine() {
  const styles = useStyles()
  const rows = useWorkbook(({ mirror }) => mirror?.nodes.size ?? null)
  const selected = useView(({ outline }) => outline.selected.size)
  const others = useWorkbook(({ sharing }) => sharing.others)
  const where = useWhere()
  return (
    <footer className={styles.line}>
      <span>
        {rows !== null && shellTexts.rows(rows)}
        {selected > 1 && ` · ${shellTexts.selected(selected)}`}
      </span>
      {others.length > 0 && <span className={styles.others}>{sharingTexts.alsoOpen(others)}</span>}
      <span>{shellTexts.statusHint[where]}</span>
    </footer>
  )
}

function useWhere(): keyof typeof shellTexts.statusHint {
  const [where, setWhere] = useState<keyof typeof shellTexts.statusHint>('elsewhere')
  useEffect(() => {
    const look = ({ target }: FocusEvent) => {
      const at = whereIs(target)
      setWhere(at === 'navigation' || at === 'editing' ? at : 'elsewhere')
    }
    window.addEventListener('focusin', look)
    return () => window.removeEventListener('focusin', look)
  }, [])
  return where
}
