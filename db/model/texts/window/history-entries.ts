import type { HistoryEntry, HistoryPlace } from '../../history/entry.ts'
import type { NodeType } from '../../template/template.ts'
import { type KnownLabel, nameOf, quoted } from '../history.ts'

const number = (count: number): string => count.toLocaleString('da-DK')

/** »periode, status og udvalg« */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`

/** Who did it stands before: »Anne flyttede …«. `what` names the places that were changed: »Formål«. */
interface Words {
  readonly one: (title: string, what: string, op: HistoryPlace['op']) => string
  readonly many: (count: string) => string
}

const verbs: Readonly<Record<HistoryPlace['op'], string>> = {
  came: 'skrev',
  changed: 'ændrede',
  went: 'slettede',
}

/** What was done to what stands in a row. */
const inRow: Words['one'] = (title, what, op) =>
  what === '' ? `ændrede ${title}` : `${verbs[op]} ${what} i ${title}`
const ofPlan: Words['one'] = (title, what) => `ændrede ${what === '' ? 'oplysninger' : what} for ${title}`

type Known = KnownLabel | 'workbook.migrate'

/** What each entry of the history tells; a new command without its words does not compile. */
const words: Readonly<Record<Known, Words>> = {
  'plan.create': {
    one: (title) => `oprettede planen ${title}`,
    many: (count) => `oprettede ${count} planer`,
  },
  'plan.update': { one: ofPlan, many: (count) => `ændrede oplysninger om ${count} planer` },
  'plan.set-unit': { one: ofPlan, many: (count) => `valgte enhed for ${count} planer` },
  'plan.delete': {
    one: (title) => `slettede planen ${title}`,
    many: (count) => `slettede ${count} planer`,
  },
  'plan.duplicate': {
    one: (title) => `dublerede en plan som ${title}`,
    many: (count) => `dublerede ${count} planer`,
  },
  'plan.import': {
    one: (title) => `importerede planen ${title}`,
    many: (count) => `importerede ${count} planer`,
  },
  'plan.restore': {
    one: (title) => `gendannede planen ${title} fra en sikkerhedskopi`,
    many: (count) => `gendannede ${count} planer fra en sikkerhedskopi`,
  },
  'cover.write': {
    one: (title, what, op) => `${verbs[op]} ${what || 'noget'} på forsiden af ${title}`,
    many: (count) => `skrev ${count} steder på forsiden`,
  },
  'node.insert': { one: (title) => `tilføjede ${title}`, many: (count) => `tilføjede ${count} rækker` },
  'node.rename': {
    one: (title) => `rettede titlen til ${title}`,
    many: (count) => `rettede ${count} titler`,
  },
  'node.move': { one: (title) => `flyttede ${title}`, many: (count) => `flyttede ${count} rækker` },
  'node.delete': { one: (title) => `slettede ${title}`, many: (count) => `slettede ${count} rækker` },
  'node.set-annex': {
    one: (title) => `skiftede ${title} til eller fra bilag`,
    many: (count) => `skiftede ${count} afsnit til eller fra bilag`,
  },
  'outline.paste': {
    one: (title) => `satte ${title} ind`,
    many: (count) => `satte ${count} rækker ind`,
  },
  'field.write': { one: inRow, many: (count) => `skrev i ${count} felter` },
  'milestone.update': { one: inRow, many: (count) => `ændrede ${count} milepæle` },
  'indicator.update': { one: inRow, many: (count) => `ændrede ${count} parametre` },
  'link.set': {
    one: (title) => `ændrede henvisninger fra ${title}`,
    many: (count) => `ændrede henvisninger fra ${count} rækker`,
  },
  'coordinators.set': {
    one: (title) => `valgte koordinator for ${title}`,
    many: (count) => `valgte koordinator for ${count} bidrag`,
  },
  'status.set': {
    one: (title) => `satte status for ${title}`,
    many: (count) => `satte status for ${count} rækker`,
  },
  'history.restore': {
    one: (title, what) => (what === '' ? `gendannede ${title}` : `gendannede ${what} i ${title}`),
    many: (count) => `gendannede ${count} steder`,
  },
  'conflict.resolve': {
    one: (title) => `afgjorde en konflikt i ${title}`,
    many: (count) => `afgjorde ${count} konflikter`,
  },
  'unit.rename': {
    one: (title) => `omdøbte enheden ${title}`,
    many: (count) => `omdøbte ${count} enheder`,
  },
  'organisation.rename': {
    one: () => 'ændrede organisationens navn',
    many: () => 'ændrede organisationens navn',
  },
  'workbook.create': { one: () => 'oprettede projektmappen', many: () => 'oprettede projektmappen' },
  'workbook.migrate': { one: () => 'opgraderede projektmappen', many: () => 'opgraderede projektmappen' },
  'workbook.merge': {
    one: (people) => `flettede ${people === '' ? 'en anden kopi' : `ændringer fra ${people}`} ind`,
    many: (count) => `flettede ændringer fra ${count} personer ind`,
  },
  'packet.send': {
    one: (title) => `skrev en bidragspakke til ${title}`,
    many: (count) => `skrev ${count} bidragspakker`,
  },
  'workbook.salvage': {
    one: () => 'reddede indholdet af en beskadiget projektmappe',
    many: () => 'reddede indholdet af en beskadiget projektmappe',
  },
  'workbook.restore': {
    one: () => 'gendannede projektmappen fra en sikkerhedskopi',
    many: () => 'gendannede projektmappen fra en sikkerhedskopi',
  },
}

const isKnown = (command: string): command is Known => Object.hasOwn(words, command)

/** Templates name themes and programmes themselves, so these are only rows here. */
const nodes: Readonly<Record<NodeType, string>> = {
  section: 'afsnittet',
  theme: 'rækken',
  programme: 'rækken',
  indsats: 'indsatsen',
  bidrag: 'bidraget',
  goal: 'det politiske mål',
  milestone: 'milepælen',
  indicator: 'parameteren',
}

/** So many people or places are named; more would be counted by nobody. */
const NAMED = 3

/**
 * What somebody did, in the words that follow her name: »ændrede »Formål« i »Flere børn læser««. `placeName` says what a place
 * is called.
 */
export function did(entry: HistoryEntry, placeName: (place: HistoryPlace) => string): string {
  const { kind, label, places } = entry
  if (kind === 'undo') return `fortrød: ${nameOf(label)}`
  if (kind === 'redo') return `gentog: ${nameOf(label)}`
  if (!isKnown(label.command)) return 'ændrede noget'
  const { one, many } = words[label.command]
  if (label.merge) {
    const people = label.merge.people.map(({ who }) => who)
    return people.length > NAMED ? many(number(people.length)) : one(listed(people), '', 'came')
  }
  if (label.count !== undefined) return many(number(label.count))
  const [place] = places
  const title = quoted(label.about || (place?.title ?? ''))
  const type = label.nodeType === undefined ? '' : `${nodes[label.nodeType]} `
  return one(`${type}${title}`, whatOf(places, placeName), place?.op ?? 'changed')
}

/** »Formål«; nothing where a whole row came or went. */
function whatOf(places: readonly HistoryPlace[], placeName: (place: HistoryPlace) => string): string {
  const names = new Set(places.filter(({ unit }) => unit !== null).map(placeName))
  const named = [...names].slice(0, NAMED).map((name) => `»${name}«`)
  return listed(names.size > NAMED ? [...named, 'andet'] : named)
}
