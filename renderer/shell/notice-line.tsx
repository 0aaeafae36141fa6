import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { type MouseEvent, useEffect } from 'react'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import { act } from '../actions/registry.ts'
import { currentFocus, putFocus } from '../state/focus.ts'
import { dismissNotice, type Offer, useNotice } from '../state/notices.ts'
import { leaveFocus } from '../ui/leave-focus.ts'

const useStyles = makeStyles({
  place: {
    position: 'absolute',
    left: 0,
    right: 0,
    // Above the foot of the panes.
    bottom: '40px',
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
    backgroundColor: tokens.colorNeutralBackgroundStatic,
    color: tokens.colorNeutralForegroundStaticInverted,
    // Only the contrast theme shows it.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow16,
  },
  problem: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorStatusDangerBorder2}`,
    borderLeftWidth: '4px',
  },
  button: {
    color: 'inherit',
    minWidth: 'auto',
    flexShrink: 0,
    whiteSpace: 'nowrap',
    // Fluent's own colours are for the page, not for the dark line.
    ':hover': { color: 'inherit', backgroundColor: 'transparent' },
    ':hover:active': { color: 'inherit', backgroundColor: 'transparent' },
  },
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
              <Button
                size="small"
                className={styles.button}
                appearance="outline"
                onMouseDown={leaveFocus}
                onClick={undoNotice}
              >
                {shellTexts.undoNow}
              </Button>
            )}
            {notice.offer && <OfferButton offer={notice.offer} />}
            <Button
              size="small"
              appearance="transparent"
              className={styles.button}
              icon={<DismissRegular />}
              aria-label={shellTexts.dismiss}
              onMouseDown={leaveFocus}
              onClick={closeNotice}
            />
          </div>
        )}
      </div>
    </div>
  )
}

function OfferButton({ offer }: { readonly offer: Offer }) {
  const styles = useStyles()
  return (
    <Button
      size="small"
      className={styles.button}
      appearance="outline"
      onMouseDown={leaveFocus}
      onClick={() => {
        dismissNotice()
        offer.run()
      }}
    >
      {offer.text}
    </Button>
  )
}

/** Whoever came to the line by the keyboard goes back to where she was. */
function closeNotice({ currentTarget }: MouseEvent): void {
  const focus = currentTarget === document.activeElement ? currentFocus() : null
  dismissNotice()
  if (focus) putFocus(focus)
}

function undoNotice(): void {
  dismissNotice()
  act('history.undo')
}
