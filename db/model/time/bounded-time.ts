/** The grammar of times with what bounds them: "senest …", "fra … til …", "maj og oktober", "i aftaleperioden". */
import { boundingHoliday } from './holidays.ts'
import {
  after,
  before,
  both,
  choice,
  many,
  map,
  maybe,
  oneOf,
  type Parser,
  phrases,
  rule,
  separated,
} from './parser.ts'
import { afterEnd, beforeStart, deadline, onward, type Part, wholeYear } from './part.ts'
import { oneTime, season } from './parts-of-a-year.ts'
import { sequence } from './sequence.ts'
import * as words from './vocabulary.ts'
import { yearAfter } from './years.ts'

const colon = maybe(oneOf(':'))
const leadIn = before(oneOf(...words.leadIns), colon)
const deadlineWord = before(oneOf(...words.deadlineWords), colon)
const fromWord = oneOf(...words.fromWords)
const beforeWord = oneOf(...words.beforeWords)
const afterWord = oneOf(...words.afterWords)
const endOf = oneOf(...words.endWords)

/** Words before a time that leave its bounds as they are. */
export const neutral: Parser<unknown> = choice(oneOf(...words.neutralWords, ...words.periodNouns), leadIn)

/** Words that say when in something recurring: "ved udgangen af hvert kvartal", "primo hver måned", "frist: løbende". */
export const beforeRecurring: Parser<unknown> = many(
  choice<unknown>(neutral, deadlineWord, endOf, phrases(words.thirdsOf), phrases(words.thirdsAlone)),
)

// årets udgang, årets udgang 2027
const endOfYear = both(
  oneOf(...words.genitiveEnds.map((end) => `årets ${end}`)),
  maybe(yearAfter),
  (_, { value: year }): Part => ({ ...deadline(wholeYear), year }),
)

// til foråret: the coming spring, not a deadline
const comingSeason: Parser<Part> = after(oneOf('til', 'til næste', 'til kommende'), (tokens, at) =>
  season(tokens, at) ? oneTime(tokens, at) : null,
)

/** One time and everything before it that bounds it. */
const boundedTime: Parser<Part> = rule(() =>
  choice(
    oneTime,
    endOfYear,
    comingSeason,
    map(after(fromWord, boundedTime), onward),
    map(after(beforeWord, timeOrHoliday), beforeStart),
    after(neutral, boundedTime),
    map(after(deadlineWord, timeOrHoliday), deadline),
    map(after(endOf, boundedTime), deadline),
    map(after(afterWord, timeOrHoliday), afterEnd),
  ),
)
const timeOrHoliday = choice(boundingHoliday, boundedTime)

// marts-juni 2027; fra 3. kvartal 2026 til udgangen af 2027; maj og oktober
const manyTimes = map(separated(boundedTime, phrases(words.separators)), ({ values, separators }) =>
  sequence(values, separators),
)

/** A time, or several as one; `2027 og frem` has no end. */
export const time: Parser<Part> = both(
  manyTimes,
  maybe(oneOf(...words.onwardWords)),
  (all, { value: goesOn }) => (goesOn === null ? all : onward(all)),
)

/** `all` of the plan's period, or only its `end` as a deadline. */
export type PlanPeriod = 'all' | 'end'

const meansAll = (parser: Parser<unknown>) => map(parser, (): PlanPeriod => 'all')
const meansEnd = (parser: Parser<unknown>) => map(parser, (): PlanPeriod => 'end')
const endThird = map(phrases(words.thirdsOf), (third) => (third === 'last' ? third : null))
const genitiveEnd = both(oneOf(...words.planPeriodsGenitive), oneOf(...words.genitiveEnds), () => true)

/** `i aftaleperioden`, `ved periodens udgang`, `i slutningen af aftaleperioden`. */
export const planPeriod: Parser<PlanPeriod> = both(
  many(
    choice(
      meansAll(choice<unknown>(oneOf(...words.neutralWords), leadIn)),
      meansEnd(choice<unknown>(deadlineWord, endOf, endThird)),
    ),
  ),
  choice(meansAll(oneOf(...words.planPeriods)), meansEnd(genitiveEnd)),
  (leadIns, period) => (leadIns.includes('end') ? 'end' : period),
)
