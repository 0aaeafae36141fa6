import { useCallback, useEffect, useRef, useState } from 'react'

interface Renaming {
  readonly isRenaming: boolean
  readonly begin: () => void
  /** `byKey`: the focus goes back to what the field stood in the place of. */
  readonly done: (byKey: boolean) => void
  /** The `ref` of the button that stands there when nothing is renamed. */
  readonly button: (element: HTMLButtonElement | null) => void
}

/** Something that becomes a `RenameField` where it stands, and itself again. */
export function useRenaming(): Renaming {
  const [state, setState] = useState<'resting' | 'renaming' | 'renamed'>('resting')
  const resting = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (state === 'renamed') resting.current?.focus()
  }, [state])
  return {
    isRenaming: state === 'renaming',
    begin: () => setState('renaming'),
    done: (byKey) => setState(byKey ? 'renamed' : 'resting'),
    button: useCallback((element) => {
      resting.current = element
    }, []),
  }
}
