import { useEffect } from 'react'
import { actionIds, isActionId } from '../../preload/actions.ts'
import { act, canAct, isChecked } from '../actions/registry.ts'
import { onEvent, request } from '../state/client.ts'
import { usePreferences } from '../state/preferences.ts'
import { telling } from '../state/run.ts'
import { useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'

/** Milliseconds; the menu is not open while keys are pressed. */
const PAUSE = 150

/** Does what the native menu asks for, and keeps it told of what is possible and what is chosen. */
export function useMenu(): void {
  useEffect(
    () =>
      onEvent('action.chosen', ({ action }) => {
        if (isActionId(action)) act(action)
      }),
    [],
  )
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    let told = ''
    const update = () => {
      timer = null
      const state = { enabled: actionIds.filter(canAct), checked: actionIds.filter(isChecked) }
      const text = JSON.stringify(state)
      if (text === told) return
      told = text
      void telling(() => request('menu.update', state))
    }
    const soon = () => {
      timer ??= setTimeout(update, PAUSE)
    }
    soon()
    const stops = [useView.subscribe(soon), useWorkbook.subscribe(soon), usePreferences.subscribe(soon)]
    return () => {
      for (const stop of stops) stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [])
}
