import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { searchTexts } from '../../db/model/texts/window/search.ts'
import type { FoundNode } from '../../preload/contract.ts'
import { request } from '../state/client.ts'
import { goToNode } from '../state/navigate.ts'
import { closeDialog } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { PickDialog } from '../ui/pick-dialog.tsx'
import { planName } from '../ui/plan-name.ts'
import { useAnswer } from './use-answer.ts'

const useStyles = makeStyles({
  path: {
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
})

/** How many titles are shown at most. */
const LIMIT = 50

/** Goes to a row by its title, in the open plan first and then in all others. */
export function JumpDialog() {
  const styles = useStyles()
  const [query, setQuery] = useState('')
  const { plans, units, mirror } = useWorkbook()
  const planId = mirror?.planId ?? null
  const found = useAnswer(query, (text) =>
    request('nodes.find', { query: text, types: [], planId, limit: LIMIT }),
  )
  const nameOf = (node: FoundNode): string => {
    const plan = plans.get(node.planId)
    return plan ? planName(plan, units) : node.planTitle
  }
  const pick = (id: string) => {
    const node = found?.find((each) => each.id === id)
    closeDialog()
    if (node) setTimeout(() => void goToNode(node.planId, node.id))
  }
  return (
    <PickDialog
      title={searchTexts.jump.title}
      placeholder={searchTexts.jump.placeholder}
      query={query}
      onQuery={setQuery}
      options={(found ?? []).map((node) => ({
        key: node.id,
        content: (
          <>
            <Text block>{node.title === '' ? searchTexts.untitled : node.title}</Text>
            <Text block size={200} className={styles.path}>
              {[nameOf(node), ...node.path].join(' › ')}
            </Text>
          </>
        ),
      }))}
      onPick={pick}
      onClose={closeDialog}
      empty={found === null ? searchTexts.jump.start : searchTexts.jump.none}
      resultsLabel={searchTexts.results}
    />
  )
}
