import { create } from 'zustand'
import { type Preferences, type PreferencesPatch, preferencesSchema } from '../../preload/preferences.ts'
import { request } from './client.ts'
import { telling } from './run.ts'

/** What the program remembers of this user; main keeps it in a file. */
export const usePreferences = create<Preferences>(() => preferencesSchema.parse({}))

let unsent: PreferencesPatch = {}
let timer: ReturnType<typeof setTimeout> | null = null

/** Milliseconds; dragging a divider is one writing. */
const PAUSE = 400

export function remember(patch: PreferencesPatch): void {
  usePreferences.setState(patch)
  unsent = { ...unsent, ...patch }
  timer ??= setTimeout(sendPreferences, PAUSE)
}

/** Sends what waits; before the window closes nothing may wait. */
export function sendPreferences(): void {
  if (timer === null) return
  clearTimeout(timer)
  timer = null
  const patch = unsent
  unsent = {}
  void telling(() => request('preferences.write', patch))
}
