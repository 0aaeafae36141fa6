import type { Opener } from '../../presence.ts'
import { openElsewhere } from '../presence.ts'

/** »Anne«, »Anne og Bo«, »Anne, Bo og Carla« */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} og ${names.at(-1)}`

const namesOf = (others: readonly Opener[]): string => listed([...new Set(others.map(({ who }) => who))])

/** A workbook that several have open, and its copies. */
export const sharingTexts = {
  region: 'Deling',
  /** That others have the workbook open. */
  open: (others: readonly Opener[], now: Date): string => {
    const [first] = others
    if (!first) return ''
    return others.length === 1
      ? openElsewhere(first, now)
      : `Projektmappen er åben hos ${others.length.toLocaleString('da-DK')} andre: ${namesOf(others)}.`
  },
  whatHappens: 'I kan arbejde samtidig. Ændringerne flettes, når der gemmes.',
  openReadOnly: 'Åbn skrivebeskyttet',
  openAnyway: 'Åbn alligevel, flet senere',
  alsoOpen: (others: readonly Opener[]) => `Også åben hos ${namesOf(others)}`,
  came: (others: readonly Opener[]) =>
    others.length === 1
      ? `${namesOf(others)} har åbnet projektmappen. Jeres ændringer flettes, når der gemmes.`
      : `${namesOf(others)} har åbnet projektmappen. Ændringerne flettes, når der gemmes.`,
  readOnly: 'Skrivebeskyttet',
  readOnlyNow: 'Projektmappen er skrivebeskyttet her. Intet kan ændres, før du vælger »Redigér« øverst.',
  edit: 'Redigér',
  copy: (name: string, when: string) => `Der ligger en anden udgave ved siden af: »${name}«, gemt ${when}.`,
  mergeCopy: 'Flet',
  notNow: 'Ikke nu',
  mergeWith: 'Flet med …',
  mergeAgain: 'Flet alligevel',
} as const
