/** Words of the native menu beside the names of the actions. */
export const menuTexts = {
  menus: {
    file: 'Filer',
    edit: 'Rediger',
    insert: 'Indsæt',
    outline: 'Disposition',
    view: 'Vis',
    help: 'Hjælp',
  },
  recents: 'Seneste projektmapper',
  noRecents: 'Ingen endnu',
  missing: (name: string) => `${name} (findes ikke nu)`,
  quit: 'Afslut Planværk',
  about: 'Om Planværk',
  hide: 'Skjul Planværk',
  hideOthers: 'Skjul andre',
  showAll: 'Vis alle',
  window: 'Vindue',
  minimize: 'Minimer',
  bringToFront: 'Alle vinduer forrest',
  /** »Fortryd Flyt »…««, as the history names what would be undone. */
  undo: (what: string) => `Fortryd ${what}`,
  redo: (what: string) => `Gentag ${what}`,
  noSuggestions: 'Ingen forslag',
  addToDictionary: 'Føj til ordbogen',
} as const
