import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Card } from '../details/form/card.tsx'

const useStyles = makeStyles({
  lines: { margin: 0 },
  line: {
    padding: '8px 12px',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: '16px',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
    '@container form (min-width: 520px)': { gridTemplateColumns: '128px minmax(0, 1fr)' },
  },
  label: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  says: { margin: 0 },
  note: {
    display: 'block',
    marginTop: '2px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
})

interface FormCardProps {
  /** The side label. */
  readonly label: string | null
  /** The side label is a heading of this level. */
  readonly level?: 'h5' | 'h6'
  readonly children: ReactNode
}

/** Rows under one side label, drawn as the form of a plan draws them. */
export function FormCard({ label, level = 'h5', children }: FormCardProps) {
  const styles = useStyles()
  return (
    <Card label={label} level={level}>
      <dl className={styles.lines}>{children}</dl>
    </Card>
  )
}

interface FormLineProps {
  readonly label: string
  readonly guidance: string
  readonly notes: readonly string[]
}

/** What one row asks for. */
export function FormLine({ label, guidance, notes }: FormLineProps) {
  const styles = useStyles()
  return (
    <div className={styles.line}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.says}>
        {guidance}
        {notes.length > 0 && <span className={styles.note}>{notes.join(' · ')}</span>}
      </dd>
    </div>
  )
}
