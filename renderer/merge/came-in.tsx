import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { HistoryPlace, HistoryScope } from '../../db/model/history/entry.ts'
import { historyTexts } from '../../db/model/texts/window/history.ts'
import { mergeTexts } from '../../db/model/texts/window/merge.ts'
import { EntryChanges } from '../history/entry-changes.tsx'
import { groupsOf, type PlaceGroup } from '../history/place-groups.ts'
import { type Known, placeName } from '../history/place-words.ts'
import { useChanges } from '../history/use-history.ts'
import { showHistory } from '../state/navigate.ts'
import { useWorkbook } from '../state/workbook.ts'
import { planName } from '../ui/plan-name.ts'
import type { ShownMerge } from './merges-page.tsx'

const { reports: texts } = mergeTexts

const WORKBOOK: HistoryScope = { of: 'workbook' }

const useStyles = makeStyles({
  plan: {
    margin: '8px 0 2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  rows: { margin: 0, padding: '0 0 0 20px', listStyleType: 'disc' },
  buttons: { marginTop: '8px' },
  texts: { marginTop: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, paddingTop: '8px' },
})

interface CameInProps {
  readonly merge: ShownMerge
  readonly known: Known
  /** Whether it is told without asking; else a button tells it. */
  readonly isOpen: boolean
}

/** What came in by a merge, plan by plan and row by row, and the texts before and after. */
export function CameIn({ merge, known, isOpen }: CameInProps) {
  const styles = useStyles()
  const id = useId()
  const [hasTexts, setTexts] = useState(false)
  const { dot, places } = merge
  const isAsked = isOpen || hasTexts
  return (
    <>
      {isAsked && places && <Plans places={places} known={known} />}
      {isAsked && !places && dot !== null && <PlansOf dot={dot} known={known} />}
      <div className={styles.buttons}>
        {dot === null ? (
          <Button size="small" onClick={() => showHistory({ shown: 'workbook', planId: null, node: null })}>
            {texts.inHistory}
          </Button>
        ) : (
          <Button
            size="small"
            aria-expanded={hasTexts}
            aria-controls={hasTexts ? id : undefined}
            onClick={() => setTexts(!hasTexts)}
          >
            {hasTexts ? texts.hideTexts : texts.showTexts}
          </Button>
        )}
      </div>
      {hasTexts && dot !== null && (
        <div id={id} className={styles.texts}>
          <EntryChanges dot={dot} scope={WORKBOOK} known={known} onRestored={() => {}} />
        </div>
      )}
    </>
  )
}

function PlansOf({ dot, known }: { readonly dot: number; readonly known: Known }) {
  const changes = useChanges(WORKBOOK, dot)
  return changes && <Plans places={changes.changes} known={known} />
}

interface PlansProps {
  readonly places: readonly HistoryPlace[]
  readonly known: Known
}

function Plans({ places, known }: PlansProps) {
  const styles = useStyles()
  const { plans, units } = useWorkbook()
  const nameOf = (planId: string | null): string => {
    if (planId === null) return texts.workbook
    const plan = plans.get(planId)
    return plan ? planName(plan, units) : historyTexts.removedPlan
  }
  return (
    <>
      {Array.from(
        Map.groupBy(places, ({ planId }) => planId),
        ([planId, own]) => (
          <div key={planId ?? ''}>
            <h5 className={styles.plan}>{nameOf(planId)}</h5>
            <ul className={styles.rows}>
              {groupsOf(own, known).map((group) => (
                <li key={group.key}>{wordsOf(group, known)}</li>
              ))}
            </ul>
          </div>
        ),
      )}
    </>
  )
}

/** »Ny: »Flere børn læser««, »»Flere børn læser«: Effekt, Ophav« */
function wordsOf({ row, title, places }: PlaceGroup<HistoryPlace>, known: Known): string {
  if (row?.op === 'came') return texts.came(title)
  if (row?.op === 'went') return texts.went(title)
  const names = [...new Set(places.map((place) => placeName(place, known)))]
  return places[0]?.nodeId === null && places[0].planId !== null
    ? texts.ofPlan(names)
    : texts.changed(title, names)
}
