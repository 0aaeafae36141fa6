import type { NodeType } from '../../template/template.ts'

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

/** »3 rækker« */
const rows = (count: number): string => (count === 1 ? '1 række' : `${count.toLocaleString('da-DK')} rækker`)

/** What was done to one row, which is named, or to several, which are counted. */
const what = (titles: readonly string[]): string => {
  const [title] = titles
  return titles.length === 1 && title !== undefined ? `»${outlineTexts.titleOr(title)}«` : rows(titles.length)
}

/** Words of the outline. `label` is what the template calls a type. */
export const outlineTexts = {
  tree: 'Disposition',
  untitled: 'Uden titel',
  titleOr: (title: string): string => (title.trim() === '' ? 'Uden titel' : title),

  header: {
    properties: 'Planens oplysninger',
    noTitle: 'Plan uden titel',
  },
  filter: {
    label: 'Filtrér dispositionen',
    placeholder: 'Filtrér',
    clear: 'Ryd filteret',
    found: (count: number) => (count === 0 ? 'Ingen rækker passer' : `${rows(count)} passer`),
  },
  zoom: {
    path: 'Gren, der vises',
    whole: 'Hele planen',
  },
  add: {
    button: 'Ny række',
    below: (title: string) => `Under »${outlineTexts.titleOr(title)}«`,
    after: (title: string) => `Efter »${outlineTexts.titleOr(title)}«`,
    top: 'I planen',
  },
  empty: {
    title: 'Planen har ingen rækker endnu',
    advice: 'Begynd med den første, eller sæt en disposition ind fra Word.',
    begin: (label: string) => `Ny række: ${lower(label)}`,
  },
  nothingFound: {
    title: 'Ingen rækker passer til filteret',
    advice: 'Filteret ser på titlerne. Søg i alle tekster med Ctrl+Skift+F.',
  },

  /** Types that the templates do not name. */
  measures: {
    milestone: { singular: 'Milepæl', plural: 'Milepæle' },
    indicator: { singular: 'Parameter', plural: 'Parametre' },
  },
  unnamed: {
    section: { singular: 'Afsnit', plural: 'Afsnit' },
    theme: { singular: 'Tema', plural: 'Temaer' },
    programme: { singular: 'Program', plural: 'Programmer' },
    indsats: { singular: 'Indsats', plural: 'Indsatser' },
    bidrag: { singular: 'Bidrag', plural: 'Bidrag' },
    goal: { singular: 'Mål', plural: 'Mål' },
  } satisfies Partial<Record<NodeType, { singular: string; plural: string }>>,

  titleField: (label: string) => `Titel på ${lower(label)}`,
  lights: {
    'not-started': 'Ikke begyndt',
    green: 'På sporet',
    yellow: 'Kræver opmærksomhed',
    red: 'Af sporet',
    done: 'Gennemført',
  },
  light: (name: string) => `Status: ${name}`,
  noLight: 'Uden status',
  missing: (count: number) => (count === 1 ? '1 felt mangler' : `${count} felter mangler`),
  count: (count: number, singular: string, plural: string) =>
    `${count.toLocaleString('da-DK')} ${lower(count === 1 ? singular : plural)}`,

  moved: (titles: readonly string[], to: string | null) =>
    to === null
      ? `Flyttet ${what(titles)} til planens øverste niveau`
      : `Flyttet ${what(titles)} til »${outlineTexts.titleOr(to)}«`,
  deleted: (titles: readonly string[]) => `Slettet ${what(titles)}`,
  pasted: (titles: readonly string[]) => `Sat ind: ${what(titles)}`,
  duplicated: (titles: readonly string[]) => `Dubleret ${what(titles)}`,
  copied: (titles: readonly string[]) => `Kopieret ${what(titles)}`,
  cut: (titles: readonly string[]) =>
    `Klippet ${what(titles)}. Vælg, hvor det skal stå, og sæt ind med Ctrl+V`,

  dragged: (titles: readonly string[]) =>
    titles.length === 1 ? outlineTexts.titleOr(titles[0] ?? '') : rows(titles.length),

  refused: {
    notHere: (label: string, parent: string) =>
      `${label} kan ikke stå under »${outlineTexts.titleOr(parent)}«`,
    notAtTop: (label: string) => `${label} kan ikke stå på planens øverste niveau`,
    tooDeep: 'Dispositionen kan ikke have flere niveauer',
    nothingAbove: 'Der er ingen række ovenover at rykke ind under',
    outermost: 'Rækken står allerede på øverste niveau',
    first: 'Rækken kan ikke flyttes længere op',
    last: 'Rækken kan ikke flyttes længere ned',
    zoomed: 'Vis mere omkring grenen for at flytte rækken ud af den',
    nothingBelow: (label: string) => `${label} kan ikke have underrækker`,
    notEmpty: 'Rækken har indhold. Slet den med Ctrl+Skift+Tilbage',
    noStatus: 'Status gives til indsatser, bidrag og milepæle',
    noRow: 'Vælg en række først',
    nothingToUnfold: 'Rækken har ingen underrækker',
    notZoomed: 'Hele planen vises allerede',
    nothingToPaste: 'Udklipsholderen har ingen rækker eller tekst',
    tooMany: 'Der er for mange rækker til at kopiere på én gang',
    pasteByKey: 'Tryk på Ctrl+V for at sætte ind',
    copyByKey: 'Tryk på Ctrl+C for at kopiere',
    cutByKey: 'Tryk på Ctrl+X for at klippe',
  },
} as const
