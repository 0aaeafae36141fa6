import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect } from 'react'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import { act } from '../actions/registry.ts'
import { dismissNotice, useNotice } from '../state/notices.ts'

const useStyles = makeStyles({
  place: {
    position: 'absolute',
    left: 0,
    right: 0,
    bottom: tokens.spacingVerticalM,
    display: 'flex',
    justifyContent: 'center',
    pointerEvents: 'none',
    padding: '0 16px',
    zIndex: 10,
  },
  line: {
    pointerEvents: 'auto',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    maxWidth: '720px',
    padding: '6px 8px 6px 16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    color: tokens.colorNeutralForegroundInverted,
    boxShadow: tokens.shadow16,
  },
  problem: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorStatusDangerBorder2}`,
    borderLeftWidth: '4px',
  },
  button: { color: 'inherit', minWidth: 'auto' },
})

/** Milliseconds that a quiet line stands; a problem stays until it is closed. */
const STANDS = 8000

/** One quiet line over the page: what was done and how to take it back, a hint, or a problem. */
export function NoticeLine() {
  const styles = useStyles()
  const notice = useNotice((state) => state.notice)
  useEffect(() => {
    if (!notice || notice.kind === 'problem') return
    const timer = setTimeout(dismissNotice, STANDS)
    return () => clearTimeout(timer)
  }, [notice])
  return (
    <div className={styles.place}>
      <div role="status" aria-live={notice?.kind === 'problem' ? 'assertive' : 'polite'}>
        {notice && (
          <div className={mergeClasses(styles.line, notice.kind === 'problem' && styles.problem)}>
            <span>{notice.text}</span>
            {notice.undoable && (
              <Button size="small" className={styles.button} appearance="outline" onClick={undoNotice}>
                {shellTexts.undoNow}
              </Button>
            )}
            <Button
              size="small"
              appearance="transparent"
              className={styles.button}
              icon={<DismissRegular />}
              aria-label={shellTexts.dismiss}
              onClick={dismissNotice}
            />
          </div>
        )}
      </div>
    </div>
  )
}

function undoNotice(): void {
  dismissNotice()
  act('history.undo')
}
