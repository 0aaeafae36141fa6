import { Combobox, Option } from '@fluentui/react-components'
import { useState } from 'react'
import { inDanishOrder } from '../../db/model/danish.ts'
import { fold } from '../../db/model/search/fold.ts'
import { useWorkbook } from '../state/workbook.ts'

interface UnitFieldProps {
  readonly value: string
  readonly onChange: (name: string) => void
  /** Given by a surrounding `Field`, or the name for screen readers. */
  readonly label?: string
}

/**
 * A unit, chosen by typing and the arrow keys; a name that is not known becomes a new unit. Fluent would mark the first name that
 * begins as typed, and Tab would put it in the place of what is typed; a text that begins with a blank is never marked so.
 */
export function UnitField({ value, onChange, label }: UnitFieldProps) {
  const units = useWorkbook((workbook) => workbook.units)
  const [typing, setTyping] = useState(false)
  const names = [...units.values()].map(({ name }) => name).toSorted(inDanishOrder)
  const wanted = fold(value.trim())
  const fitting = typing ? names.filter((name) => fold(name).includes(wanted)) : names
  return (
    <Combobox
      freeform
      disableAutoFocus
      value={value}
      selectedOptions={[value]}
      // The mouse's own way to the list, which the keyboard and screen readers have in the field itself.
      expandIcon={{ tabIndex: -1, 'aria-hidden': true }}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onInput={(event) => {
        setTyping(true)
        onChange(event.currentTarget.value)
      }}
      onOptionSelect={(_, { optionValue }) => {
        if (optionValue === undefined) return
        setTyping(false)
        onChange(optionValue)
      }}
      onOpenChange={(_, { open }) => !open && setTyping(false)}
    >
      {fitting.map((name) => (
        <Option key={name} value={name} text={` ${name}`}>
          {name}
        </Option>
      ))}
    </Combobox>
  )
}
