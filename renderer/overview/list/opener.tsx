import { makeStyles, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, ReactNode, Ref } from 'react'

const useStyles = makeStyles({
  opener: {
    display: 'block',
    // What is written in it stands in line with the other cells.
    width: 'calc(100% + 8px)',
    boxSizing: 'border-box',
    margin: '0 -4px',
    padding: '2px 4px',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForegroundLink, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
})

interface OpenerProps {
  readonly isEntry: boolean
  readonly onOpen: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

/** What a row is about, as a button that goes there; in each row of a `RowTable` one of them takes the cursor. */
export function Opener({ isEntry, onOpen, onKeyDown, ref, children }: OpenerProps) {
  const styles = useStyles()
  return (
    <button
      ref={ref}
      type="button"
      className={styles.opener}
      tabIndex={isEntry ? 0 : -1}
      data-entry
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      {children}
    </button>
  )
}
