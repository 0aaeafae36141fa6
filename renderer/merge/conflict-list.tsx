import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef } from 'react'
import type { OpenConflict } from '../../db/model/merge/report.ts'
import { mergeTexts } from '../../db/model/texts/window/merge.ts'
import type { Known } from '../history/place-words.ts'
import { useWorkbook } from '../state/workbook.ts'
import { ConflictCard } from './conflict-card.tsx'
import { keepMine } from './resolve.ts'

const { conflicts: texts } = mergeTexts

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '4px',
    marginBottom: '8px',
  },
  title: { margin: 0 },
  about: { flex: '1 1 280px', color: tokens.colorNeutralForeground2 },
  cards: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    margin: '0 0 24px',
    padding: 0,
    listStyleType: 'none',
  },
})

interface ConflictListProps {
  readonly conflicts: readonly OpenConflict[]
  readonly known: Known
}

/** What waits to be decided, a card each. After a decision the focus is on the next one. */
export function ConflictList({ conflicts, known }: ConflictListProps) {
  const styles = useStyles()
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const isReadOnly = useWorkbook((workbook) => workbook.readOnly)
  const at = useRef(0)
  const ids = conflicts.map((conflict) => conflict.id).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about cards that come and go
  useEffect(() => {
    // What had the focus was decided, and is gone.
    if (document.activeElement !== document.body) return
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-conflict]') ?? [])]
    cards[Math.min(at.current, cards.length - 1)]?.focus()
  }, [ids])
  return (
    <section aria-labelledby={id}>
      <div className={styles.head}>
        <Text as="h3" id={id} size={400} weight="semibold" className={styles.title}>
          {texts.title}
        </Text>
        <Text className={styles.about}>{texts.about}</Text>
        {conflicts.length > 1 && !isReadOnly && (
          <Button onClick={() => void keepMine(conflicts)}>{texts.keepRest}</Button>
        )}
      </div>
      <ul ref={list} className={styles.cards}>
        {conflicts.map((conflict, index) => (
          <ConflictCard
            key={conflict.id}
            conflict={conflict}
            known={known}
            onDecide={() => {
              at.current = index
            }}
          />
        ))}
      </ul>
    </section>
  )
}
