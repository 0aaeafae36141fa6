import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'

const useStyles = makeStyles({
  empty: {
    flex: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    padding: '32px',
  },
  icon: { color: tokens.colorNeutralForeground3, fontSize: '48px' },
  title: { margin: 0 },
  help: { color: tokens.colorNeutralForeground2, maxWidth: '440px' },
})

interface EmptyPageProps {
  readonly icon: FluentIcon
  readonly title: string
  readonly help: string
  readonly action?: { readonly text: string; readonly run: () => void } | undefined
}

/** A page with nothing to show says what to do next. */
export function EmptyPage({ icon: Icon, title, help, action }: EmptyPageProps) {
  const styles = useStyles()
  return (
    <div className={styles.empty}>
      <Icon className={styles.icon} />
      <Text as="h3" size={500} weight="semibold" className={styles.title}>
        {title}
      </Text>
      <Text align="center" className={styles.help}>
        {help}
      </Text>
      {action && (
        <Button appearance="primary" onClick={action.run}>
          {action.text}
        </Button>
      )}
    </div>
  )
}
