import { makeStyles, mergeClasses, Portal, tokens, usePositioning } from '@fluentui/react-components'
import { type RefObject, useLayoutEffect } from 'react'
import type { Suggestion } from './use-suggesting.ts'

const useStyles = makeStyles({
  list: {
    boxSizing: 'border-box',
    margin: '0',
    padding: '4px',
    minWidth: '200px',
    maxWidth: '440px',
    maxHeight: '320px',
    overflowY: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow16,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    zIndex: tokens.zIndexPopup,
  },
  option: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
    padding: '5px 8px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
  },
  detail: { opacity: 0.8, fontSize: tokens.fontSizeBase200 },
})

interface SuggestListProps {
  readonly id: string
  readonly label: string
  /** What it lies below. */
  readonly target: RefObject<HTMLElement | null>
  readonly suggestions: readonly Suggestion[]
  readonly active: number
  readonly onPick: (suggestion: Suggestion) => void
}

/** The suggestions of a field; the focus stays in the field. */
export function SuggestList({ id, label, target, suggestions, active, onPick }: SuggestListProps) {
  const styles = useStyles()
  const { targetRef, containerRef } = usePositioning({ position: 'below', align: 'start', offset: 2 })
  useLayoutEffect(() => {
    targetRef.current = target.current
  }, [targetRef, target])
  return (
    <Portal>
      <div ref={containerRef} id={id} role="listbox" aria-label={label} className={styles.list}>
        {suggestions.map((suggestion, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: chosen by aria-activedescendant
          <div
            key={suggestion.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={mergeClasses(styles.option, index === active && styles.active)}
            onMouseDown={(event) => {
              event.preventDefault()
              onPick(suggestion)
            }}
          >
            <span>{suggestion.text}</span>
            {suggestion.detail && <span className={styles.detail}>{suggestion.detail}</span>}
          </div>
        ))}
      </div>
    </Portal>
  )
}
