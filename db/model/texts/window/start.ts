function editsInWords(edits: number | null): string {
  if (edits === null) return 'ændringer'
  return edits === 1 ? '1 ændring' : `${edits.toLocaleString('da-DK')} ændringer`
}

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
