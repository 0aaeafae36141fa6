import type { HistoryPlace } from '../../history/entry.ts'
import { quoted } from '../history.ts'
import { PROGRAM_NAME } from '../program.ts'
import { detailsTexts } from './details.ts'
import { plansTexts } from './plans.ts'

const number = (count: number): string => count.toLocaleString('da-DK')

const { milestones, indicators, links } = detailsTexts

/** What the places are called whose names no template gives; a place that is not here by its table. */
const placeNames: Readonly<Record<string, string>> = {
  'node.title': 'Titel',
  'node.place': 'Plads',
  'node.annex': 'Bilag',
  'plan.title': 'Titel',
  'plan.kind': 'Form',
  'plan.period': 'Periode',
  'plan.unitId': 'Enhed',
  'plan.status': 'Status',
  'plan.caseNumber': plansTexts.edit.caseNumber,
  'plan.documentNumber': plansTexts.edit.documentNumber,
  'plan.committee': plansTexts.edit.committee,
  'plan.meetingDate': plansTexts.edit.meetingDate,
  'plan.item': plansTexts.edit.item,
  'plan.annex': plansTexts.edit.annex,
  'milestone.whenText': milestones.columns.when,
  'milestone.responsible': milestones.columns.responsible,
  'indicator.unit': indicators.columns.unit,
  'indicator.baseline': indicators.columns.baseline,
  'indicator.target': indicators.columns.target,
  'indicator.whenText': indicators.columns.when,
  'coordinator.unitId': 'Koordinator',
  'status.light': 'Status',
  'status.doc': 'Tekst til status',
  'measurement.value': 'Måling',
  'measurement.note': 'Note til måling',
  'unit.name': 'Enhedens navn',
  'setting.value': 'Organisationens navn',
  contributesTo: links.contributesTo,
  realises: links.realises,
  plan: 'Plan',
  node: 'Række',
  unit: 'Enhed',
  round: 'Opfølgning',
  template: 'Skabelon',
  snapshot: 'Version',
}

/** A title in quotes, however long. */
const whole = (title: string): string => (title.trim() === '' ? quoted('') : `»${title}«`)

/** The page »Historik«: who changed what and when, and the way back to an older text. */
export const historyTexts = {
  title: 'Historik',
  of: 'Historik for',
  wholeWorkbook: 'Hele projektmappen',
  row: (title: string) => `Rækken ${quoted(title)}`,
  plan: (name: string) => `Planen ${name}`,
  removedPlan: 'En plan, der er slettet',
  back: 'Tilbage til planen',
  list: 'Det, der er gjort, det nyeste først',
  summary: (count: number, more: boolean) =>
    more ? `De ${number(count)} nyeste ændringer` : count === 1 ? '1 ændring' : `${number(count)} ændringer`,
  today: 'I dag',
  yesterday: 'I går',
  program: PROGRAM_NAME,
  placeName: ({ table, unit, key }: HistoryPlace): string =>
    placeNames[`${table}.${unit}`] ?? placeNames[key ?? ''] ?? placeNames[table] ?? table,
  older: 'Vis ældre ændringer',
  loading: 'Henter …',
  empty: 'Der er ingen historik endnu',
  emptyHelp:
    'Alt, hvad der skrives og ændres, kommer til at stå her med navn og tid, så en ældre tekst kan hentes frem igen.',
  nothingToShow: 'Her er ingen tekst at vise.',
  moreChanges: 'Der er ændret flere steder, end der vises her.',
  inRow: (place: string, title: string) => `${place} i ${whole(title)}`,
  came: (title: string) => `Ny: ${whole(title)}`,
  went: (title: string) => `Slettet: ${whole(title)}`,
  cameHere: (place: string) => `${place} (ny)`,
  wentHere: (place: string) => `${place} (slettet)`,
  whole,
  top: 'Planens øverste niveau',
  sameOrder: 'Flyttet op eller ned på samme sted',
  afterUnknown:
    'Sådan var teksten før. Hvad den blev til, kendes ikke, for en anden tekst blev valgt ved en fletning.',
  yes: 'Ja',
  no: 'Nej',
  noVariant: 'Almindelig',
  /** Read before what was put in and what was taken out, which the eye sees by line and colour. */
  inserted: 'Tilføjet:',
  deleted: 'Slettet:',
  showUnchanged: (count: number) =>
    count === 1 ? 'Vis 1 uændret afsnit' : `Vis ${number(count)} uændrede afsnit`,
  hideUnchanged: 'Vis kun det ændrede',
  restore: {
    text: 'Gendan denne tekst',
    row: 'Gendan rækken',
    plan: 'Gendan planen',
    other: 'Gendan',
    /** What the button says, and of which place; read instead of the button's own words. */
    of: (button: string, place: string) => `${button}: ${place}`,
  },
  restored: (place: string) => `Gendannet: ${place}`,
  goTo: (title: string) => `Gå til ${quoted(title)}`,
} as const
