import { whenUsed } from '../../danish.ts'

/** The words of pasting: how indicators are read, and the preview of what comes from Word with what it says of its doings. */

const count = whenUsed(() => new Intl.NumberFormat('da-DK'))
const counted = (number: number, one: string, more: string): string =>
  `${count().format(number)} ${number === 1 ? one : more}`

const quoted = (title: string): string => `»${title}«`

const mostNamed = 3

/** "»A«, »B« og 2 til" */
function named(titles: readonly string[]): string {
  const first = titles.slice(0, mostNamed).map(quoted)
  const others = titles.length - first.length
  if (others > 0) return `${first.join(', ')} og ${count().format(others)} til`
  return first.length < 2 ? first.join('') : `${first.slice(0, -1).join(', ')} og ${first.at(-1)}`
}

export const pasteTexts = {
  /** "fra 14 til 9 %", as writers put an indicator's values. */
  from: 'fra',
  to: 'til',

  title: 'Indsæt fra Word',
  insert: 'Indsæt',
  cancel: 'Annullér',
  rowsLabel: 'Rækker, der indsættes',
  rows: (number: number): string => counted(number, 'række', 'rækker'),
  /** "3 rækker indsættes under »Egne bidrag«, efter »Flere læser«." */
  where: (rows: number, under: string | null, after: string | null): string =>
    `${counted(rows, 'række', 'rækker')} indsættes ${under === null ? 'øverst i dispositionen' : `under ${quoted(under)}`}${after === null ? '' : `, efter ${quoted(after)}`}.`,
  nothing: 'Der er ingen rækker at indsætte.',
  moreRows: (number: number): string => `… og ${counted(number, 'række', 'rækker')} til`,
  untitled: 'Uden titel',
  words: (number: number): string => counted(number, 'ord', 'ord'),
  milestone: 'Milepæl',
  indicator: 'Parameter',
  annex: 'Bilag',
  coordinators: (names: readonly string[]): string => `Koordinator: ${names.join('; ')}`,

  notes: {
    pictures: (number: number): string =>
      number === 1 ? '1 billede blev ikke indsat.' : `${count().format(number)} billeder blev ikke indsat.`,
    raised: (titles: readonly string[]): string =>
      `${named(titles)} kan ikke stå så dybt i denne plan og rykkes ud.`,
    textInRow: (label: string, titles: readonly string[]): string =>
      `Teksten under ${named(titles)} sættes i ${quoted(label)}.`,
    keptAsText: (titles: readonly string[]): string =>
      `Tekst, som ikke har sin egen plads, sættes øverst i ${named(titles)}.`,
    unknownRows: (labels: readonly string[]): string =>
      `Skabelonen har ingen rækker, der hedder ${named(labels)}. Teksten følger med under sin overskrift.`,
    tablesAsText: (number: number): string =>
      number === 1
        ? '1 tabel sættes ind som tekst.'
        : `${count().format(number)} tabeller sættes ind som tekst.`,
    linksInTitles: (number: number): string =>
      number === 1
        ? '1 link i en titel bliver til almindelig tekst.'
        : `${count().format(number)} links i titler bliver til almindelig tekst.`,
    retyped: (titles: readonly string[]): string => `${named(titles)} får en anden type i denne plan.`,
    noPlace: 'Skabelonen tillader ikke, at det sættes ind her. Vælg en anden række, og prøv igen.',
    tooMany: (number: number, most: number): string =>
      `Der er ${count().format(number)} rækker, og der kan indsættes ${count().format(most)} ad gangen. Kopiér en mindre del.`,
  },
} as const
