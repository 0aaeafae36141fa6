import { session } from 'electron'

/** On Linux Chromium has no dictionary of the system's own, and would fetch one from the network. */
export const MAY_CHECK_SPELLING = process.platform !== 'linux'

/** Where Chromium looks for dictionaries that the system does not have: on this computer, where there are none. */
const NOWHERE = 'http://127.0.0.1:9/'

/** Danish spelling by the system's own dictionary, where it has one. macOS finds the language itself. */
export function checkDanishSpelling(): void {
  if (process.platform !== 'win32') return
  const { defaultSession } = session
  defaultSession.setSpellCheckerDictionaryDownloadURL(NOWHERE)
  if (defaultSession.availableSpellCheckerLanguages.includes('da')) {
    defaultSession.setSpellCheckerLanguages(['da'])
  }
}
