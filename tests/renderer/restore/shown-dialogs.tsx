import { useFocusFinders } from '@fluentui/react-components'
import { act as settle } from '@testing-library/react'
import type { ActionId } from '../../../preload/actions.ts'
import { act } from '../../../renderer/actions/registry.ts'
import { Dialogs } from '../../../renderer/shell/dialogs.tsx'
import { NoticeLine } from '../../../renderer/shell/notice-line.tsx'
import { closeDialog } from '../../../renderer/state/view.ts'
import { type ShownPage, settled, showPage } from '../overview/show-page.tsx'

function Window() {
  // As the app does: else a dialog would leave the page hidden.
  useFocusFinders()
  return (
    <main>
      <h1>Planer</h1>
      <NoticeLine />
      <Dialogs />
    </main>
  )
}

/** A window over an agreement, in which dialogs can be opened. */
export async function shownDialogs(): Promise<ShownPage> {
  closeDialog()
  // Without it Fluent does not animate.
  Reflect.deleteProperty(Element.prototype, 'animate')
  return showPage(Window, '03')
}

export async function choose(action: ActionId): Promise<void> {
  settle(() => act(action))
  await settled()
}
