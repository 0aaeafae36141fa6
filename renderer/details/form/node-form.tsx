import { Field, Switch } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { BODY } from '../../../db/model/records.ts'
import { ruleOf } from '../../../db/model/template/rules.ts'
import type { OutlineType, Template } from '../../../db/model/template/template.ts'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { run } from '../../state/run.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { LinksCard } from '../links/links-card.tsx'
import { type FormNode, useParts } from '../select.ts'
import { Card } from './card.tsx'
import { type Form, type FormGroup, type FormRow, formOf } from './form-of.ts'
import { LeftOver } from './left-over.tsx'
import { NodeRow } from './node-row.tsx'
import { TitleField } from './title.tsx'

interface NodeFormProps {
  readonly node: FormNode & { readonly type: OutlineType }
  readonly template: Template
}

/** The form of one row of the outline, as the template's paper form has it. */
export function NodeForm({ node, template }: NodeFormProps) {
  const form = useForm(node, template)
  const rule = ruleOf(template, node.type)
  const isOwn = node.type === 'section' && node.sectionKey === null
  // Annexes are numbered at the top of the outline only.
  const mayBeAnnex = isOwn && (node.isTop || node.annex)
  return (
    <>
      <TitleField nodeId={node.id} kind={rule?.label.singular ?? detailsTexts.text} />
      {form.groups.map((group) => (
        <Group key={group.rows.map(nameOf).join()} nodeId={node.id} group={group} />
      ))}
      {form.leftOver.length > 0 && <LeftOver nodeId={node.id} rows={form.leftOver} />}
      {mayBeAnnex && <AnnexSwitch {...node} />}
      {(node.type === 'indsats' || node.type === 'bidrag') && <LinksCard nodeId={node.id} type={node.type} />}
    </>
  )
}

/** Drawn anew only when the node holds other things than before, not when a text changes. */
function useForm({ id, type, sectionKey }: FormNode, template: Template): Form {
  const texts = useWorkbook(useShallow(({ mirror }) => (mirror?.fields.get(id) ?? []).map(({ key }) => key)))
  const coordinators = useWorkbook(({ mirror }) => mirror?.coordinators.has(id) === true)
  const milestones = useParts(id, 'milestone').length > 0
  const indicators = useParts(id, 'indicator').length > 0
  return useMemo(
    () => formOf({ type, sectionKey }, template, { texts, milestones, indicators, coordinators }),
    [type, sectionKey, template, texts, milestones, indicators, coordinators],
  )
}

/** Unique in a form. */
const nameOf = ({ key, composed }: FormRow): string => key ?? `=${composed}`

function Group({ nodeId, group }: { readonly nodeId: string; readonly group: FormGroup }) {
  return (
    <Card label={group.label}>
      {group.rows.map((row) => (
        <NodeRow key={nameOf(row)} nodeId={nodeId} row={row} bare={row.key === BODY} />
      ))}
    </Card>
  )
}

/** Sections of the user's own may be annexes; those of the template are what it says. */
function AnnexSwitch({ id, annex }: FormNode) {
  return (
    <Field hint={detailsTexts.annexHint} style={{ marginBottom: 12 }}>
      <Switch
        label={detailsTexts.annex}
        checked={annex}
        onChange={(_, { checked }) => void run({ type: 'node.set-annex', id, annex: checked })}
      />
    </Field>
  )
}
