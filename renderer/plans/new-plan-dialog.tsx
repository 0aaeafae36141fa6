import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { plansTexts } from '../../db/model/texts/window/plans.ts'
import { closeDialog } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { UnitField } from '../ui/unit-field.tsx'
import { PeriodFields, readPeriod, type TypedPeriod } from './period-fields.tsx'
import { createPlan } from './plan-commands.ts'
import { usualPeriod, usualTemplate } from './proposal.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

interface NewPlanDialogProps {
  /** Key of the template that is chosen to begin with; the usual one where it is not given. */
  readonly wanted?: string | undefined
}

/** A new plan begins with its template's sections; everything here can be changed later. */
export function NewPlanDialog({ wanted }: NewPlanDialogProps) {
  const styles = useStyles()
  const templates = [...useWorkbook((workbook) => workbook.templates).values()]
  const plans = [...useWorkbook((workbook) => workbook.plans).values()]
  const [templateKey, setTemplateKey] = useState(wanted ?? usualTemplate(plans) ?? templates[0]?.key ?? '')
  const template = templates.find(({ key }) => key === templateKey)
  const [variant, setVariant] = useState('')
  const [title, setTitle] = useState('')
  const [unit, setUnit] = useState('')
  const [typed, setTyped] = useState<TypedPeriod | null>(null)
  const usual = usualPeriod(plans, templateKey, new Date().getFullYear() + 1)
  const period = typed ?? { from: String(usual.from), to: String(usual.to ?? '') }
  const years = readPeriod(period)
  if (!template) return null
  const ready = unit.trim() !== '' && !('wrong' in years)
  const make = () => {
    if ('wrong' in years) return
    closeDialog()
    const chosen = template.variants.length > 1 ? variant || (template.variants[0]?.key ?? null) : null
    void createPlan({
      template: template.key,
      variant: chosen,
      title: title.trim(),
      unit: unit.trim(),
      period: years,
    })
  }
  const texts = plansTexts.create
  return (
    <DialogFrame
      title={texts.title}
      confirm={{ text: texts.make, disabled: !ready, run: make }}
      cancel={texts.cancel}
      onClose={closeDialog}
    >
      <div className={styles.form}>
        <Field label={texts.template} hint={template.guidance}>
          <Select value={templateKey} onChange={(_, { value }) => setTemplateKey(value)} autoFocus>
            {templates.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {template.variants.length > 1 && (
          <Field label={texts.variant}>
            <Select value={variant} onChange={(_, { value }) => setVariant(value)}>
              {template.variants.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={texts.unit} hint={texts.unitHint} required>
          <UnitField value={unit} onChange={setUnit} />
        </Field>
        <Field label={texts.name}>
          <Input
            value={title}
            placeholder={template.title}
            maxLength={2000}
            onChange={(_, { value }) => setTitle(value)}
          />
        </Field>
        <PeriodFields value={period} onChange={setTyped} />
      </div>
    </DialogFrame>
  )
}
