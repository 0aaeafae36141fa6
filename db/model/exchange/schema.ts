import * as z from 'zod'
import { planStatuses } from '../plan/plan-document.ts'
import { isStorable } from '../rich-text/characters.ts'
import { exchangeProblems as problems } from '../texts/exchange.ts'

/**
 * The shape of a `planvaerk-plan` file, version 1, as JSON. It says which keys each node type takes; which
 * fields, sections and children a plan may have, its template says.
 */

const clean = (limit: number) =>
  z
    .string()
    .max(limit, { error: () => problems.tooLong(limit) })
    .refine(isStorable, problems.notStorable)

const title = clean(2000)
const line = clean(2000)
const commonMark = clean(1_000_000)
const name = clean(500).min(1, problems.empty)
const reference = clean(1000).min(1, problems.empty)
const year = z.int(problems.year).min(1900, problems.year).max(2200, problems.year)

const milestone = z.strictObject({
  title,
  when: line.exactOptional(),
  responsible: line.exactOptional(),
})

const indicator = z.strictObject({
  title,
  unit: line.exactOptional(),
  baseline: line.exactOptional(),
  target: line.exactOptional(),
  when: line.exactOptional(),
})

const measured = {
  milestones: z.array(milestone).exactOptional(),
  indicators: z.array(indicator).exactOptional(),
}
const id = name.exactOptional()
const text = commonMark.exactOptional()
const fields = z.record(z.string(), commonMark).exactOptional()

const children = z.lazy(() => z.array(outlineNode)).exactOptional()

const section = z.strictObject({
  type: z.literal('section'),
  id,
  key: name.exactOptional(),
  annex: z.boolean().exactOptional(),
  title,
  text,
  children,
})
const theme = z.strictObject({ type: z.literal('theme'), id, title, text, fields, children })
const programme = z.strictObject({
  type: z.literal('programme'),
  id,
  title,
  text,
  fields,
  ...measured,
  children,
})
const indsats = z.strictObject({
  type: z.literal('indsats'),
  id,
  title,
  text,
  realises: z.array(reference).exactOptional(),
  fields,
  ...measured,
  children,
})
const bidrag = z.strictObject({
  type: z.literal('bidrag'),
  id,
  title,
  text,
  contributesTo: z.array(reference).exactOptional(),
  coordinators: z.array(name).exactOptional(),
  fields,
  ...measured,
})
const goal = z.strictObject({ type: z.literal('goal'), id, title, text, children })

const outlineNode: z.ZodType<ExchangeNode> = z.discriminatedUnion('type', [
  section,
  theme,
  programme,
  indsats,
  bidrag,
  goal,
])

export const exchangeSchema = z.strictObject({
  format: z.literal('planvaerk-plan'),
  version: z.literal(1),
  organisation: z.strictObject({ name }),
  plan: z.strictObject({
    id,
    template: name,
    variant: name.exactOptional(),
    title,
    period: z
      .strictObject({ from: year, to: year.nullable() })
      .refine((period) => period.to === null || period.from <= period.to, problems.periodReversed),
    unit: name,
    cover: z.record(z.string(), commonMark).exactOptional(),
    case: z
      .strictObject({
        caseNumber: line.exactOptional(),
        documentNumber: line.exactOptional(),
        committee: line.exactOptional(),
        meetingDate: z.iso.date(problems.date).exactOptional(),
        item: line.exactOptional(),
        annex: line.exactOptional(),
      })
      .exactOptional(),
    status: z.enum(planStatuses),
    outline: z.array(outlineNode),
  }),
})

export type ExchangeFile = z.infer<typeof exchangeSchema>

/** The union of what the node types take; the schema holds each type to its own keys. */
export interface ExchangeNode {
  readonly type: 'section' | 'theme' | 'programme' | 'indsats' | 'bidrag' | 'goal'
  readonly id?: string
  readonly key?: string
  readonly annex?: boolean
  readonly title: string
  readonly text?: string
  readonly realises?: readonly string[]
  readonly contributesTo?: readonly string[]
  readonly coordinators?: readonly string[]
  readonly fields?: Readonly<Record<string, string>>
  readonly milestones?: readonly z.infer<typeof milestone>[]
  readonly indicators?: readonly z.infer<typeof indicator>[]
  readonly children?: readonly ExchangeNode[]
}
