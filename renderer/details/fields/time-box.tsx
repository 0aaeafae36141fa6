import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { Period } from '../../../db/model/period.ts'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { useDraft } from '../../state/use-draft.ts'
import { noteOn, suggestTimes } from '../measures/time.ts'
import { SuggestBox } from './suggest-box.tsx'
import type { LineProps } from './text-box.tsx'

const useStyles = makeStyles({
  line: { paddingBottom: '3px' },
  note: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '6px',
    padding: '0 12px 6px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  offer: { fontSize: tokens.fontSizeBase200 },
})

interface TimeBoxProps extends LineProps {
  /** Years of the plan; they are offered to a time that lacks its year. */
  readonly period: Period | null
}

/** A time as she writes it, any text; under it stands how it was understood. */
export function TimeBox({ saved, send, period, describedBy = '', ...props }: TimeBoxProps) {
  const styles = useStyles()
  const noteId = useId()
  const draft = useDraft({ saved, send })
  const [focused, setFocused] = useState(false)
  const note = noteOn(draft.value, period)
  const write = (text: string) => {
    draft.change(text)
    draft.flush()
  }
  return (
    <>
      <SuggestBox
        {...props}
        {...(note && { className: styles.line })}
        value={draft.value}
        onChange={draft.change}
        suggestions={focused ? suggestTimes(draft.value, period).map(suggestion) : []}
        onPick={({ text }) => write(text)}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false)
          draft.flush()
        }}
        describedBy={`${describedBy} ${noteId}`.trim()}
        listLabel={detailsTexts.time.suggestions}
      />
      {/* Always there, so that a screen reader hears it change. */}
      <div id={noteId} className={note ? styles.note : undefined} aria-live={focused ? 'polite' : 'off'}>
        {note?.text}
        {note?.offers.map((offer) => (
          <Link as="button" key={offer} className={styles.offer} onClick={() => write(offer)}>
            {offer}
          </Link>
        ))}
      </div>
    </>
  )
}

const suggestion = ({ text, meaning }: { readonly text: string; readonly meaning: string }) => ({
  key: text,
  text,
  ...(meaning === '' ? {} : { detail: meaning }),
})
