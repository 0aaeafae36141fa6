/** How often: "løbende", "2 gange om året", "hver 3. måned", "pr. kvartal". */
import { listOf, numbered } from './days.ts'
import { after, before, both, choice, many, map, maybe, oneOf, type Parser, phrases } from './parser.ts'
import { partOfAYear } from './parts-of-a-year.ts'
import * as words from './vocabulary.ts'

const about = many(oneOf(...words.aboutCounts))
const count = choice(listOf(numbered(99)), listOf(phrases(words.cardinals)))

/** `2 gange`, `mindst én gang`, `1-2 x`: how often in whatever follows. */
export const times: Parser<unknown> = before(after(about, count), oneOf(...words.timesNouns))

const unit = oneOf(...words.unitNouns)
const per = oneOf(...words.perWords)

// om året, årligt, /året, hvert kvartal
const perUnit = after(maybe(per), unit)

// hvert halve år, hver tredje måned, hver 14. dag, hver mandag, hvert forår, alle årene
const everyNumber = choice(
  map(oneOf(...words.everyOrdinals), () => true),
  map(listOf(numbered(52)), () => true),
)
const half = oneOf('1 / 2', '½')
const weekday = phrases(words.weekdays)
const every = after(
  oneOf(...words.everyWords),
  choice<unknown>(
    unit,
    weekday,
    after(choice<unknown>(half, everyNumber), choice<unknown>(unit, weekday)),
    partOfAYear,
  ),
)

const often = choice<unknown>(
  oneOf(...words.recurringWords),
  both(times, perUnit, () => true),
  every,
  after(oneOf('pr', 'per'), unit),
)

/** How often something happens, and nothing about when. */
export const frequency: Parser<unknown> = before(after(about, often), maybe(oneOf(...words.recurringTails)))
