import type { Command } from '../../../db/model/commands.ts'
import { newId } from '../../../db/model/ids.ts'
import type { NodeRecord } from '../../../db/model/records.ts'
import { readAll } from '../../../db/queries/read.ts'
import type { Workbook } from '../../../db/workbook.ts'
import { seed } from '../content/plans.ts'
import { type Random, seeded } from '../content/random.ts'
import { richText, title } from '../content/texts.ts'
import { percentile } from '../harness.ts'
import { openBook } from './book.ts'
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

/** An edit that is allowed whatever the edits before it were. */
export function commandAbout(random: Random, node: NodeRecord): Command {
  const { id, planId } = node
  const name = title(random)
  if (node.type === 'milestone') {
    return random.chance(0.5)
      ? { type: 'milestone.update', id, changes: { whenText: '3. kvartal 2027', responsible: name } }
      : { type: 'node.move', id, parentId: node.parentId, after: null }
  }
  const kind = random.below(3)
  if (kind === 0) return { type: 'node.rename', id, title: name }
  if (kind === 1) {
    return {
      type: 'node.insert',
      id: newId(),
      planId,
      parentId: id,
      after: null,
      nodeType: 'milestone',
      title: name,
    }
  }
  return {
    type: 'field.write',
    nodeId: id,
    key: 'effekt',
    doc: richText(random, { paragraphs: 2, items: 3 }),
  }
}
