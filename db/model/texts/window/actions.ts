/**
 * What each action of `preload/actions.ts` is called in menus, tooltips and the palette. Three dots say that a dialog or a
 * panel asks for more first.
 */
export const actionNames = {
  'workbook.new': 'Ny projektmappe …',
  'workbook.open': 'Åbn projektmappe …',
  'workbook.open-example': 'Åbn eksemplet',
  'plan.new': 'Ny plan …',
  'plan.properties': 'Planens oplysninger …',
  'workbook.import': 'Importér planer …',
  'workbook.save': 'Gem',
  'workbook.save-as': 'Gem som …',
  'export.word': 'Eksportér til Word …',
  'workbook.close': 'Luk projektmappe',

  'history.undo': 'Fortryd',
  'history.redo': 'Gentag',
  'row.cut': 'Klip',
  'row.copy': 'Kopiér',
  'row.paste': 'Sæt ind',
  'row.duplicate': 'Dublér række',
  'row.delete': 'Slet række',
  'select.widen': 'Udvid markering',
  'outline.filter': 'Filtrér dispositionen',
  'search.jump': 'Gå til række …',
  'search.everywhere': 'Søg i alle planer …',

  'row.new-sibling': 'Ny række nedenfor',
  'row.new-child': 'Ny underrække',
  'row.new-milestone': 'Ny milepæl',
  'row.new-indicator': 'Ny parameter',

  'row.edit': 'Redigér titel',
  'row.leave': 'Afslut redigering',
  'row.body': 'Gå til teksten',
  'row.indent': 'Ryk ind',
  'row.outdent': 'Ryk ud',
  'row.move-up': 'Flyt op',
  'row.move-down': 'Flyt ned',
  'row.fold': 'Fold sammen',
  'row.unfold': 'Fold ud',
  'outline.level-1': 'Vis niveau 1',
  'outline.level-2': 'Vis niveau 2',
  'outline.level-3': 'Vis niveau 3',
  'outline.level-4': 'Vis niveau 4',
  'outline.level-5': 'Vis niveau 5',
  'outline.level-6': 'Vis niveau 6',
  'outline.level-7': 'Vis niveau 7',
  'outline.level-8': 'Vis niveau 8',
  'outline.level-9': 'Vis niveau 9',
  'outline.show-all': 'Vis alle niveauer',
  'outline.zoom-in': 'Vis kun denne gren',
  'outline.zoom-out': 'Vis mere omkring grenen',
  'status.next': 'Næste status',

  'focus.previous': 'Forrige række',
  'focus.next': 'Næste række',
  'focus.page-up': 'En side op',
  'focus.page-down': 'En side ned',
  'focus.first': 'Første række',
  'focus.last': 'Sidste række',
  'select.previous': 'Markér også rækken ovenfor',
  'select.next': 'Markér også rækken nedenfor',
  'select.toggle': 'Markér eller afmarkér rækken',
  'select.none': 'Ophæv markering',

  'view.plans': 'Planer',
  'view.goals': 'Målbillede',
  'view.timeline': 'Tidsplan',
  'view.follow-up': 'Opfølgning',
  'view.quality': 'Kvalitet',
  'view.organisation': 'Organisation',
  'view.templates': 'Skabeloner',
  'view.next-pane': 'Næste rude',
  'view.previous-pane': 'Forrige rude',
  'view.preview': 'Forhåndsvisning',
  'view.word': 'Vis som Word-side',
  'view.zoom-in': 'Forstør',
  'view.zoom-out': 'Formindsk',
  'view.zoom-reset': 'Normal størrelse',
  'view.theme-system': 'Farver som systemet',
  'view.theme-light': 'Lyse farver',
  'view.theme-dark': 'Mørke farver',
  'view.theme-contrast': 'Høj kontrast',

  'help.keys': 'Tastaturgenveje',
  'palette.open': 'Find en kommando …',
  'help.about': 'Om Planværk',
} as const

/** Keys as they are called on a Danish keyboard; the others are called what they write. */
const keyNames: Readonly<Record<string, string>> = {
  Shift: 'Skift',
  Escape: 'Esc',
  Backspace: 'Tilbage',
  Delete: 'Delete',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  ArrowUp: 'Pil op',
  ArrowDown: 'Pil ned',
  ArrowLeft: 'Pil venstre',
  ArrowRight: 'Pil højre',
  ' ': 'Mellemrum',
}

/** A chord of `preload/actions.ts` for the reader: »Alt+Skift+Pil op«. */
export function writtenChord(chord: string): string {
  const [, modifiers = '', key = ''] = /^((?:(?:Ctrl|Alt|Shift)\+)*)(.+)$/s.exec(chord) ?? []
  const names = modifiers.split('+').filter((name) => name !== '')
  return [...names, key].map((name) => keyNames[name] ?? name).join('+')
}
