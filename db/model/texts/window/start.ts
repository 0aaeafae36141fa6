function editsInWords(edits: number | null): string {
  if (edits === null) return 'ændringer'
  return edits === 1 ? '1 ændring' : `${edits.toLocaleString('da-DK')} ændringer`
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('da') + words.slice(1)

/** The start page. */
export const startTexts = {
  welcome: 'Planværk',
  tagline: 'Strategiske planer som disposition og som færdigt Word-dokument',
  actions: 'Begynd',
  newWorkbook: 'Ny projektmappe',
  newWorkbookAbout: 'Til alle planer i din organisation',
  open: 'Åbn …',
  openAbout: 'En projektmappe på computeren, et drev eller i en delt mappe',
  openExample: 'Åbn eksempel',
  openExampleAbout: 'Ti planer fra den opdigtede Sundkøbing Kommune',
  recents: 'Seneste projektmapper',
  noRecents: 'Her står de projektmapper, du har åbnet. Begynd med en ny, eller se eksemplet.',
  missing: 'Filen er ikke at finde nu',
  openedAt: (when: string) => `Åbnet ${when}`,
  forget: (name: string) => `Fjern »${name}« fra listen`,
  leftovers: 'Ikke gemt sidst',
  leftoversAbout: 'Programmet blev afbrudt, før disse ændringer var gemt i filen. De er i behold.',
  leftover: (name: string, edits: number | null, when: string) =>
    `${name}: ${editsInWords(edits)} indtil ${when}`,
  recovered: (edits: number | null, when: string) =>
    `${capital(editsInWords(edits))}, som ikke nåede i filen sidst, er hentet frem (indtil ${when}).`,
  waiting: (edits: number | null, when: string) =>
    edits === null
      ? `Ændringer indtil ${when} nåede ikke i filen og er ikke med her, for arbejdskopien med dem er beskadiget. Den er i behold og står på startsiden.`
      : `${capital(editsInWords(edits))} indtil ${when} nåede ikke i filen og er ikke med her, for filen er gemt af en anden siden. De er i behold: Luk projektmappen, og gendan dem på startsiden.`,
  neverSaved: 'Ny projektmappe',
  recover: 'Gendan',
  discard: 'Kassér',
  discardSure: 'Ændringerne kan ikke hentes frem igen.',
  discardNow: 'Kassér ændringerne',
  keep: 'Behold',
  loading: 'Åbner Planværk …',
  organisation: {
    title: 'Ny projektmappe',
    label: 'Organisationens navn',
    hint: 'Det står i planernes sidehoved, f.eks. »Sundkøbing Kommune«.',
    create: 'Vælg fil …',
    cancel: 'Annullér',
  },
} as const
