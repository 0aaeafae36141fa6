import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'

const useStyles = makeStyles({
  page: {
    flex: 1,
    minWidth: 0,
    overflow: 'auto',
    padding: '20px 24px 0',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
  },
  head: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '32px',
    marginBottom: tokens.spacingVerticalM,
  },
  title: { margin: 0, outlineStyle: 'none' },
  summary: { color: tokens.colorNeutralForeground3, flex: 1 },
})

interface PageProps {
  readonly title: string
  /** How much there is; told again when it changes. */
  readonly summary?: string | undefined
  /** At the right of the heading. */
  readonly actions?: ReactNode
  /** Null while it is read from the workbook. */
  readonly children: ReactNode
}

/** A page of the rail: its heading, and what it shows below. */
export function Page({ title, summary = '', actions, children }: PageProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <section className={styles.page} aria-labelledby={id} aria-busy={children === null} data-page>
      <div className={styles.head}>
        <Text as="h2" id={id} size={600} weight="semibold" className={styles.title}>
          {title}
        </Text>
        <Text className={styles.summary} role="status">
          {summary}
        </Text>
        {actions}
      </div>
      {children}
    </section>
  )
}
