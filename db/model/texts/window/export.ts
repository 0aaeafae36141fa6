/** The export dialog. */
export const exportTexts = {
  title: 'Eksportér til Word',
  plans: 'Planer',
  all: 'Alle planer',
  chosen: (count: number) => `${count.toLocaleString('da-DK')} valgt`,
  layout: 'Opsætning',
  layouts: {
    skabelon: 'Kommunens skabelon',
    tilgaengelig: 'Tilgængelig udgave',
  },
  /** Short names, where there is little room. */
  layoutNames: { skabelon: 'Skabelon', tilgaengelig: 'Tilgængelig' },
  layoutsAbout: {
    skabelon: 'Aftaleskemaet med sidetekster, til udvalgets dagsorden.',
    tilgaengelig: 'Overskrifter og enkle tabeller, til offentliggørelse på nettet.',
  },
  parts: 'Med i eksporten',
  tables: 'Oversigtstabeller, som skabelonen giver efter ønske',
  receipt: 'Tilgængelighedskvittering til hvert dokument',
  folder: 'Mappe',
  choose: 'Vælg …',
  noFolder: 'Vælg, hvor dokumenterne skal ligge',
  run: 'Eksportér',
  cancel: 'Annullér',
  close: 'Luk',
  stop: 'Stop',
  progress: (done: number, total: number) =>
    `${done.toLocaleString('da-DK')} af ${total.toLocaleString('da-DK')}`,
  working: (plan: string) => `Skriver »${plan}« …`,
  results: 'Resultat',
  written: (count: number) =>
    count === 1 ? '1 dokument er skrevet' : `${count.toLocaleString('da-DK')} dokumenter er skrevet`,
  failed: (count: number) =>
    count === 1 ? '1 plan blev ikke skrevet' : `${count.toLocaleString('da-DK')} planer blev ikke skrevet`,
  cancelled: 'Eksporten er stoppet. De dokumenter, der nåede at blive skrevet, er hele.',
  stopped: 'Ikke skrevet',
  open: 'Åbn i Word',
  openOf: (name: string) => `Åbn i Word: ${name}`,
  reveal: 'Vis i mappe',
  inUse: 'Dokumentet er åbent i Word.',
  tryAgain: 'Prøv igen',
  rename: 'Gem under nyt navn',
  back: 'Eksportér flere',
} as const
