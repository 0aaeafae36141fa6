import type { SingleCommandType } from '../commands.ts'
import type { Label } from '../label.ts'
import type { MergeSummary } from '../merge/notice.ts'
import type { NodeType } from '../template/template.ts'

interface Words {
  /** With the title in quotes. */
  readonly one: (title: string) => string
  readonly many: (count: string) => string
}

/** What each entry of the history is called; a new command without its words does not compile. */
const words: Readonly<
  Record<
    | SingleCommandType
    | 'plan.import'
    | 'plan.restore'
    | 'packet.send'
    | 'workbook.create'
    | 'workbook.merge'
    | 'workbook.restore'
    | 'workbook.salvage',
    Words
  >
> = {
  'plan.create': { one: (title) => `Ny plan ${title}`, many: (count) => `${count} nye planer` },
  'plan.update': {
    one: (title) => `Ret oplysninger om ${title}`,
    many: (count) => `Ret oplysninger om ${count} planer`,
  },
  'plan.set-unit': {
    one: (title) => `Vælg enhed for ${title}`,
    many: (count) => `Vælg enhed for ${count} planer`,
  },
  'plan.delete': { one: (title) => `Slet planen ${title}`, many: (count) => `Slet ${count} planer` },
  'plan.duplicate': {
    one: (title) => `Dublér planen ${title}`,
    many: (count) => `Dublér ${count} planer`,
  },
  'plan.import': { one: (title) => `Importér ${title}`, many: (count) => `Importér ${count} planer` },
  'plan.restore': {
    one: (title) => `Gendan planen ${title}`,
    many: (count) => `Gendan ${count} planer`,
  },
  'cover.write': {
    one: (title) => `Skriv på forsiden af ${title}`,
    many: (count) => `Skriv ${count} steder på forsiden`,
  },
  'node.insert': { one: (title) => `Ny række ${title}`, many: (count) => `${count} nye rækker` },
  'node.rename': { one: (title) => `Ret titlen ${title}`, many: (count) => `Ret ${count} titler` },
  'node.move': { one: (title) => `Flyt ${title}`, many: (count) => `Flyt ${count} rækker` },
  'node.delete': { one: (title) => `Slet ${title}`, many: (count) => `Slet ${count} rækker` },
  'node.set-annex': {
    one: (title) => `Skift ${title} til eller fra bilag`,
    many: (count) => `Skift ${count} afsnit til eller fra bilag`,
  },
  'outline.paste': { one: (title) => `Sæt ${title} ind`, many: (count) => `Sæt ${count} rækker ind` },
  'field.write': { one: (title) => `Skriv i ${title}`, many: (count) => `Skriv i ${count} felter` },
  'milestone.update': {
    one: (title) => `Ret milepælen ${title}`,
    many: (count) => `Ret ${count} milepæle`,
  },
  'indicator.update': {
    one: (title) => `Ret parameteren ${title}`,
    many: (count) => `Ret ${count} parametre`,
  },
  'link.set': {
    one: (title) => `Ret henvisninger fra ${title}`,
    many: (count) => `Ret henvisninger fra ${count} rækker`,
  },
  'coordinators.set': {
    one: (title) => `Vælg koordinator for ${title}`,
    many: (count) => `Vælg koordinator for ${count} bidrag`,
  },
  'status.set': {
    one: (title) => `Sæt status for ${title}`,
    many: (count) => `Sæt status for ${count} rækker`,
  },
  'history.restore': {
    one: (title) => `Gendan ${title} fra historikken`,
    many: (count) => `Gendan ${count} steder fra historikken`,
  },
  'conflict.resolve': {
    one: (title) => `Afgør en konflikt i ${title}`,
    many: (count) => `Afgør ${count} konflikter`,
  },
  'unit.rename': { one: (title) => `Omdøb enheden ${title}`, many: (count) => `Omdøb ${count} enheder` },
  'organisation.rename': {
    one: () => 'Ret organisationens navn',
    many: () => 'Ret organisationens navn',
  },
  'packet.send': {
    one: (title) => `Bidragspakke til ${title}`,
    many: (count) => `${count} bidragspakker`,
  },
  'workbook.restore': {
    one: () => 'Gendan projektmappen fra en sikkerhedskopi',
    many: () => 'Gendan projektmapper fra sikkerhedskopier',
  },
  'workbook.merge': { one: () => 'Fletning med en anden kopi', many: () => 'Fletning med andre kopier' },
  'workbook.salvage': {
    one: () => 'Redning af en beskadiget projektmappe',
    many: () => 'Redning af beskadigede projektmapper',
  },
  'workbook.create': { one: () => 'Ny projektmappe', many: () => 'Nye projektmapper' },
}

/** Templates name themes and programmes themselves, so these are only rows here. */
const newNodes: Readonly<Record<NodeType, string>> = {
  section: 'Nyt afsnit',
  theme: 'Ny række',
  programme: 'Ny række',
  indsats: 'Ny indsats',
  bidrag: 'Nyt bidrag',
  goal: 'Nyt politisk mål',
  milestone: 'Ny milepæl',
  indicator: 'Ny parameter',
}

/** An entry of another program's history. */
const UNKNOWN = 'Ændring'
const UNTITLED = 'uden titel'

/** The name of an entry of the history, to stand after »Fortryd« and »Gentag«. */
export function nameOf({ command, about = '', count, nodeType, merge }: Label): string {
  if (!isKnown(command)) return UNKNOWN
  if (merge) return nameOfMerge(merge)
  if (count !== undefined) return words[command].many(count.toLocaleString('da-DK'))
  if (nodeType) return about.trim() === '' ? newNodes[nodeType] : `${newNodes[nodeType]} ${quoted(about)}`
  return words[command].one(quoted(about))
}

/** »Fletning med Annes ændringer«; of many people only how many they are. */
function nameOfMerge({ people }: MergeSummary): string {
  const names = people.map(({ who }) => genitive(shortened(who.replaceAll(/\s+/g, ' ').trim())))
  if (names.length === 0 || names.includes('')) return words['workbook.merge'].one('')
  if (names.length > 2) return `Fletning med ændringer fra ${names.length.toLocaleString('da-DK')} personer`
  return `Fletning med ${names.join(' og ')} ændringer`
}

/** Annes, Jens’, Max’ */
export const genitive = (name: string): string =>
  name === '' ? '' : /[sxz]$/i.test(name) ? `${name}’` : `${name}s`

/** What an entry may be labelled with. */
export type KnownLabel = keyof typeof words

const isKnown = (command: string): command is KnownLabel => Object.hasOwn(words, command)

/** The title in quotes, on one line and not too long. */
export const quoted = (title: string): string =>
  `»${shortened(title.replaceAll(/\s+/g, ' ').trim()) || UNTITLED}«`

/** Characters as the reader counts them, the ellipsis among them. */
const LONGEST = 40

function shortened(title: string): string {
  const characters = Array.from(new Intl.Segmenter('da').segment(title), ({ segment }) => segment)
  if (characters.length <= LONGEST) return title
  return `${characters
    .slice(0, LONGEST - 1)
    .join('')
    .trimEnd()}…`
}
