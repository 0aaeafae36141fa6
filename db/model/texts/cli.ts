import { whenUsed } from '../danish.ts'

const dayAndTime = whenUsed(() => new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeStyle: 'short' }))

/** » (Anne, 22. november 2026 kl. 10.15)«, as much of it as is known. */
function writer(who: string, at: string | null): string {
  const known = [who, at === null ? '' : dayAndTime().format(new Date(at))].filter((part) => part !== '')
  return known.length === 0 ? '' : ` (${known.join(', ')})`
}

/** Words of the command line. */
export const cliTexts = {
  help: {
    usage: 'Brug:',
    options: 'Tilvalg:',
    anyOptions: '[tilvalg]',
    anyCommand: '<kommando>',
    commands: 'Kommandoer:',
    arguments: 'Argumenter:',
    show: 'vis denne hjælp',
    version: 'vis programmets version',
    program:
      'Planværk uden vindue: projektmapper med strategiske planer, og planerne som Word-dokumenter.\n' +
      'Afslutter med 0, når opgaven er løst, 1, når den ikke kunne løses, og 2, når ordene ikke passer.',
    book: 'projektmappen, en .sqlite-fil',
  },
  new: {
    about: 'lav en ny projektmappe med de indbyggede skabeloner',
    organisation: 'organisationens navn',
    done: (file: string) => `Projektmappen »${file}« er oprettet.`,
  },
  import: {
    about: 'læg planer fra udvekslingsfiler i projektmappen; den oprettes, hvis den ikke findes',
    files: 'filer i formatet planvaerk-plan',
    replace: 'erstat planer, som projektmappen har i forvejen',
    progress: (done: number, total: number) => `Har læst ${done} af ${total} filer …`,
    done: (title: string, unit: string) => `Importeret: ${title} – ${unit}`,
    otherOrganisation: (file: string, theirs: string, ours: string) =>
      `Advarsel: »${file}« er fra »${theirs}«, men projektmappen tilhører »${ours}«.`,
    openReference: (from: string, reference: string) =>
      `Åben henvisning: »${from}« peger på »${reference}«, som endnu ikke er i projektmappen.`,
  },
  list: {
    about: 'vis planerne, en linje hver: id, slags, titel, enhed, periode, status',
  },
  export: {
    about: 'skriv planerne som filer, en fil pr. plan, og vis deres stier',
    out: 'mappen, som filerne skrives i',
    plan: 'kun planer med disse id’er (som »list« viser dem)',
    format: 'docx (Word, standard) eller json (udvekslingsformatet)',
    layout: 'skabelon (aftaleskabelonen, standard) eller tilgaengelig (til offentliggørelse)',
    tables: 'medtag også de tabeller, som skabelonen kun laver på opfordring',
    receipt: 'skriv også en tilgængelighedskvittering ved siden af hvert Word-dokument',
    progress: (done: number, total: number) => `Skriver ${done} af ${total} planer …`,
    noPlans: 'Projektmappen har ingen planer at skrive.',
  },
  check: {
    about: 'kontrollér, at projektmappen er hel',
    json: 'svar som JSON',
    sound: (plans: number, nodes: number) =>
      `Projektmappen er hel: ${plans} ${plans === 1 ? 'plan' : 'planer'}, ${nodes.toLocaleString('da-DK')} ${nodes === 1 ? 'punkt' : 'punkter'}.`,
  },
  clean: {
    about: 'lav en kopi uden historik og navne, til at sende ud af huset',
    out: 'den nye fil; den må ikke findes i forvejen',
    done: (file: string) =>
      `Kopien »${file}« er skrevet, uden historik og uden navne på dem, der har skrevet.`,
  },
  merge: {
    about: 'flet andre kopier ind i projektmappen, og vis, hvad der kom ind, og hvad der skal afgøres',
    others: 'kopier af den samme projektmappe; de ændres ikke',
    merged: (file: string, people: readonly string[], rows: number) =>
      `Flettet med »${file}«: ${[...people, rows === 1 ? '1 række ændret her' : `${rows.toLocaleString('da-DK')} rækker ændret her`].join(', ')}.`,
    conflict: (place: string, title: string) =>
      title === '' ? `Konflikt: ${place}` : `Konflikt: ${place} i »${title}«`,
    value: (text: string) => (text === '' ? '(tom)' : text),
    mine: (value: string, who: string, at: string | null) => `  min:   ${value}${writer(who, at)}`,
    theirs: (value: string, who: string, at: string | null) => `  anden: ${value}${writer(who, at)}`,
    before: (value: string) => `  før:   ${value}`,
    beforeUnknown: '  før:   vides ikke længere',
    body: 'Tekst',
    undecided: (count: number, book: string) =>
      `${count === 1 ? '1 konflikt skal' : `${count.toLocaleString('da-DK')} konflikter skal`} afgøres i programmet; indtil da står din udgave i »${book}«, og begge er i behold.`,
  },
  salvage: {
    about:
      'red, hvad der kan læses af en beskadiget projektmappe, over i en ny, og vis, hvad der ikke er som før',
    broken: 'den beskadigede fil; den ændres ikke',
    out: 'den nye projektmappe; filen må ikke findes i forvejen',
    done: (file: string) => `Det reddede er skrevet i »${file}«.`,
  },
  when: {
    about: 'vis, hvordan tidsudtryk forstås',
    texts: 'tidsudtryk, hvert i citationstegn: »ultimo 2027«',
    line: (text: string, understood: string) => `${text} → ${understood}`,
  },
  usageError: {
    unknownOption: (name: string) => `Tilvalget ${name} kendes ikke.`,
    unknownCommand: (name: string) => `Kommandoen »${name}« kendes ikke.`,
    missingArgument: (name: string) => `Der mangler et argument: ${name}.`,
    missingValue: (name: string) => `Tilvalget ${name} mangler en værdi.`,
    missingOption: (name: string) => `Tilvalget ${name} skal angives.`,
    notAChoice: (name: string) => `Værdien til ${name} kan ikke bruges.`,
    tooMany: 'Der er for mange argumenter.',
    other: 'Kommandoen kunne ikke forstås.',
    see: (command: string) => `Se »${command} --help«.`,
  },
  unexpected: (reason: string) =>
    `Der skete en uventet fejl i programmet (${reason}). Projektmappen er ikke ændret. Prøv igen, og meld fejlen, hvis den gentager sig.`,
} as const
