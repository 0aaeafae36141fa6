import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'

/** As wide as this, the side label is turned and stands beside its rows, as on the paper form. */
const WIDE = '@container form (min-width: 440px)'

const useStyles = makeStyles({
  card: {
    margin: '0 0 12px',
    padding: '0',
    minInlineSize: '0',
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    [WIDE]: { flexDirection: 'row' },
  },
  side: {
    flexShrink: '0',
    padding: '5px 12px',
    borderRadius: `${tokens.borderRadiusLarge} ${tokens.borderRadiusLarge} 0 0`,
    backgroundColor: tokens.colorBrandBackground2,
    [WIDE]: {
      padding: '10px 0',
      width: '30px',
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      borderRadius: `${tokens.borderRadiusLarge} 0 0 ${tokens.borderRadiusLarge}`,
    },
  },
  label: {
    margin: '0',
    color: tokens.colorBrandForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    // In a card that is taller than the pane, the label follows along.
    [WIDE]: {
      position: 'sticky',
      top: '12px',
      bottom: '12px',
      writingMode: 'vertical-rl',
      rotate: '180deg',
      whiteSpace: 'nowrap',
    },
  },
  rows: { flex: '1 1 auto', minWidth: '0' },
})

interface CardProps {
  /** The side label. */
  readonly label: string | null
  /** The side label is a heading of this level. */
  readonly level?: 'h2' | 'h5' | 'h6'
  readonly children: ReactNode
  readonly className?: string
}

/** Rows under one side label, drawn like the template's table. */
export function Card({ label, level: Label = 'h2', children, className }: CardProps) {
  const styles = useStyles()
  const labelId = useId()
  if (label === null) {
    return (
      <div className={mergeClasses(styles.card, className)}>
        <div className={styles.rows}>{children}</div>
      </div>
    )
  }
  return (
    <fieldset className={mergeClasses(styles.card, className)} aria-labelledby={labelId}>
      <div className={styles.side}>
        <Label id={labelId} className={styles.label}>
          {label}
        </Label>
      </div>
      <div className={styles.rows}>{children}</div>
    </fieldset>
  )
}
