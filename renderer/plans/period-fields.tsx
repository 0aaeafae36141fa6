import { Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { plansTexts } from '../../db/model/texts/window/plans.ts'

const useStyles = makeStyles({
  years: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
  },
})

/** Years as they are typed. */
export interface TypedPeriod {
  readonly from: string
  readonly to: string
}

export interface ReadPeriod {
  readonly from: number
  readonly to: number | null
}

/** What the typed years mean, or which of the two is wrong. An empty end is a plan that rolls on. */
export function readPeriod({ from, to }: TypedPeriod): ReadPeriod | { readonly wrong: 'from' | 'to' } {
  const begin = year(from)
  if (begin === null) return { wrong: 'from' }
  if (to.trim() === '') return { from: begin, to: null }
  const end = year(to)
  return end === null || end < begin ? { wrong: 'to' } : { from: begin, to: end }
}

function year(text: string): number | null {
  const value = /^\d{4}$/.test(text.trim()) ? Number(text) : 0
  return value >= 1900 && value <= 2200 ? value : null
}

interface PeriodFieldsProps {
  readonly value: TypedPeriod
  readonly onChange: (value: TypedPeriod) => void
}

export function PeriodFields({ value, onChange }: PeriodFieldsProps) {
  const styles = useStyles()
  const read = readPeriod(value)
  const wrong = 'wrong' in read ? read.wrong : null
  const { create, problems } = plansTexts
  return (
    <div className={styles.years}>
      <Field label={create.from} required {...(wrong === 'from' ? { validationMessage: problems.from } : {})}>
        <Input
          inputMode="numeric"
          value={value.from}
          maxLength={4}
          onChange={(_, { value: from }) => onChange({ ...value, from })}
        />
      </Field>
      <Field
        label={create.to}
        hint={create.toHint}
        {...(wrong === 'to' ? { validationMessage: problems.to } : {})}
      >
        <Input
          inputMode="numeric"
          value={value.to}
          maxLength={4}
          onChange={(_, { value: to }) => onChange({ ...value, to })}
        />
      </Field>
    </div>
  )
}
