/** F1, the first-run hint, and what the program is. */
export const helpTexts = {
  title: 'Hjælp',
  close: 'Luk',
  intro:
    'Planen skrives som disposition i venstre rude, som skema i midten, og siden til højre viser, hvordan det bliver i Word. Alt gemmes, mens du skriver, og alt kan fortrydes.',
  modes:
    'I dispositionen er en række enten markeret eller under redigering. Enter eller F2 redigerer den markerede række, og Esc går tilbage. Under redigering rykker Tab rækken ind; ellers forlader Tab dispositionen.',
  time: 'Tider skrives, som man siger dem: »ultimo 2027«, »3. kvartal 2028«, »foråret 2027« eller »løbende«. Programmet viser, hvordan det forstår dem.',
  keys: 'Taster',
  key: 'Tast',
  does: 'Virkning',
  groups: {
    file: 'Filer og planer',
    edit: 'Rediger og søg',
    insert: 'Nye rækker',
    outline: 'Disposition',
    view: 'Vis',
    help: 'Hjælp',
    moving: 'Flytte sig i dispositionen',
    text: 'I tekstfelter',
  },
  or: ' eller ',
  scope: {
    anywhere: '',
    outline: '',
    navigation: 'på en markeret række',
    editing: 'under redigering',
  },
  textKeys: [
    ['Ctrl+B', 'Fed'],
    ['Ctrl+I', 'Kursiv'],
    ['Ctrl+K', 'Link'],
    ['- og mellemrum', 'Begynd en punktopstilling'],
    ['1. og mellemrum', 'Begynd en nummereret liste'],
    ['Tab / Skift+Tab', 'Ryk punktet ind eller ud'],
    ['Skift+Enter', 'Ny linje i samme afsnit'],
    ['Esc', 'Tilbage til dispositionen'],
  ],
  typeAhead: ['Bogstaver', 'Gå til næste række, der begynder sådan'],
  hint: {
    title: 'Langt med fire taster',
    lines: [
      ['Enter', 'ny række'],
      ['Tab', 'ryk ind'],
      ['Skift+Enter', 'skriv i felterne'],
      ['Ctrl+E', 'få den i Word'],
    ],
    understood: 'Forstået, vis det ikke igen',
    more: 'Alle taster (F1)',
  },
  about: {
    title: 'Om Planværk',
    version: (version: string) => `Version ${version}`,
    body: 'Planværk er et offline skriveprogram til kommuners strategiske planer. Det sender intet over nettet; projektmappen ligger kun der, hvor du gemmer den.',
    licence: 'Planværk er åbent og frit under MIT-licensen.',
  },
} as const
