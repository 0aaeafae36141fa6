import { existsSync } from 'node:fs'
import { connect } from '../file/connect.ts'
import { publish } from '../file/publish.ts'
import type { Backup } from '../model/backup.ts'
import { AppError } from '../model/errors.ts'
import { closing, type RingPlace, withCopy } from './read-state.ts'
import { Ring } from './ring.ts'

/** The kept states of a workbook whose file is damaged or gone, newest first. */
export const keptStates = ({ workBase, wholeId }: RingPlace): readonly Backup[] =>
  new Ring(workBase, wholeId).list()

/**
 * Makes a new file of one of them. Throws `workbook.exists` where `file` is there already, and as `withCopy` and `publish`; then
 * nothing is written.
 */
export function bringBack(ring: RingPlace, backup: Pick<Backup, 'name'>, file: string): void {
  if (existsSync(file)) throw new AppError('workbook.exists', { file })
  withCopy(ring, backup, (path) => closing(connect(path), (was) => publish(was, file, { expected: null })))
}
