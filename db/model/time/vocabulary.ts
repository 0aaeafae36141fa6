/** The Danish words of time expressions, in small letters and without the full stops of abbreviations. */

function each<T>(entries: readonly (readonly [phrases: string, meaning: T])[]): ReadonlyMap<string, T> {
  return new Map(
    entries.flatMap(([phrases, meaning]) => phrases.split('|').map((phrase) => [phrase, meaning] as const)),
  )
}

const list = (phrases: string): readonly string[] => phrases.split('|')

/** Month numbers. `jul` is not here: alone it means Christmas. */
export const months = each([
  ['januar|jan', 1],
  ['februar|febr|feb', 2],
  ['marts|mar', 3],
  ['april|apr', 4],
  ['maj', 5],
  ['juni|jun', 6],
  ['juli', 7],
  ['august|aug', 8],
  ['september|sept|sep', 9],
  ['oktober|okt', 10],
  ['november|nov', 11],
  ['december|dec', 12],
])

/** ISO weekdays, Monday = 1. */
export const weekdays = each([
  ['mandag|man', 1],
  ['tirsdag|tirs|tir', 2],
  ['onsdag|ons', 3],
  ['torsdag|tors|tor', 4],
  ['fredag|fre', 5],
  ['lørdag|lør', 6],
  ['søndag|søn', 7],
])

/** The first month of each season; winter crosses New Year. */
export const seasons = each([
  ['foråret|forår', 3],
  ['sommeren|sommer', 6],
  ['efteråret|efterår', 9],
])
export const winter = list('vinteren|vinter')

/** Which third of a month, quarter, season or year. */
export type Third = 'first' | 'middle' | 'last'

/** The thirds that also stand alone ("ultimo" = of the year). */
export const thirdsAlone = each<Third>([
  ['primo', 'first'],
  ['medio', 'middle'],
  ['ultimo|ult', 'last'],
])

/** The thirds that need something to be a third of. */
export const thirdsOf = each<Third>([
  [
    'begyndelsen af|begyndelsen|starten af|starten|start|først i|først på|tidligt i|tidligt på|tidligt|tidlig|tidlige',
    'first',
  ],
  ['midten af|midt i|midt på|midt|midtvejs i', 'middle'],
  ['slutningen af|slutningen|slut|sidst i|sidst på|sent i|sent på|sent|sen', 'last'],
])

/** Ordinals as words. */
export const ordinals = each([
  ['første', 1],
  ['anden|andet', 2],
  ['tredje', 3],
  ['fjerde', 4],
])
export const lastOrdinal = list('sidste')

/** Small numbers as words. */
export const cardinals = each([
  ['en|én|et|ét|een', 1],
  ['to', 2],
  ['tre', 3],
  ['fire', 4],
  ['fem', 5],
  ['seks', 6],
  ['syv', 7],
  ['otte', 8],
  ['ni', 9],
  ['ti', 10],
  ['tolv', 12],
])

export const quarterNouns = list('kvartal|kvartaler|kvartalet|kvart|kvt|kv')
export const halfYearNouns = list('halvår|halvåret|halvårene')
export const halfNouns = list('halvdel af|halvdel')
export const thirdOfYearNouns = list('tertial|tertialer|tertialet')
export const weekNouns = list('uge|uger|ugerne|uge nr|ugen')
export const schoolYearNouns = list('skoleåret|skoleår|skoleårene')
export const schoolStartNouns = list('skolestart|skoleårsstart|skoleårets start|skoleårets begyndelse')
export const turnOfYearNouns = list('årsskiftet|årsskifte|nytår')
export const turnOfMonthNouns = list('månedsskiftet|månedsskifte')
export const calendarYearNouns = list(
  'år|året|årene|kalenderår|kalenderåret|budgetår|budgetåret|budgetårene|regnskabsår|regnskabsåret',
)

/** A year that the plan does not name. */
export const openYears = list(
  'året|i år|dette år|indeværende år|kommende år|næste år|følgende år|budgetåret|kalenderåret|regnskabsåret',
)
/** "de næste to år" = these words, a number, `år`. */
export const nextYearsWords = list('næste|kommende|følgende')

/** The plan's own period. */
export const planPeriods = list(
  'perioden|aftaleperioden|planperioden|strategiperioden|målaftaleperioden|kontraktperioden|de kommende år|de næste år',
)
export const planPeriodsGenitive = list(
  'periodens|aftaleperiodens|planperiodens|strategiperiodens|målaftaleperiodens|kontraktperiodens',
)
/** Any period; only its years, which follow, say which. */
export const periodNouns = list(
  'periode|perioden|perioderne|aftaleperioden|planperioden|strategiperioden|målaftaleperioden|kontraktperioden|budgetperioden|byrådsperioden|valgperioden|projektperioden',
)

/** Words before a time that leave its bounds as they are. */
export const neutralWords = list(
  'i|i løbet af|inden for|indenfor|hen over|henover|over|gennem|igennem|omkring|ca|cirka|circa|c|på|ved|under|med|' +
    'mellem|imellem|det|den|d|denne|dette|næste|kommende|indeværende|hele|resten af',
)

