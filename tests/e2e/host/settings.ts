import type { Answer } from './dialog-answers.ts'
import type { Size } from './messages.ts'

/** How whoever starts the program wants the stand-in to be; handed over as JSON in the variable below. */
export interface Settings {
  /**
   * Who answers dialogs: `test` by a queue of answers, `tool` nobody (they are cancelled), `user` the person at the
   * screen.
   */
  readonly mode: 'test' | 'tool' | 'user'
  readonly headed: boolean
  readonly locale: string
  /** Port of Chromium's DevTools on the loopback interface, 0 = any free one, null = none. */
  readonly port: number | null
  /** Where `app.getPath('userData')` leads; null = where Electron would put it. */
  readonly userData: string | null
  /** Where Chromium's own files lie, for whoever starts the program to remove; null = a new folder. */
  readonly scratch: string | null
  /** The size of every new window, whatever the program asks for. */
  readonly viewport: Size | null
  /** Answers to the first dialogs. */
  readonly answers: readonly Answer[]
  /** More switches for Chromium. */
  readonly switches: readonly string[]
  /** A script that each document runs before its own; '' = none. */
  readonly script: string
}

export const SETTINGS_VARIABLE = 'PLANVAERK_STAND_IN'

const given: Partial<Settings> = JSON.parse(process.env[SETTINGS_VARIABLE] ?? '{}')

export const settings: Settings = {
  mode: 'user',
  headed: true,
  locale: 'da-DK',
  port: null,
  userData: null,
  scratch: null,
  viewport: null,
  answers: [],
  switches: [],
  script: '',
  ...given,
}
