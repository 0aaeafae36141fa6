import type { AppError, ErrorCode, ErrorDetails, FileGuess } from '../errors.ts'

/**
 * What the user is told of each expected failure: what happened, what is safe, and what to do.
 * A new code without its sentence does not compile.
 */
const sentences: { readonly [C in ErrorCode]: (details: ErrorDetails[C]) => string } = {
  'workbook.missing': ({ file }) =>
    `Der er ingen fil med navnet ${quote(file)}. Kontrollér navnet og mappen, og prøv igen.`,
  'workbook.exists': ({ file }) =>
    `${quote(file)} findes allerede og er ikke ændret. Vælg et andet navn til den nye projektmappe.`,
  'workbook.not-a-file': ({ file, found }) =>
    `${quote(file)} er ${found === 'folder' ? 'en mappe' : 'ikke en almindelig fil'} og kan ikke åbnes som projektmappe. Intet er ændret. Vælg en .sqlite-fil.`,
  'workbook.no-access': ({ file }) =>
    `Du har ikke adgang til at læse ${quote(file)}. Filen er ikke ændret. Bed ejeren om adgang, og prøv igen.`,
  'workbook.empty': ({ file }) =>
    `${quote(file)} er tom og er ikke en projektmappe. Filen er ikke ændret. Hent filen igen, hvor du fik den fra.`,
  'workbook.not-a-workbook': ({ file, looksLike }) =>
    `${quote(file)} er ikke en projektmappe, men ${guesses[looksLike]}. Filen er ikke ændret. Vælg en .sqlite-fil fra Planværk.`,
  'workbook.truncated': ({ file }) =>
    `${quote(file)} er ikke hel; den er måske kun delvist hentet eller kopieret. Filen er ikke ændret. Hent den igen, hvor du fik den fra.`,
  'workbook.damaged': ({ file }) =>
    `${quote(file)} er beskadiget og åbnes ikke. Filen er ikke ændret. Brug en tidligere kopi af den.`,
  'workbook.foreign-content': ({ file }) =>
    `${quote(file)} indeholder noget, som ikke er skrevet af Planværk, og åbnes ikke. Filen er ikke ændret. Bed afsenderen om en kopi, der er gemt med Planværk.`,
  'workbook.newer': ({ file, needs }) =>
    `${quote(file)} er gemt med en nyere Planværk (${needs}). Filen er ikke ændret. Opdatér programmet, og åbn den igen.`,
  'workbook.too-big': ({ file }) =>
    `${quote(file)} er for stor til at blive åbnet sikkert. Filen er ikke ændret. Bed afsenderen om en mindre projektmappe.`,
  'workbook.busy': ({ file }) =>
    `${quote(file)} bruges af et andet program lige nu. Intet er ændret. Luk det andet program, og prøv igen.`,
  'workbook.changed-elsewhere': ({ file }) =>
    `${quote(file)} er ændret af en anden, siden du åbnede den. Filen er ikke overskrevet, og det, du har skrevet, er i behold. Prøv igen, eller vælg »Gem som …«.`,
  'workbook.lost-rows': ({ file }) =>
    `Arbejdskopien af ${quote(file)} har mistet noget, som ingen har slettet. Filen er ikke overskrevet. Luk projektmappen uden at gemme, og åbn den igen, eller gendan en tidligere udgave.`,
  'backup.missing': () =>
    'Sikkerhedskopien findes ikke længere på computeren. Projektmappen er ikke ændret. Vælg en anden kopi.',
  'backup.damaged': () =>
    'Sikkerhedskopien er beskadiget og kan ikke bruges. Projektmappen er ikke ændret. Vælg en anden kopi.',
  'backup.does-not-fit': () =>
    'Planerne fra sikkerhedskopien kan ikke gendannes enkeltvis, for rækker derfra står nu i andre planer. Intet er ændret. Gendan hele projektmappen.',
  'clean.undecided': ({ count }) =>
    count === 1
      ? 'Der er et sted, hvor to har skrevet hver sit, og ingen har valgt endnu. Intet er skrevet, og projektmappen er ikke ændret. Vælg først, og lav så kopien.'
      : `Der er ${count.toLocaleString('da-DK')} steder, hvor to har skrevet hver sit, og ingen har valgt endnu. Intet er skrevet, og projektmappen er ikke ændret. Vælg først, og lav så kopien.`,
  'merge.other-workbook': ({ file, organisation }) =>
    `${quote(file)} er en anden projektmappe (${organisation === '' ? 'uden organisation' : organisation}) og kan ikke flettes med denne. Intet er ændret. Vælg en kopi af den samme projektmappe.`,
  'merge.impossible': ({ file }) =>
    `${quote(file)} kan ikke flettes med projektmappen, for resultatet ville ikke hænge sammen. Intet er ændret. Meld fejlen, og behold begge filer.`,
  'merge.nothing-to-undo': () => 'Der er ingen fletning at fortryde. Intet er ændret.',
  'merge.edited-since': ({ commands }) =>
    `Der er ændret noget siden fletningen (${commands.toLocaleString('da-DK')} ${commands === 1 ? 'gang' : 'gange'}), og det ville gå tabt, hvis fletningen blev fortrudt. Intet er ændret.`,
  'merge.into-packet': ({ file }) =>
    `${quote(file)} kan ikke flettes ind i en bidragspakke. Intet er ændret. Åbn den hele projektmappe, og flet bidragspakken ind i den.`,
  'merge.packet-ahead': ({ file }) =>
    `Bidragspakken ${quote(file)} er lavet af en nyere udgave af projektmappen end denne. Intet er ændret. Flet først den nyere udgave ind, og flet så bidragspakken.`,
  'workbook.merge-undone': ({ file }) =>
    `${quote(file)} indeholder ændringer, hvis fletning du har fortrudt. Filen er ikke overskrevet, og dine egne ændringer er i behold. Vælg »Flet med …« for at tage dem med alligevel, eller »Gem som …« for at gemme din udgave for sig.`,
  'packet.read-only': ({ unit }) =>
    `I en bidragspakke kan kun de bidrag ændres, som ${quote(unit)} selv giver. Resten står her for sammenhængens skyld. Intet er ændret.`,
  'packet.no-plan': ({ unit }) =>
    `${quote(unit)} har ingen plan, som et nyt bidrag kan stå i. Intet er ændret. Opret en plan for enheden, eller vælg kun indsatser, som den bidrager til.`,
  'packet.of-packet': () =>
    'Dette er selv en bidragspakke, og der kan ikke laves en ny af den. Intet er ændret. Åbn den hele projektmappe.',
  'workbook.read-only': () =>
    'Projektmappen er åbnet skrivebeskyttet. Intet er ændret. Vælg »Redigér« øverst for at skrive i den.',
  'salvage.nothing': ({ file }) =>
    `Der kunne ikke læses noget fra en projektmappe i ${quote(file)}. Filen er ikke ændret, og der er ikke skrevet nogen ny. Brug en tidligere kopi.`,
  'disk.full': ({ file }) =>
    `Der er ikke plads på disken til ${quote(file)}. Det, der lå der før, er uændret. Skaf plads, og prøv igen.`,
  'disk.read-only': ({ file }) =>
    `Der kan ikke skrives i mappen med ${quote(file)}. Intet er ændret. Vælg en anden mappe.`,
  'disk.no-folder': ({ file }) =>
    `Mappen til ${quote(file)} findes ikke. Intet er ændret. Opret mappen, eller vælg en anden.`,
  'disk.not-a-folder': ({ file }) =>
    `${quote(file)} er en fil og ikke en mappe. Intet er ændret. Vælg en anden mappe.`,
  'disk.file-in-use': ({ file }) =>
    `${quote(file)} er åben i et andet program, måske i Word, og er ikke ændret. Luk den der, eller vælg et andet navn, og prøv igen.`,
  'disk.failed': ({ file }) =>
    `${quote(file)} kunne ikke skrives. Det, der lå der før, er uændret. Vælg en anden mappe, eller prøv igen.`,
  'command.outdated': () => 'Det, du ville ændre, findes ikke længere. Intet er ændret.',
  'command.not-allowed': ({ what, where }) =>
    where === ''
      ? `${quote(what)} kan ikke stå på planens øverste niveau. Intet er ændret.`
      : `${quote(what)} kan ikke stå under ${quote(where)}. Intet er ændret.`,
  'command.too-big': () =>
    'En af teksterne eller planen som helhed er større, end en projektmappe kan rumme. Intet er ændret. Del den op.',
  'command.nothing-to-undo': () => 'Der er ikke mere at fortryde.',
  'command.nothing-to-redo': () => 'Der er ikke mere at gentage.',
  'history.forgotten': () =>
    'Den ældre udgave står ikke længere i historikken. Intet er ændret. Se efter den i en sikkerhedskopi.',
  'history.no-place': ({ where }) =>
    `Det kan ikke gendannes, for ${where === '' ? 'rækken' : quote(where)}, som det hørte til, er slettet. Intet er ændret. Gendan først ${where === '' ? 'rækken' : quote(where)} fra historikken.`,
  'exchange.unreadable': ({ file, reason }) => `${quote(file)} ${unreadable[reason]}. Intet er importeret.`,
  'exchange.too-big': ({ file, megabytes }) =>
    `${quote(file)} fylder ${megabytes.toLocaleString('da-DK')} MB, og det er for stort til en plan. Intet er importeret.`,
  'exchange.not-utf8': ({ file, position }) =>
    `${quote(file)} er ikke skrevet som UTF-8 (ved byte ${position.toLocaleString('da-DK')}). Intet er importeret. Gem filen som UTF-8, og prøv igen.`,
  'exchange.not-json': ({ file, line, column }) =>
    `${quote(file)} er ikke gyldig JSON (linje ${line}, tegn ${column}). Intet er importeret.`,
  'exchange.invalid': ({ file, path, problem }) =>
    `${quote(file)}: ${path}: ${problem}. Intet er importeret.`,
  'exchange.plan-exists': ({ file, plan }) =>
    `${quote(file)}: plan.id: projektmappen har allerede planen ${quote(plan)}. Intet er importeret. Slet planen i projektmappen først, hvis den skal erstattes.`,
  'plan.unknown': ({ plan, known }) =>
    `Projektmappen har ingen plan med id ${quote(plan)}. Kendte planer: ${known.join(', ') || 'ingen'}.`,
  'workbook.none-open': () =>
    'Der er ingen projektmappe åben i vinduet. Intet er ændret. Åbn en, og prøv igen.',
  'workbook.open-elsewhere': ({ file }) =>
    `${quote(file)} er åben i et andet vindue og er ikke ændret. Vælg et andet navn, eller luk projektmappen i det andet vindue.`,
  'leftover.damaged': ({ file }) =>
    `Arbejdskopien med ændringerne til ${quote(file)} er beskadiget og kan ikke gendannes. Filen selv er ikke ændret. Åbn den, eller kassér ændringerne.`,
  'export.running': () =>
    'Der eksporteres allerede. Intet nyt er begyndt, og intet er ændret. Vent, eller annullér eksporten.',
  'export.too-big': ({ plan }) =>
    `${quote(plan)} er for stor til at blive skrevet som ét dokument på denne computer. Planen er ikke ændret. Eksportér den uden kvittering, eller del den op.`,
  'file.not-ours': ({ file }) =>
    `${quote(file)} er ikke skrevet af Planværk, siden programmet blev startet, og åbnes ikke herfra. Filen er ikke ændret. Åbn den fra dens mappe.`,
  'file.not-opened': ({ file }) =>
    `${quote(file)} kunne ikke åbnes; måske er den flyttet, eller der mangler et program til den. Filen er ikke ændret. Se efter i mappen.`,
  'request.invalid': () =>
    'Programmet forstod ikke, hvad vinduet bad om. Intet er ændret. Prøv igen, og meld fejlen, hvis den gentager sig.',
  unexpected: ({ logId }) =>
    `Der skete en uventet fejl i programmet. Det, du har skrevet, er ikke ændret. Prøv igen, og meld fejlen med nummer ${logId}, hvis den gentager sig.`,
}

const guesses: Readonly<Record<FileGuess, string>> = {
  word: 'et Office-dokument eller en zip-fil',
  pdf: 'en PDF-fil',
  json: 'en JSON-fil',
  text: 'en tekstfil',
  'other-database': 'en database fra et andet program',
  unknown: 'en fil af ukendt slags',
}

const unreadable = {
  missing: 'findes ikke',
  'no-access': 'kan ikke læses; du mangler adgang',
  'not-a-file': 'er ikke en fil',
} as const

const quote = (text: string): string => `»${text}«`

/** The Danish sentence of an expected failure. */
export function sentenceFor<C extends ErrorCode>(error: AppError<C>): string {
  return sentences[error.code](error.details)
}
