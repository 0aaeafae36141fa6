import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { PlanRecord } from '../../db/model/records.ts'
import { searchTexts } from '../../db/model/texts/window/search.ts'
import type { SearchAnswer, SearchHit } from '../../preload/contract.ts'
import { request } from '../state/client.ts'
import { goToNode } from '../state/navigate.ts'
import { closeDialog } from '../state/view.ts'
import { useWorkbook, type WorkbookState } from '../state/workbook.ts'
import { PickDialog } from '../ui/pick-dialog.tsx'
import { planName } from '../ui/plan-name.ts'
import { useAnswer } from './use-answer.ts'

const useStyles = makeStyles({
  excerpt: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  hit: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: '2px',
    // Only the contrast theme shows it, whose yellow is black.
    borderBottom: `2px solid ${tokens.colorTransparentStroke}`,
  },
})

/** How many places are shown at most. */
const LIMIT = 200

/** Finds words in all plans; each hit in its context, grouped by plan. */
export function SearchDialog() {
  const [query, setQuery] = useState('')
  const answer = useAnswer(query, (text) => request('search.find', { query: text, limit: LIMIT }))
  const { plans, units } = useWorkbook()
  const hits = answer ? allHits(answer) : []
  const pick = (key: string) => {
    const found = hits.find((each) => each.key === key)
    closeDialog()
    if (found) setTimeout(() => void goToNode(found.planId, found.hit.nodeId, placeOf(found.hit)))
  }
  const texts = searchTexts.search
  return (
    <PickDialog
      title={texts.title}
      placeholder={texts.placeholder}
      query={query}
      onQuery={setQuery}
      options={hits.map(({ key, planId, planTitle, hit }) => ({
        key,
        group: nameOf(plans.get(planId), planTitle, units),
        content: <HitLines hit={hit} />,
      }))}
      onPick={pick}
      onClose={closeDialog}
      empty={answer === null ? texts.start : texts.none(query.trim())}
      {...(answer && hits.length > 0 ? { note: noteOf(answer, hits.length) } : {})}
      resultsLabel={searchTexts.results}
    />
  )
}

function HitLines({ hit }: { readonly hit: SearchHit }) {
  const styles = useStyles()
  const runs = hit.excerpt.map((run, index) => ({ ...run, at: index }))
  const marked = runs.map(({ text, hit: isHit, at }) =>
    isHit ? (
      <mark key={at} className={styles.hit}>
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    ),
  )
  if (hit.key === null) return <Text block>{marked}</Text>
  const title = hit.nodeId === null ? searchTexts.search.cover : hit.nodeTitle
  return (
    <>
      <Text block weight="semibold">
        {title === '' ? searchTexts.untitled : title}
      </Text>
      <Text block size={200} className={styles.excerpt}>
        {marked}
      </Text>
    </>
  )
}

interface KeyedHit {
  readonly key: string
  readonly planId: string
  readonly planTitle: string
  readonly hit: SearchHit
}

const allHits = ({ plans }: SearchAnswer): readonly KeyedHit[] =>
  plans.flatMap(({ planId, planTitle, hits }) =>
    hits.map((hit) => ({ key: `${planId} ${hit.nodeId} ${hit.key}`, planId, planTitle, hit })),
  )

/** A plan that has gone since the answer has only its title left. */
const nameOf = (plan: PlanRecord | undefined, title: string, units: WorkbookState['units']): string =>
  plan ? planName(plan, units) : title

const placeOf = ({ key }: SearchHit): string => (key === null ? 'row' : `field:${key}`)

function noteOf({ total, plans }: SearchAnswer, shown: number): string {
  const { count, more } = searchTexts.search
  const found = count(total, plans.length)
  return shown < total ? `${found}. ${more(shown)}` : found
}
