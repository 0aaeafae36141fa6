import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { NodeRecord } from '../../../db/model/records.ts'
import { readAll } from '../../../db/queries/read.ts'
import { Workbook } from '../../../db/workbook.ts'
import { seed } from '../content/plans.ts'
import { type Random, seeded } from '../content/random.ts'
import { timed } from '../harness.ts'
import { commandAbout, EDITS, edited } from './edits.ts'
import type { Task } from './index.ts'

/**
 * Two people have edited their copies of a workbook, so many edits each, and one takes in the other's: from the file that she
 * was sent, with every check that a file passes the first time, until all is durable and can be undone.
 */
export function prepareMerge(folder = ''): Task {
  const base = join(folder, 'merge-work')
  const [ours, theirs] = ['ours', 'theirs'].map((name, index) => {
    const file = join(folder, `${name}.sqlite`)
    copyFileSync(join(folder, 'workbook.sqlite'), file)
    const workbook = Workbook.open({ file, workBase: base, person: { who: name, machine: 'bench' } })
    edit(workbook, seeded(seed + index))
    workbook.save()
    workbook.close()
    return file
  })
  if (ours === undefined || theirs === undefined) throw new Error('there are two copies')
  const round = async (): Promise<number> => {
    const workbook = Workbook.open({ file: ours, workBase: base })
    rmSync(join(base, 'known-seals.json'), { force: true })
    try {
      return await timed(() => {
        if (workbook.merge(theirs).nothingNew) throw new Error('there was nothing to merge')
      })
    } finally {
      workbook.close()
    }
  }
  return { round }
}

function edit(workbook: Workbook, random: Random): void {
  const nodes: readonly NodeRecord[] = readAll(
    workbook.db,
    'node',
    `WHERE type IN (${edited.map((type) => `'${type}'`)}) ORDER BY id`,
  )
  for (let edits = 0; edits < EDITS; edits += 1) {
    const node = nodes[random.below(nodes.length)]
    if (!node) throw new Error('the workbook holds no nodes')
    workbook.execute(commandAbout(random, node))
  }
}
