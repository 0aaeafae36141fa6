/** The grammar of whole expressions: a time, the plan's period, or what recurs and when. */
import { beforeRecurring, neutral, type PlanPeriod, planPeriod, time } from './bounded-time.ts'
import { frequency, times } from './frequency.ts'
import { after, both, choice, many, map, oneOf, type Parser, phrases, rule } from './parser.ts'
import type { Part } from './part.ts'
import type { Token } from './tokens.ts'
import { type Joint, joints } from './vocabulary.ts'

/** What a text says about time, before the years of its plan are known. */
export type Reading =
  | { readonly is: 'time'; readonly time: Part }
  | { readonly is: 'plan-period'; readonly which: PlanPeriod }
  /** `within` = the times that narrow it; `lastsOn` = it goes on after they end. */
  | { readonly is: 'recurring'; readonly within: readonly Part[]; readonly lastsOn: boolean }

/** The reading of a whole text; null = not understood. */
export function readTime(tokens: readonly Token[]): Reading | null {
  const found = expression(tokens, 0)
  return found && found.next === tokens.length ? found.value : null
}

/** A piece of an expression; where one says how `often`, the whole recurs. */
interface Clause {
  readonly often: boolean
  readonly reading: Reading | null
}

const often = map(
  choice(frequency, after(beforeRecurring, frequency)),
  (): Clause => ({ often: true, reading: null }),
)
const when: Parser<Clause> = choice(
  map(time, (one): Clause => ({ often: false, reading: { is: 'time', time: one } })),
  map(planPeriod, (which): Clause => ({ often: false, reading: { is: 'plan-period', which } })),
)
// 2 gange i 2027
const timesWhen = map(after(times, when), ({ reading }): Clause => ({ often: true, reading }))
const thereafter = oneOf('derefter', 'herefter', 'efterfølgende')
const clause: Parser<Clause> = rule(() =>
  choice(often, when, timesWhen, after(choice<unknown>(thereafter, neutral), clause)),
)

/** A clause and how it is joined to the one before it. */
interface Joined {
  readonly joined: readonly Joint[]
  readonly clause: Clause
}

const joint = many(phrases(joints))
const first = map(clause, (one): Joined => ({ joined: [], clause: one }))
const further = many(both(joint, clause, (joined, one): Joined => ({ joined, clause: one })))

const expression: Parser<Reading> = both(
  both(first, further, (one, rest) => [one, ...rest]),
  joint,
  (clauses, trailing) => {
    if (clauses.some(({ clause }) => clause.often)) return recurring(clauses, trailing)
    return clauses.length === 1 && trailing.length === 0 ? (clauses[0]?.clause.reading ?? null) : null
  },
)

/** "løbende fra 2027", "4. kvartal 2026 og løbende derefter", "halvårligt (maj og september)". */
function recurring(clauses: readonly Joined[], trailing: readonly Joint[]): Reading {
  const within = clauses.flatMap(({ clause }) => (clause.reading?.is === 'time' ? [clause.reading.time] : []))
  const joined = [...clauses.flatMap((one) => one.joined), ...trailing]
  const saysSo = joined.includes('thereafter') || joined.includes('first-time')
  return { is: 'recurring', within, lastsOn: saysSo || clauses.some(goesOnFrom) }
}

/** "2027 og løbende" begins in 2027 and goes on; "løbende i 2027", "2027 (løbende)" and "2027-2028, løbende" do not. */
function goesOnFrom({ joined, clause }: Joined, at: number, clauses: readonly Joined[]): boolean {
  const previous = clauses[at - 1]?.clause.reading
  if (!clause.often || previous?.is !== 'time' || !joined.includes('apart')) return false
  return previous.time.kind !== 'span' && previous.time.kind !== 'deadline'
}
