import { Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { planStatuses } from '../../db/model/plan/plan-document.ts'
import type { PlanRecord } from '../../db/model/records.ts'
import { statusNames } from '../../db/model/texts/documents.ts'
import { plansTexts } from '../../db/model/texts/window/plans.ts'
import { runAll } from '../state/run.ts'
import { closeDialog } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { UnitField } from '../ui/unit-field.tsx'
import { PeriodFields, readPeriod } from './period-fields.tsx'
import { type PlanProperties, propertiesOf, propertyCommands } from './plan-properties.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalM },
  part: { marginTop: tokens.spacingVerticalS },
  about: { color: tokens.colorNeutralForeground3 },
})

/** Unit, period, status and what the committee secretariat needs. The cover rows stand in the form of the plan. */
export function PlanPropertiesDialog({ planId }: { readonly planId: string }) {
  const plan = useWorkbook(({ plans }) => plans.get(planId))
  return plan ? <PropertiesForm plan={plan} /> : null
}

function PropertiesForm({ plan }: { readonly plan: PlanRecord }) {
  const styles = useStyles()
  const unitName = useWorkbook(({ units }) => units.get(plan.unitId)?.name ?? '')
  const template = useWorkbook(({ templates }) => templates.get(plan.template))
  const [values, setValues] = useState(() => propertiesOf(plan, unitName))
  const set = (patch: Partial<PlanProperties>) => setValues((known) => ({ ...known, ...patch }))
  const ready = values.unit.trim() !== '' && !('wrong' in readPeriod(values.period))
  const save = () => {
    closeDialog()
    void runAll(propertyCommands(plan, unitName, values))
  }
  const { create, edit } = plansTexts
  const variants = template?.variants ?? []
  return (
    <DialogFrame
      title={edit.title}
      confirm={{ text: edit.save, disabled: !ready, run: save }}
      cancel={edit.cancel}
      onClose={closeDialog}
      width={620}
    >
      <div className={styles.form}>
        <Field label={create.name}>
          <Input
            value={values.title}
            maxLength={2000}
            autoFocus
            onChange={(_, { value }) => set({ title: value })}
          />
        </Field>
        <div className={styles.pair}>
          <Field
            label={create.unit}
            required
            {...(values.unit.trim() === '' ? { validationMessage: plansTexts.problems.unit } : {})}
          >
            <UnitField value={values.unit} onChange={(unit) => set({ unit })} />
          </Field>
          <Field label={plansTexts.status}>
            <Select
              value={values.status}
              onChange={(_, { value }) =>
                set({ status: planStatuses.find((status) => status === value) ?? values.status })
              }
            >
              {planStatuses.map((status) => (
                <option key={status} value={status}>
                  {statusNames[status]}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <PeriodFields value={values.period} onChange={(period) => set({ period })} />
        {variants.length > 1 && (
          <Field label={create.variant}>
            <Select
              value={values.variant ?? variants[0]?.key ?? ''}
              onChange={(_, { value }) => set({ variant: value })}
            >
              {variants.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <div className={styles.part}>
          <Text as="h3" weight="semibold" block>
            {edit.case}
          </Text>
          <Text size={200} className={styles.about}>
            {edit.caseAbout}
          </Text>
        </div>
        <div className={styles.pair}>
          <Line
            label={edit.caseNumber}
            value={values.caseNumber}
            onChange={(caseNumber) => set({ caseNumber })}
          />
          <Line
            label={edit.documentNumber}
            value={values.documentNumber}
            onChange={(documentNumber) => set({ documentNumber })}
          />
          <Line
            label={edit.committee}
            value={values.committee}
            onChange={(committee) => set({ committee })}
          />
          <Field label={edit.meetingDate}>
            <Input
              type="date"
              value={values.meetingDate}
              onChange={(_, { value }) => set({ meetingDate: value })}
            />
          </Field>
          <Line label={edit.item} value={values.item} onChange={(item) => set({ item })} />
          <Line label={edit.annex} value={values.annex} onChange={(annex) => set({ annex })} />
        </div>
      </div>
    </DialogFrame>
  )
}

interface LineProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Line({ label, value, onChange }: LineProps) {
  return (
    <Field label={label}>
      <Input value={value} maxLength={2000} onChange={(_, typed) => onChange(typed.value)} />
    </Field>
  )
}
