import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { LinkKind } from '../../../db/model/records.ts'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { goToNode } from '../../state/navigate.ts'
import { run } from '../../state/run.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { Card } from '../form/card.tsx'
import { Row } from '../form/row.tsx'
import { chosenNodes, contributionsTo, planName } from './chosen-nodes.ts'
import { useFoundNodes, useFoundTargets } from './found.ts'
import { TagField } from './tag-field.tsx'

const texts = detailsTexts.links

interface LinksCardProps {
  readonly nodeId: string
  readonly type: 'indsats' | 'bidrag'
}

/** How the node hangs together with others: what it serves, and who serves it. */
export function LinksCard({ nodeId, type }: LinksCardProps) {
  return (
    <Card label={texts.group}>
      {type === 'bidrag' ? (
        <LinkRow nodeId={nodeId} kind="contributesTo" />
      ) : (
        <>
          <LinkRow nodeId={nodeId} kind="realises" />
          <Row label={texts.contributors} guidance={texts.contributorsHint}>
            {() => <Contributors nodeId={nodeId} />}
          </Row>
        </>
      )}
    </Card>
  )
}

const words = {
  contributesTo: { label: texts.contributesTo, hint: texts.contributesToHint, add: texts.addIndsats },
  realises: { label: texts.realises, hint: texts.realisesHint, add: texts.addGoal },
} as const satisfies Record<LinkKind, unknown>

function LinkRow({ nodeId, kind }: { readonly nodeId: string; readonly kind: LinkKind }) {
  const { label, hint, add } = words[kind]
  return (
    <Row label={label} guidance={hint}>
      {(describedBy) => (
        <Links nodeId={nodeId} kind={kind} label={label} placeholder={add} describedBy={describedBy} />
      )}
    </Row>
  )
}

const useKnown = () => useWorkbook(useShallow(({ mirror, plans, units }) => ({ mirror, plans, units })))

interface LinksProps {
  readonly nodeId: string
  readonly kind: LinkKind
  readonly placeholder: string
  readonly label: string
  readonly describedBy: string
}

function Links({ nodeId, kind, placeholder, ...ids }: LinksProps) {
  const [query, setQuery] = useState('')
  const known = useKnown()
  const found = useFoundTargets()
  const nodes = useFoundNodes(kind, query)
  const chosen = chosenNodes(known, found, nodeId, kind)
  const linked = chosen.flatMap(({ toNode }) => toNode ?? [])
  const set = (targets: readonly string[]) =>
    void run({ type: 'link.set', nodeId, kind, targets: [...targets] })
  return (
    <TagField
      place={`=${nodeId}/${kind}`}
      placeholder={chosen.length === 0 ? placeholder : texts.addMore}
      chosen={chosen.map(({ id, title, where, toNode, planId }) => ({
        id,
        text: title,
        ...(where !== '' && { detail: where }),
        ...(toNode !== null && { onRemove: () => set(linked.filter((other) => other !== toNode)) }),
        ...(toNode !== null && planId !== null && { onOpen: () => void goToNode(planId, toNode) }),
      }))}
      suggestions={nodes
        .filter(({ id }) => !linked.includes(id) && id !== nodeId)
        .map(({ id, title, planId }) => ({ key: id, text: title, detail: planName(known, planId) }))}
      onQuery={setQuery}
      onPick={({ key }) => set([...linked, key])}
      {...ids}
    />
  )
}

const useStyles = makeStyles({
  list: { margin: '0', padding: '8px 12px', listStyleType: 'none', display: 'grid', rowGap: '4px' },
  none: { padding: '8px 12px', color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  where: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

function Contributors({ nodeId }: { readonly nodeId: string }) {
  const styles = useStyles()
  const contributions = contributionsTo(useKnown(), nodeId)
  if (contributions.length === 0) return <div className={styles.none}>{texts.noContributors}</div>
  return (
    <ul className={styles.list}>
      {contributions.map(({ planId, nodeId: from, title, where }) => (
        <li key={from}>
          <Link as="button" onClick={() => void goToNode(planId, from)}>
            {title}
          </Link>{' '}
          <span className={styles.where}>{where}</span>
        </li>
      ))}
    </ul>
  )
}
