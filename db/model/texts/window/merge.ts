import type { MergeNotice, MergeSummary } from '../../merge/notice.ts'
import type { ConflictSide, FreshMerge } from '../../merge/report.ts'
import { genitive, quoted } from '../history.ts'

const number = (count: number): string => count.toLocaleString('da-DK')

const rows = (count: number): string => (count === 1 ? '1 række' : `${number(count)} rækker`)
const undecided = (count: number): string =>
  count === 1 ? '1 sted skal afgøres' : `${number(count)} steder skal afgøres`

/** »Annes ændringer«, »Annes og Bos ændringer«, »ændringer fra 4 personer« */
function changesOf(people: MergeSummary['people']): string {
  const names = people.map(({ who }) => genitive(who.trim()))
  if (names.length === 0 || names.includes('')) return 'en anden udgave'
  if (names.length > 3) return `ændringer fra ${number(names.length)} personer`
  const [last] = names.slice(-1)
  return `${names.length === 1 ? last : `${names.slice(0, -1).join(', ')} og ${last}`} ændringer`
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('da') + words.slice(1)

/** What belongs to a row or plan and is no text of it. */
const parts: Readonly<Record<string, string>> = {
  link: 'En henvisning',
  coordinator: 'En koordinator',
  status: 'Status',
  milestone: 'Oplysningerne',
  indicator: 'Oplysningerne',
  measurement: 'En måling',
  snapshot: 'En version',
}

/** »Effekt i »Flere børn læser««; of the row or the plan itself only its title. */
function placeIn({ table, title, planTitle }: MergeNotice, field: string): string {
  const part = field === '' ? (parts[table] ?? '') : field
  return part === '' ? quoted(title || planTitle) : `${part} i ${quoted(title || planTitle)}`
}

/** What merging did by itself, in a sentence or two. `field` = what the place is called, '' where it is the row itself. */
function notice(about: MergeNotice, field: string): string {
  const place = capital(placeIn(about, field))
  switch (about.kind) {
    case 'kept':
      return about.deletedBy === 'us'
        ? `${place} var slettet her, men ændret i den anden udgave. Det er beholdt.`
        : `${place} var slettet i den anden udgave, men ændret her. Det er beholdt.`
    case 'brought-back':
      return `${place} var slettet ${about.deletedBy === 'us' ? 'her' : 'i den anden udgave'}, men hører til ${quoted(about.neededBy)}. Det er hentet tilbage.`
    case 'text-merged':
      return `${place} var ændret i begge udgaver, hvert sit sted. Teksten har begge ændringer.`
    case 'order-kept':
      return `${place} var flyttet i begge udgaver. Det står, som det stod her.`
    case 'move-taken-back':
      return `${place} var flyttet, så det ville ligge inden i sig selv. Flytningen er taget tilbage.`
    case 'lifted':
      return `${place} ville ligge for dybt og er rykket et niveau ud.`
    case 'ref-changed':
      return `${place} havde et henvisningsnavn, der var taget: »${about.ref}«. Det hedder nu »${about.now}«.`
  }
}

/** »Din«, »Annes«, »Den anden« */
function ownerOf(side: ConflictSide, other: ConflictSide): string {
  if (side.isMine && !(other.isMine && side.choice < other.choice)) return 'Din'
  if (side.who === '' || (side.isMine && other.isMine)) return 'Den anden'
  return genitive(side.who)
}

/** What came in from others, and what is left to decide. */
export const mergeTexts = {
  title: 'Fletninger',
  undecided,
  summary: (conflicts: number, merges: number) =>
    conflicts > 0 ? undecided(conflicts) : merges === 1 ? '1 fletning' : `${number(merges)} fletninger`,
  show: 'Vis',
  merged: ({ people, rows: count, conflicts }: FreshMerge): string =>
    [
      `Flettet med ${changesOf(people)}${count === 0 ? '' : `: ${rows(count)}`}`,
      ...(conflicts === 0 ? [] : [undecided(conflicts)]),
    ].join(' · '),
  nothingNew: (name: string) => `Der er intet nyt i »${name}«. Alt i den er med her allerede.`,
  empty: 'Der er ikke flettet noget endnu',
  emptyHelp:
    'Når en anden har gemt i den samme projektmappe, flettes jeres ændringer, og det kan ses her, hvad der kom ind. En kopi, der er sendt frem og tilbage, flettes med »Flet med …«.',
  conflicts: {
    title: 'Skal afgøres',
    about: 'Her er der skrevet to forskellige ting samme sted. Begge er i behold, indtil du vælger.',
    before: 'Før',
    beforeEmpty: 'Her stod ikke noget.',
    beforeUnknown: 'Hvad der stod før, vides ikke længere.',
    empty: 'Tom',
    standsNow: 'står der nu',
    since: 'Står der nu, skrevet siden',
    /** Read out with the place; the heading of one side. */
    side: (owner: string, at: string) => (at === '' ? owner : `${owner}, ${at}`),
    owner: ownerOf,
    keep: (side: ConflictSide, other: ConflictSide) => {
      const owner = ownerOf(side, other)
      return owner === 'Din' ? 'Behold min' : `Behold ${owner === 'Den anden' ? 'den ene' : owner}`
    },
    take: (side: ConflictSide, other: ConflictSide) => {
      const owner = ownerOf(side, other)
      return owner === 'Din' ? 'Tag min' : `Tag ${owner === 'Den anden' ? 'den anden' : owner}`
    },
    keepNow: 'Behold det, der står nu',
    both: 'Behold begge',
    keepRest: 'Behold mine for resten',
    /** The name of a button: what it does, and where. */
    of: (button: string, place: string) => `${button}: ${place}`,
    resolved: (place: string) => `Afgjort: ${place}`,
    resolvedRest: (count: number) => (count === 1 ? 'Afgjort: 1 sted' : `Afgjort: ${number(count)} steder`),
    goTo: 'Gå til rækken',
    gone: 'En plan, der er slettet',
    planItself: 'Planen',
  },
  reports: {
    title: 'Det, der kom ind',
    head: (people: MergeSummary['people']) => capital(changesOf(people)),
    counts: (count: number | null, conflicts: number): string =>
      [
        ...(count === null ? [] : [count === 0 ? 'intet, der kan ses' : rows(count)]),
        ...(conflicts === 0 ? [] : [conflicts === 1 ? '1 konflikt' : `${number(conflicts)} konflikter`]),
      ].join(', '),
    commands: ({ who, commands }: MergeSummary['people'][number]) =>
      `${who}: ${commands === 1 ? '1 ændring' : `${number(commands)} ændringer`}`,
    byItself: 'Afgjort uden at spørge',
    more: (count: number) => (count === 1 ? 'Vis 1 til' : `Vis ${number(count)} til`),
    notShown: (count: number) => `Der er ${number(count)} mere, som ikke vises.`,
    workbook: 'Projektmappen',
    came: (title: string) => `Ny: ${quoted(title)}`,
    went: (title: string) => `Slettet: ${quoted(title)}`,
    changed: (title: string, places: readonly string[]) => `${quoted(title)}: ${places.join(', ')}`,
    ofPlan: (places: readonly string[]) => `Planens oplysninger: ${places.join(', ')}`,
    showTexts: 'Vis teksterne',
    hideTexts: 'Skjul teksterne',
    inHistory: 'Se teksterne i historikken',
    undo: 'Fortryd fletning …',
  },
  undo: {
    title: 'Fortryd fletningen?',
    body: (people: MergeSummary['people'], when: string) =>
      `Alt bliver, som det var lige før fletningen med ${changesOf(people)} ${when}. Det, der kom ind, bliver ikke slettet hos andre, og det kan flettes ind igen med »Flet med …«.`,
    since: (commands: number) =>
      `Der er ændret noget ${commands === 1 ? '1 gang' : `${number(commands)} gange`} siden fletningen. Det forsvinder også.`,
    confirm: 'Fortryd fletningen',
    cancel: 'Annullér',
    done: 'Fletningen er fortrudt. Alt er, som det var før den.',
  },
  notice,
} as const
