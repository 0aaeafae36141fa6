import type { TableName } from '../records.ts'
import type { Loss, LossReason, Salvaged } from '../salvage.ts'

/** What stands in the place of what could not be read. */
export const salvageTexts = {
  /** The heading under which that stands whose place could not be read, and a plan for what belonged to none that is known. */
  heading: 'Reddet',
  plan: 'Reddet plan',
  unit: 'Reddet enhed',
  round: 'Reddet opfølgningsrunde',
  /** The title of a node of which only what belongs to it could be read. */
  node: 'Reddet (titlen kunne ikke læses)',
} as const

const things: Readonly<Record<TableName, string>> = {
  conflict: 'Konflikt',
  setting: 'Oplysning om projektmappen',
  unit: 'Enhed',
  template: 'Skabelon',
  plan: 'Plan',
  cover: 'Forsidetekst',
  node: 'Række',
  field: 'Tekst',
  milestone: 'Milepæl',
  indicator: 'Parameter',
  link: 'Henvisning',
  coordinator: 'Koordinator',
  round: 'Opfølgningsrunde',
  status: 'Status',
  measurement: 'Måling',
  snapshot: 'Version',
}

const fates: Readonly<Record<LossReason, string>> = {
  unusable: 'kunne ikke bruges og er ikke med',
  homeless: 'er ikke med, for det, den hørte til, kunne ikke læses',
  twice: 'stod der to gange; den anden udgave er beholdt',
  moved: `står nu under »${salvageTexts.heading}«, for dens plads kunne ikke læses`,
  nameless: 'kunne ikke læses selv; det, der hørte til den, er beholdt',
  plain: 'er beholdt uden formatering',
  cut: 'var for lang; slutningen er ikke med',
  hurt: 'er beholdt, men nogle bogstaver eller slutningen kunne ikke læses',
  mended: 'er beholdt, men noget i den kunne ikke læses',
}

/** One thing that could not be carried over as it was, as a line. */
export function lossSentence({ table, name, why }: Loss): string {
  const shown = name === '' ? '' : ` »${name}«`
  return `${things[table]}${shown} ${fates[why]}.`
}

const number = (count: number): string => count.toLocaleString('da-DK')
const counted = (count: number, one: string, many: string): string =>
  `${number(count)} ${count === 1 ? one : many}`

/** What was salvaged, and what is to be known of the whole, a line each. */
export function salvageSummary(salvaged: Salvaged): readonly string[] {
  const { plans, nodes, texts, losses, unreadable } = salvaged
  const kept = [
    counted(plans, 'plan', 'planer'),
    counted(nodes, 'række', 'rækker'),
    counted(texts, 'tekst', 'tekster'),
  ]
  const lines = [`Reddet: ${kept.join(', ')}.`]
  if (salvaged.whole) return [...lines, 'Alt er med, også historikken.']
  if (salvaged.complete && losses.length === 0)
    lines.push('Alle planer og tekster er med; historikken er ikke.')
  else lines.push('Historikken er ikke med.')
  if (unreadable > 0)
    lines.push(
      `Filen har ${counted(unreadable, 'del', 'dele')}, som ikke kunne læses; hvad der stod der, vides ikke.`,
    )
  if (!salvaged.complete && losses.length === 0)
    lines.push(
      'Noget mangler eller er ændret, siden projektmappen blev gemt, men hvad det er, kan ikke ses. Sammenlign med en tidligere kopi.',
    )
  if (!salvaged.sameWorkbook)
    lines.push(
      'Den nye projektmappe kan ikke flettes med andre kopier af den gamle, for dens kendetegn kunne ikke læses.',
    )
  if (losses.length > 0) lines.push(`Ikke som før (${number(losses.length)}):`)
  return lines
}
