import {
  InteractionTag,
  InteractionTagPrimary,
  InteractionTagSecondary,
  makeStyles,
  Tag,
  TagGroup,
  tokens,
} from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { SuggestBox } from '../fields/suggest-box.tsx'
import type { Suggestion } from '../fields/use-suggesting.ts'

const useStyles = makeStyles({
  field: { display: 'flex', flexWrap: 'wrap', alignItems: 'start' },
  tags: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    margin: '6px 0 6px 12px',
    maxWidth: 'calc(100% - 24px)',
  },
  line: { flex: '1 1 110px', minWidth: '0' },
  tag: { maxWidth: '100%', minWidth: '0', height: 'auto' },
  text: { whiteSpace: 'normal', overflowWrap: 'anywhere', textAlign: 'start' },
  shape: { height: 'auto', minHeight: '24px', alignSelf: 'stretch' },
  detail: { color: tokens.colorNeutralForeground3 },
})

export interface Chosen {
  readonly id: string
  readonly text: string
  readonly detail?: string
  readonly onOpen?: () => void
  /** Absent where it cannot be taken away. */
  readonly onRemove?: () => void
}

interface TagFieldProps {
  readonly place: string
  readonly chosen: readonly Chosen[]
  readonly suggestions: readonly Suggestion[]
  readonly onQuery: (query: string) => void
  readonly onPick: (suggestion: Suggestion) => void
  readonly label: string
  readonly describedBy: string
  readonly placeholder: string
}

/** Things chosen by typing: each a tag that leads there and can be taken away, and a line to find more in. */
export function TagField({ place, chosen, suggestions, onQuery, onPick, ...texts }: TagFieldProps) {
  const styles = useStyles()
  const [query, setQuery] = useState('')
  const ask = (text: string) => {
    setQuery(text)
    onQuery(text)
  }
  return (
    <div className={styles.field}>
      {chosen.length > 0 && (
        <TagGroup
          className={styles.tags}
          size="small"
          aria-label={texts.label}
          onDismiss={(_, { value }) => chosen.find(({ id }) => id === value)?.onRemove?.()}
        >
          {chosen.map((each) => (
            <ChosenTag key={each.id} {...each} />
          ))}
        </TagGroup>
      )}
      <div className={styles.line}>
        <SuggestBox
          place={place}
          value={query}
          onChange={ask}
          suggestions={suggestions}
          pickOnly
          onPick={(suggestion) => {
            ask('')
            onPick(suggestion)
          }}
          onBlur={() => ask('')}
          listLabel={detailsTexts.suggestions}
          {...texts}
        />
      </div>
    </div>
  )
}

function ChosenTag({ id, text, detail, onOpen, onRemove }: Chosen) {
  const styles = useStyles()
  const content = <TagText text={text} {...(detail === undefined ? {} : { detail })} />
  if (!onOpen && !onRemove) {
    return (
      <Tag value={id} appearance="outline" className={styles.shape}>
        {content}
      </Tag>
    )
  }
  return (
    <InteractionTag value={id} appearance="brand" className={styles.tag}>
      <InteractionTagPrimary
        hasSecondaryAction={onRemove !== undefined}
        className={styles.shape}
        onClick={onOpen}
      >
        {content}
      </InteractionTagPrimary>
      {onRemove && (
        <InteractionTagSecondary className={styles.shape} aria-label={detailsTexts.links.remove} />
      )}
    </InteractionTag>
  )
}

function TagText({ text, detail }: { readonly text: string; readonly detail?: ReactNode }) {
  const styles = useStyles()
  return (
    <span className={styles.text}>
      {text}
      {detail !== undefined && <span className={styles.detail}> · {detail}</span>}
    </span>
  )
}
