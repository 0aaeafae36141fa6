import type { Backup, BackupKind, Difference, PlanDifference } from '../../backup.ts'

const number = (count: number): string => count.toLocaleString('da-DK')
const counted = (count: number, one: string, many: string): string =>
  `${number(count)} ${count === 1 ? one : many}`

/** »1,2 MB«; a file is never nothing. */
function size(bytes: number): string {
  const [unit, divisor] = bytes < 999_500 ? (['kB', 1000] as const) : (['MB', 1_000_000] as const)
  const count = Math.max(bytes / divisor, 1)
  return `${count.toLocaleString('da-DK', { maximumFractionDigits: count < 10 ? 1 : 0 })} ${unit}`
}

const kinds: Readonly<Record<BackupKind, string>> = {
  replaced: 'Da filen blev åbnet',
  hourly: 'Hver time',
  closed: 'Da den blev lukket',
  'before-merge': 'Før fletning',
  'before-upgrade': 'Før ny udgave af Planværk',
}

const kindsAbout: Readonly<Record<BackupKind, string>> = {
  replaced: 'Sådan lå projektmappen i filen, lige før der blev gemt noget andet.',
  hourly: 'Planværk beholder en kopi for hver time, der skrives i.',
  closed: 'Sådan var projektmappen, da den sidst blev gemt, før den blev lukket.',
  'before-merge': 'Sådan var projektmappen, lige før en anden udgave blev flettet ind.',
  'before-upgrade': 'Sådan var projektmappen, før en nyere udgave af Planværk gemte den.',
}

/** »3 rækker er kommet til, 1 er slettet, 2 er ændret« */
function nodes({ added, removed, changed }: PlanDifference['nodes']): string {
  const parts = [
    [added, 'kommet til'],
    [removed, 'slettet'],
    [changed, 'ændret'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what], index) =>
      index === 0 ? `${counted(count, 'række', 'rækker')} er ${what}` : `${number(count)} er ${what}`,
    )
    .join(', ')
}

const sentence = (words: string): string =>
  words === '' ? '' : `${words.charAt(0).toLocaleUpperCase('da')}${words.slice(1)}.`

function plan({ since, nodes: counts, properties }: PlanDifference): string {
  const rows = (count: number) => (count === 0 ? '' : ` med ${counted(count, 'række', 'rækker')}`)
  if (since === 'added') return sentence(`planen er kommet til siden${rows(counts.added)}`)
  if (since === 'removed') return sentence(`planen er slettet siden${rows(counts.removed)}`)
  const own = properties ? 'planens oplysninger eller forside er ændret' : ''
  return [sentence(nodes(counts)), sentence(own)].filter((part) => part !== '').join(' ')
}

/** Of some nodes; the others are only said to be there. */
function titles({ nodes: { added, removed, changed }, titles: named }: PlanDifference): string {
  const shown = named.map((title) => `»${title}«`).join(', ')
  return added + removed + changed > named.length ? `${shown} m.fl.` : shown
}

/** Earlier states, copies for others, and what can be had of a damaged file. */
export const restoreTexts = {
  title: 'Gendan',
  about:
    'Planværk beholder tidligere udgaver af projektmappen på denne computer. Vælg en for at se, hvad der er anderledes nu.',
  loading: 'Finder de tidligere udgaver …',
  none: 'Der er ingen tidligere udgaver endnu',
  noneHelp:
    'Den første kommer af sig selv, når projektmappen bliver gemt. Derefter kommer der en for hver time, du skriver, og en, når du lukker.',
  backups: 'Tidligere udgaver',
  kinds,
  kindsAbout,
  contents: ({ plans, nodes: rows, bytes }: Backup) =>
    `${counted(plans, 'plan', 'planer')}, ${counted(rows, 'række', 'rækker')}, ${size(bytes)}`,
  damaged: 'Beskadiget',
  damagedHelp: 'Denne udgave er beskadiget og kan ikke gendannes. Vælg en anden.',
  comparing: 'Sammenligner med projektmappen, som den er nu …',
  same: 'Projektmappen er, som den var da',
  sameHelp: 'Der er intet at gendanne.',
  differs: ({ plans }: Difference) =>
    plans.length === 0
      ? 'Ingen planer er ændret siden'
      : `Siden da: ${counted(plans.length, 'plan er anderledes', 'planer er anderledes')}`,
  choose: 'Sæt hak ved planer, hvis det kun er dem, der skal blive, som de var.',
  plan,
  titles,
  addedHelp: 'Den går væk, hvis hele projektmappen gendannes. Det kan fortrydes.',
  others: (count: number) =>
    `Desuden er ${counted(count, 'oplysning', 'oplysninger')} om hele projektmappen ændret, f.eks. enheder, skabeloner eller opfølgningsrunder. De følger kun med, når hele projektmappen gendannes.`,
  restorePlans: (count: number) =>
    count === 0 ? 'Gendan valgte planer' : `Gendan ${counted(count, 'plan', 'planer')}`,
  restoreAll: 'Gendan hele projektmappen',
  restoring: 'Gendanner …',
  done: (when: string) => `Gendannet til ${when}`,
  cancel: 'Annullér',
  close: 'Luk',
  earlier: {
    offer: 'Hent en tidligere udgave …',
    title: 'Hent en tidligere udgave',
    about: (name: string) =>
      `Planværk har tidligere udgaver af »${name}« på denne computer. Vælg en, og gem den som en ny fil. Den gamle fil bliver ikke ændret.`,
    choose: 'Gem som ny fil …',
    writing: 'Kontrollerer udgaven og skriver filen …',
    salvage: 'Red i stedet, hvad der kan læses …',
    fileName: (name: string) => `${name} – tidligere udgave.sqlite`,
  },
  clean: {
    title: 'Send ud af huset',
    takenOut:
      'Du får en kopi uden historik, uden navnene på dem, der har skrevet i den, og uden rester af det, der er slettet.',
    stays:
      'Alle planer, enheder og skabeloner er med, som de er nu, også de navne, der står i teksterne, og det, modtageren skriver, kan flettes ind igen.',
    choose: 'Vælg fil …',
    writing: 'Skriver kopien …',
    written: (name: string) => `Den rene kopi er skrevet: »${name}«`,
    reveal: 'Vis i mappe',
    toMerges: 'Gå til Fletninger',
    fileName: (name: string) => `${name} – ren kopi.sqlite`,
  },
  salvage: {
    offer: 'Red, hvad der kan reddes …',
    title: 'Red en beskadiget projektmappe',
    about: (name: string) =>
      `Planværk læser »${name}« igennem og lægger det, der kan læses, i en ny projektmappe. Den beskadigede fil bliver ikke ændret.`,
    older:
      'Har du en nyere kopi fra en kollega eller en sikkerhedskopi, er den ofte bedre. Behold i hvert fald den beskadigede fil.',
    choose: 'Vælg fil …',
    reading: 'Læser filen igennem. Det kan tage nogle minutter for en stor fil …',
    losses: 'Det, der ikke er som før',
    copy: 'Kopiér listen',
    copied: 'Listen er kopieret',
    open: 'Åbn den nye projektmappe',
    ready: (name: string) => `Det, der kunne læses, ligger i »${name}«`,
    show: 'Vis listen',
    failed: (name: string) => `»${name}« kunne ikke reddes`,
    showFailure: 'Vis hvorfor',
    fileName: (name: string) => `${name} – reddet.sqlite`,
  },
} as const
