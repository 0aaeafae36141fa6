/** Search everywhere, jump to a row, and the palette of commands. */
export const searchTexts = {
  palette: {
    title: 'Kommandoer',
    placeholder: 'Skriv, hvad du vil gøre',
    none: 'Ingen kommando hedder sådan. Prøv et andet ord.',
  },
  jump: {
    title: 'Gå til række',
    placeholder: 'Skriv en del af titlen',
    none: 'Ingen række har de ord i titlen. Søg i alle tekster med Ctrl+Skift+F.',
    start: 'Skriv for at finde en indsats, et bidrag eller et afsnit i alle planer.',
  },
  search: {
    title: 'Søg i alle planer',
    placeholder: 'Ord eller dele af ord',
    none: (query: string) => `Intet sted i projektmappen står »${query}«. Prøv færre eller kortere ord.`,
    start: 'Finder ord i titler og tekster i alle planer, også inde i sammensatte ord.',
    count: (total: number, plans: number) =>
      `${total === 1 ? '1 sted' : `${total.toLocaleString('da-DK')} steder`} i ${plans === 1 ? '1 plan' : `${plans} planer`}`,
    more: (shown: number) => `De første ${shown} vises. Skriv flere ord for at finde færre.`,
    inTitle: 'titel',
    inText: 'tekst',
    cover: 'Forside',
  },
  close: 'Luk',
  results: 'Resultater',
  untitled: 'Uden titel',
} as const