/** Words that put the end of a time as a deadline. */
export const deadlineWords = list(
  'senest|inden|frem mod|frem imod|hen mod|hen imod|op mod|frem til|op til|pr|per|indtil|til|til og med|t o m|tom|' +
    'ikke senere end|frist|fristen er|tidsfrist|deadline',
)
/** Words that name the end itself. */
export const endWords = list('udgangen af|udgang af|udløbet af|udløb af|afslutningen af|afslutning af')
/** "årets udgang" = `årets` and one of these. */
export const genitiveEnds = list('udgang|udløb|slutning|afslutning|ende')
export const genitiveStarts = list('start|begyndelse')

export const beforeWords = list('før|forud for|inden begyndelsen af|inden starten af')
export const afterWords = list('efter')
export const fromWords = list(
  'fra|fra og med|f o m|fom|fra start|siden|gældende fra|med virkning fra|med start fra',
)

/** What comes after a time that only begins there. */
export const onwardWords = list(
  'og frem|og fremefter|og fremover|og fremadrettet|fremadrettet|fremover|og frem i tiden|ff|og videre|og derefter|' +
    'og herefter|og efterfølgende|og følgende år|og årene frem|og årene efter',
)

/** Verbs and labels that plans put before a time and that say nothing about it. */
export const leadIns = list(
  'igangsættes|igangsat|iværksættes|iværksat|påbegyndes|påbegyndt|begyndes|begynder|startes|startet|starter|start|' +
    'opstartes|opstart|startdato|slutdato|opstartsdato|sættes i gang|afsluttes|afsluttet|afslutning|slutter|slut|færdiggøres|færdiggjort|færdig|' +
    'gennemføres|gennemført|implementeres|implementeret|evalueres|evalueret|udarbejdes|udarbejdet|udføres|afholdes|' +
    'afholdt|foretages|fremlægges|forelægges|behandles|vedtages|godkendes|offentliggøres|realiseres|realiseret|opnås|' +
    'opnået|nås|nået|indfries|måles|følges op|leveres|leveret|etableres|etableret|forventes|forventet|forventeligt|' +
    'planlægges|planlagt|sker|ske|er|være|at|skal|vil|bliver|på plads|klar|træder i kraft|tages i brug|gælder|gældende|tidspunkt|dato|første gang|' +
    'næste gang|sidste gang|senere|gradvist|typisk|normalt|fortrinsvis',
)

/** What stands between two times: from the one to the other, the one and the other, or either. */
export type Separator = 'range' | 'pair' | 'slash'
export const separators = each<Separator>([
  ['/', 'slash'],
  ['-|til|til og med|og til|og frem til|frem til|indtil|og indtil|t o m', 'range'],
  [',|og|&|+|samt|eller|, og|og igen', 'pair'],
])

/** Said of what happens again and again; the units make "2 gange om året", "hver 3. måned". */
export const recurringWords = list(
  'løbende|fortløbende|kontinuerligt|kontinuerlig|vedvarende|periodisk|jævnligt|regelmæssigt|året rundt|året igennem|' +
    'dagligt|daglig|ugentligt|ugentlig|ugevis|månedligt|månedlig|månedsvis|månedsvist|kvartalsvis|kvartalsvist|' +
    'kvartalsvise|kvartalsligt|kvartalvis|halvårligt|halvårlig|halvårlige|halvårsvis|halvårsvist|½ årligt|½ årlig|' +
    'halv årligt|årligt|årlig|årvis|hvert år|hver måned|tertialvis|tertialvist',
)
export const unitNouns = list(
  'år|året|årligt|halvår|halvåret|halvårligt|halve år|halv år|½ år|kvartal|kvartalet|kvartalsvis|måned|måneden|' +
    'månedligt|måneder|tertial|tertialet|uge|ugen|ugentligt|uger|dag|dagen|dagligt|skoleår|skoleåret|kalenderår|årene',
)
export const timesNouns = list('gang|gange|x|×|*')
export const perWords = list('om|pr|per|i|/|hvert|hver|i løbet af|på')
export const everyWords = list('hver|hvert|alle')
export const aboutCounts = list('mindst|minimum|min|som minimum|maksimalt|maks|max|højst|ca|cirka|op til')
export const everyOrdinals = list(
  'anden|andet|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende|tolvte|fjortende|eneste',
)
/** Noise that "løbende" takes with it. */
export const recurringTails = list('efter behov|ved behov|og efter behov|og ved behov|efter aftale')

/** What binds a recurrence to the times around it. */
export type Joint = 'apart' | 'bracket' | 'thereafter' | 'first-time'
export const joints = each<Joint>([
  [',|;|:|-|/|og|samt|eller|men|+|&|dog|dog således', 'apart'],
  ['(|)', 'bracket'],
  ['derefter|herefter|efterfølgende|dernæst|derpå', 'thereafter'],
  [
    'første gang|start|startende|med start|med opstart|opstart|begyndende|påbegyndes|igangsættes',
    'first-time',
  ],
])
