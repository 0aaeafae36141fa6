import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { systemCode } from '../../db/file/fs-errors.ts'

/**
 * What is the same for all paths of one file, through links and in the system's own view of upper and lower case. Asks the
 * disk, so it is asked once for a file that is open: its drive may go away.
 */
export function identityOf(path: string): string {
  const real = realPath(resolve(path))
  return process.platform === 'linux' ? real : real.toLowerCase()
}

/** The real path as far as there is one: a file that is away still lies in its folder. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch (error) {
    if (systemCode(error) === null) throw error
    const folder = dirname(path)
    return folder === path ? path : join(realPath(folder), basename(path))
  }
}
