import type { OtherCopy } from '../../preload/answers.ts'
import { type Preferences, type PreferencesPatch, preferencesSchema } from '../../preload/preferences.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'
import type { PassedCopies } from './surroundings.ts'

/** How many plans, and how many workbooks, are remembered; those that were looked at longest ago are forgotten. */
const MOST = 1000
const MOST_COPIES = 200

export interface PreferencesStore {
  readonly get: () => Preferences
  /** What is remembered of single plans and workbooks is added to what is remembered of others. */
  readonly write: (patch: PreferencesPatch) => void
}

/** What the program remembers of this user, kept in a file of its own. */
export function preferencesIn(file: string): PreferencesStore {
  let preferences = readJsonFile(file, preferencesSchema) ?? preferencesSchema.parse({})
  return {
    get: () => preferences,
    write: (patch) => {
      preferences = preferencesSchema.parse({
        ...preferences,
        ...patch,
        plans: together(preferences.plans, patch.plans),
        openPlans: together(preferences.openPlans, patch.openPlans),
      })
      writeJsonFile(file, preferences)
    },
  }
}

type Remembered<T> = Readonly<Record<string, T>>

function together<T>(known: Remembered<T>, news: Remembered<T> = {}): Remembered<T> {
  const others = Object.entries(known).filter(([key]) => !Object.hasOwn(news, key))
  return Object.fromEntries([...others, ...Object.entries(news)].slice(-MOST))
}

/** Copies beside workbooks that the user was asked about, as they were then; those asked about longest ago are forgotten. */
export function passedCopies({ get, write }: PreferencesStore): PassedCopies {
  const nameOf = ({ file, at }: OtherCopy): string => `${file} ${at}`
  return {
    has: (copy) => get().passedCopies.includes(nameOf(copy)),
    add: (copy) => write({ passedCopies: [...get().passedCopies, nameOf(copy)].slice(-MOST_COPIES) }),
  }
}
