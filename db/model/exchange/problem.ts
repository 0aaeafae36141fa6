import type * as z from 'zod'
import { exchangeProblems as problems } from '../texts/exchange.ts'

/** What is wrong in an exchange file, and where: `plan.outline[2].children[0].title`. */
export class ExchangeProblem extends Error {
  readonly path: string
  readonly problem: string

  constructor(path: readonly PropertyKey[], problem: string) {
    super(`${pathText(path)}: ${problem}`)
    this.name = 'ExchangeProblem'
    this.path = pathText(path)
    this.problem = problem
  }
}

/** `['plan', 'outline', 2, 'title']` → `plan.outline[2].title`. */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  return text.replace(/^\./, '')
}

/** The first thing that the schema found wrong, in Danish. */
export function problemOf(issue: z.core.$ZodIssue): ExchangeProblem {
  return new ExchangeProblem(pathOf(issue), wordsFor(issue))
}

function pathOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  if (issue.code === 'unrecognized_keys') return [...issue.path, issue.keys[0] ?? '']
  if (issue.code === 'invalid_union' && issue.discriminator) {
    return issue.path.at(-1) === issue.discriminator ? issue.path : [...issue.path, issue.discriminator]
  }
  return issue.path
}

function wordsFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return problems.unknownKey(issue.keys[0] ?? '')
    case 'invalid_type':
      return issue.input === undefined ? problems.missing : problems.expected(kind(issue.expected))
    case 'invalid_value':
      return problems.oneOf(issue.values.map(String))
    case 'invalid_union':
      return problems.unknownType(['section', 'theme', 'programme', 'indsats', 'bidrag', 'goal'])
    default:
      return issue.message
  }
}

const kinds: Readonly<Record<string, string>> = problems.kinds
const kind = (expected: string): string => kinds[expected] ?? expected
