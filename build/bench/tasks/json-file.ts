import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { timed } from '../harness.ts'
import { writeDurably } from './durable.ts'
import type { Task } from './index.ts'

/** A program that keeps the same content as one JSON file. It checks nothing, keeps no history and no way back. */

const file = (folder: string): string => join(folder, 'workbook.json')
const read = (folder: string): unknown => JSON.parse(readFileSync(file(folder), 'utf8'))

/** Opening is reading and parsing: afterwards all of it lies in memory. */
export const prepareParse = (folder = ''): Task => ({ round: () => timed(() => read(folder)) })

const content = z.object({ plans: z.array(z.looseObject({ title: z.string() })) })

/** Any edit, and any save, is writing the whole content: to a new file, to the disk, in the old one's place. */
export function prepareRewrite(folder = ''): Task {
  const { plans } = content.parse(read(folder))
  const [plan] = plans
  let edits = 0
  const round = () =>
    timed(() => {
      if (plan) plan.title = `Rettet ${++edits} gange`
      writeDurably(join(folder, 'saved.json'), JSON.stringify({ plans }))
    })
  return { round }
}
