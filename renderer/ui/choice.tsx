import { Select } from '@fluentui/react-components'

interface ChoiceProps {
  readonly label: string
  readonly all: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly onChange: (value: string) => void
}

/** One of several values to filter by, or all; '' = all. */
export function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  return (
    <Select aria-label={label} value={value} onChange={(_, chosen) => onChange(chosen.value)}>
      <option value="">{all}</option>
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </Select>
  )
}
