import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'
import { useFocusReturn } from './use-focus-return.ts'

interface DialogFrameProps {
  readonly title: string
  readonly children: ReactNode
  /** The button that does it; Enter presses it. Without it, the dialog only informs. */
  readonly confirm?: { readonly text: string; readonly disabled?: boolean; readonly run: () => void }
  readonly cancel: string
  readonly onClose: () => void
  /** CSS pixels. */
  readonly width?: number
  /** More buttons, at the left. */
  readonly extra?: ReactNode
}

/** A modal dialog: Escape gives it up, Enter confirms it, and the focus returns to where it was. */
export function DialogFrame({
  title,
  children,
  confirm,
  cancel,
  onClose,
  width = 520,
  extra,
}: DialogFrameProps) {
  useFocusReturn()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (confirm && confirm.disabled !== true) confirm.run()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: width }} aria-describedby={undefined}>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent>{children}</DialogContent>
            <DialogActions fluid>
              {extra}
              {confirm && (
                <Button type="submit" appearance="primary" disabledFocusable={confirm.disabled === true}>
                  {confirm.text}
                </Button>
              )}
              <Button type="button" onClick={onClose}>
                {cancel}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
