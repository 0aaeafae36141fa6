import {
  Dialog,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useFocusReturn } from './use-focus-return.ts'

const useStyles = makeStyles({
  surface: {
    width: 'min(640px, 92vw)',
    maxWidth: 'none',
    padding: '16px 0 8px',
    marginTop: '8vh',
    marginBottom: 'auto',
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '80vh',
    boxSizing: 'border-box',
  },
  head: { padding: '0 20px 12px', display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { overflowY: 'auto', padding: '0 8px', flex: '0 1 auto' },
  group: {
    padding: '10px 12px 4px',
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
  },
  option: { padding: '6px 12px', borderRadius: tokens.borderRadiusMedium, cursor: 'pointer' },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    outline: `1px solid ${tokens.colorNeutralStroke1}`,
    // The contrast theme turns dark and light; what is quieter in the option follows.
    '& *': { color: 'inherit' },
    '& mark': { backgroundColor: 'transparent' },
  },
  quiet: { padding: '0 20px 12px', color: tokens.colorNeutralForeground2 },
})

export interface PickOption {
  readonly key: string
  readonly content: ReactNode
  /** A heading before the first option of each group. */
  readonly group?: string
}

interface PickDialogProps {
  readonly title: string
  readonly placeholder: string
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly options: readonly PickOption[]
  readonly onPick: (key: string) => void
  readonly onClose: () => void
  /** Said where there is nothing to pick. */
  readonly empty: string
  readonly note?: string
  readonly resultsLabel: string
}

/** A field to type in and a list that answers: arrows choose, Enter takes, Escape gives up. The focus stays in the field. */
export function PickDialog(props: PickDialogProps) {
  const { title, placeholder, query, onQuery, options, onPick, onClose, empty, note, resultsLabel } = props
  useFocusReturn()
  const styles = useStyles()
  const listId = useId()
  const [index, setIndex] = useState(0)
  const active = Math.min(index, options.length - 1)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  const press = (event: KeyboardEvent) => {
    const chosen = options[active]
    if (event.key === 'ArrowDown') setIndex(Math.min(active + 1, options.length - 1))
    else if (event.key === 'ArrowUp') setIndex(Math.max(active - 1, 0))
    else if (event.key === 'PageDown') setIndex(Math.min(active + 10, options.length - 1))
    else if (event.key === 'PageUp') setIndex(Math.max(active - 10, 0))
    else if (event.key === 'Enter' && chosen) onPick(chosen.key)
    else return
    event.preventDefault()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <div className={styles.head}>
          <DialogTitle>{title}</DialogTitle>
          <Input
            autoFocus
            contentBefore={<SearchRegular />}
            placeholder={placeholder}
            value={query}
            maxLength={500}
            input={{
              role: 'combobox',
              'aria-label': placeholder,
              'aria-expanded': options.length > 0,
              'aria-controls': listId,
              'aria-autocomplete': 'list',
              ...(options[active] ? { 'aria-activedescendant': `${listId}-${active}` } : {}),
            }}
            onChange={(_, { value }) => {
              setIndex(0)
              onQuery(value)
            }}
            onKeyDown={press}
          />
          {note !== undefined && (
            <Text size={200} role="status">
              {note}
            </Text>
          )}
        </div>
        <div className={styles.list} ref={list} id={listId} role="listbox" aria-label={resultsLabel}>
          {options.map((option, position) => (
            <div key={option.key} role="presentation">
              {option.group !== undefined && option.group !== options[position - 1]?.group && (
                <div className={styles.group} role="presentation">
                  {option.group}
                </div>
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys. */}
              {/* biome-ignore lint/a11y/useFocusableInteractive: chosen by aria-activedescendant. */}
              <div
                id={`${listId}-${position}`}
                role="option"
                aria-selected={position === active}
                className={mergeClasses(styles.option, position === active && styles.active)}
                onClick={() => onPick(option.key)}
              >
                {option.content}
              </div>
            </div>
          ))}
        </div>
        {options.length === 0 && (
          <Text className={styles.quiet} role="status">
            {empty}
          </Text>
        )}
      </DialogSurface>
    </Dialog>
  )
}
