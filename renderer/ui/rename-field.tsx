import { Input } from '@fluentui/react-components'
import { type KeyboardEvent, useState } from 'react'

interface RenameFieldProps {
  readonly name: string
  readonly label: string
  readonly maxLength: number
  /** Another name, which is not empty. */
  readonly onRename: (name: string) => void
  /** `byKey`: Enter or Escape was pressed; otherwise the focus has gone elsewhere. */
  readonly onDone: (byKey: boolean) => void
}

/** A name that is edited where it stands: Enter or leaving takes the new one, Escape keeps the old. */
export function RenameField({ name, label, maxLength, onRename, onDone }: RenameFieldProps) {
  const [text, setText] = useState(name)
  const rename = (byKey: boolean) => {
    onDone(byKey)
    const wanted = text.trim()
    if (wanted !== '' && wanted !== name) onRename(wanted)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') rename(true)
    else if (event.key === 'Escape') onDone(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Input
      value={text}
      maxLength={maxLength}
      aria-label={label}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(_, { value }) => setText(value)}
      onBlur={() => rename(false)}
      onKeyDown={press}
      style={{ width: '100%' }}
    />
  )
}
