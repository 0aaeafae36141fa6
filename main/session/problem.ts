import { AppError, type ErrorCode } from '../../db/model/errors.ts'
import type { Problem } from '../../preload/contract.ts'

/** Notes a bug in the local log and answers with the number under which it stands there. */
export type LogBug = (error: unknown) => string

/** What the window is told of a failure: an expected one as it is, a bug by the number of its entry in the log. */
export function problemOf(error: unknown, logBug: LogBug): Problem {
  if (error instanceof AppError) return expected(error)
  return { code: 'unexpected', details: { logId: logBug(error) } }
}

/** An `AppError` holds the details of its code, which the compiler cannot follow through a union. */
const expected = ({ code, details }: AppError<ErrorCode>): Problem => ({ code, details }) as Problem
