import { Button, Link, makeStyles, Text, Tooltip, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { MouseEvent } from 'react'
import { helpTexts } from '../../db/model/texts/window/help.ts'
import { act } from '../actions/registry.ts'
import { currentFocus, putFocus } from '../state/focus.ts'
import { remember, usePreferences } from '../state/preferences.ts'
import { leaveFocus } from '../ui/leave-focus.ts'

const useStyles = makeStyles({
  hint: {
    flexShrink: 0,
    margin: '4px 12px 12px',
    padding: '4px 4px 8px 12px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    // A window so low needs every row of the outline.
    '@media (max-height: 480px)': { display: 'none' },
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { flex: 1, minWidth: 0 },
  lines: { display: 'flex', flexWrap: 'wrap', gap: '2px 16px', margin: '0 8px 0 0' },
  line: { display: 'flex', gap: '6px' },
  key: { fontWeight: tokens.fontWeightSemibold },
  does: { margin: 0 },
})

/** Four keys for whoever opens her first plan; once read, never again. */
export function FirstHint() {
  const styles = useStyles()
  const read = usePreferences(({ hintRead }) => hintRead)
  if (read) return null
  const { title, lines, understood, more } = helpTexts.hint
  return (
    <aside className={styles.hint} aria-label={title}>
      <div className={styles.head}>
        <Text as="h2" weight="semibold" size={200} className={styles.title}>
          {title}
        </Text>
        <Link as="button" onClick={() => act('help.keys')}>
          <Text size={200}>{more}</Text>
        </Link>
        <Tooltip content={understood} relationship="label">
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            onMouseDown={leaveFocus}
            onClick={close}
          />
        </Tooltip>
      </div>
      <dl className={styles.lines}>
        {lines.map(([key, does]) => (
          <div key={key} className={styles.line}>
            <dt className={styles.key}>{key}</dt>
            <dd className={styles.does}>{does}</dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}

/** Whoever came to the hint by the keyboard goes back to where she was. */
function close({ currentTarget }: MouseEvent): void {
  const focus = currentTarget === document.activeElement ? currentFocus() : null
  remember({ hintRead: true })
  if (focus) putFocus(focus)
}
