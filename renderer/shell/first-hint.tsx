import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { helpTexts } from '../../db/model/texts/window/help.ts'
import { act } from '../actions/registry.ts'
import { remember, usePreferences } from '../state/preferences.ts'

const useStyles = makeStyles({
  hint: {
    margin: '8px 12px 12px',
    padding: '10px 14px',
    fontSize: tokens.fontSizeBase200,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  lines: { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '2px 12px', margin: '6px 0 10px' },
  key: { fontWeight: tokens.fontWeightSemibold },
  does: { margin: 0 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
})

/** Four lines for whoever opens her first plan; once read, never again. */
export function FirstHint() {
  const styles = useStyles()
  const read = usePreferences(({ hintRead }) => hintRead)
  if (read) return null
  const { title, lines, understood, more } = helpTexts.hint
  return (
    <aside className={styles.hint} aria-label={title}>
      <Text as="h3" weight="semibold" block style={{ margin: 0 }}>
        {title}
      </Text>
      <dl className={styles.lines}>
        {lines.map(([key, does]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt className={styles.key}>{key}</dt>
            <dd className={styles.does}>{does}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" onClick={() => remember({ hintRead: true })}>
          {understood}
        </Button>
        <Button size="small" onClick={() => act('help.keys')}>
          {more}
        </Button>
      </div>
    </aside>
  )
}
