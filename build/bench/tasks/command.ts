import type { Command } from '../../../db/model/commands.ts'
import { readAll } from '../../../db/queries/read.ts'
import type { Workbook } from '../../../db/workbook.ts'
import { seed } from '../content/plans.ts'
import { seeded } from '../content/random.ts'
import { percentile } from '../harness.ts'
import { openBook } from './book.ts'
import { commandAbout } from './edits.ts'
import type { Task } from './index.ts'

const commandsPerRound = 200

/** Of so many durable edits of all sorts, all over the workbook, the time that 95 of 100 stay within. */
export function prepareCommand(folder = ''): Task {
  const workbook = openBook(folder)
  const random = seeded(seed)
  const nodes = readAll(workbook.db, 'node', "WHERE type IN ('indsats', 'bidrag', 'milestone')")
  const round = (): number => {
    const times = Array.from({ length: commandsPerRound }, () => {
      const node = nodes[random.below(nodes.length)]
      if (!node) throw new Error('the workbook holds no nodes')
      return elapsed(workbook, commandAbout(random, node))
    })
    return percentile(times, 0.95)
  }
  return { round, end: () => workbook.close() }
}

function elapsed(workbook: Workbook, command: Command): number {
  const from = performance.now()
  workbook.execute(command)
  return performance.now() - from
}
