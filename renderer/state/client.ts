import { AppError } from '../../db/model/errors.ts'
import { sentenceFor } from '../../db/model/texts/errors.ts'
import type {
  Api,
  EventName,
  Events,
  Input,
  Output,
  Problem,
  RequestName,
  Result,
} from '../../preload/contract.ts'

declare global {
  interface Window {
    /** Given by the preload. */
    readonly planvaerk: Api
  }
}

/** An expected failure of a request; `sentence` is for the user. */
export class RequestFailed extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'RequestFailed'
    this.problem = problem
  }
}

/** Asks main. Throws `RequestFailed`. */
export const request = <N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>> =>
  answerOf(window.planvaerk.request(name, input))

/** What main answers. Throws `RequestFailed`. */
export async function answerOf<A>(asked: Promise<Result<A>>): Promise<A> {
  const result = await asked
  if (!result.ok) throw new RequestFailed(result.problem)
  return result.value
}

export const onEvent = <N extends EventName>(name: N, listen: (payload: Events[N]) => void): (() => void) =>
  window.planvaerk.on(name, listen)

/** What happened, what is safe, what to do. */
export const sentenceOf = ({ code, details }: Problem): string => sentenceFor(new AppError(code, details))
