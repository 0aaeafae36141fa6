import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '4px',
    padding: '6px 8px 6px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorBrandForeground1 },
  words: { flex: '1 1 320px', minWidth: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface BarProps {
  readonly icon: ReactNode
  readonly words: ReactNode
  /** Buttons. */
  readonly children: ReactNode
}

/** A calm line under the title bar about the whole workbook: a sign, words, and what can be done. */
export function Bar({ icon, words, children }: BarProps) {
  const styles = useStyles()
  return (
    <div className={styles.bar}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <span className={styles.words} role="status">
        {words}
      </span>
      <span className={styles.buttons}>{children}</span>
    </div>
  )
}
