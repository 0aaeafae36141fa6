import { AppError } from '../../db/model/errors.ts'
import { type Handlers, type RequestName, type Result, requests } from '../../preload/contract.ts'
import { type LogBug, problemOf } from './problem.ts'

const isRequestName = (name: unknown): name is RequestName =>
  typeof name === 'string' && Object.hasOwn(requests, name)

/**
 * Answers one request of a page. Whatever arrives, the answer is a value: what is no request of the contract, or has the
 * wrong input, is refused before any handler sees it.
 */
export async function answerRequest(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  logBug: LogBug,
): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await handle(handlers, name, input) }
  } catch (error) {
    return { ok: false, problem: problemOf(error, logBug) }
  }
}

async function handle(handlers: Handlers, name: unknown, input: unknown): Promise<unknown> {
  if (!isRequestName(name)) throw new AppError('request.invalid', { request: shown(name) })
  const parsed = requests[name].input.safeParse(input)
  if (!parsed.success) throw new AppError('request.invalid', { request: name }, { cause: parsed.error })
  // The name chooses schema and handler together, which the compiler cannot follow through the table.
  const handler = handlers[name] as (input: unknown) => unknown
  return await handler(parsed.data)
}

/** A name that is none, as far as it can be shown in a sentence. */
const shown = (name: unknown): string => (typeof name === 'string' ? name.slice(0, 60) : typeof name)
