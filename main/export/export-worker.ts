import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { replaceFile } from '../../db/file/beside.ts'
import { AppError } from '../../db/model/errors.ts'
import type { Problem } from '../../preload/contract.ts'
import { type Gate, throughGate } from './gate.ts'
import type { WordReply, WordTask } from './messages.ts'
import { wordFiles } from './word-files.ts'

/** Makes Word documents in a thread of its own, one after the other, so that the window never waits for one. */

const gate: Gate = workerData
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', (task: WordTask) => {
  last = last.then(async () => parentPort?.postMessage(await reply(task)))
})

async function reply({ id, plan, target }: WordTask): Promise<WordReply> {
  try {
    const files = await wordFiles(plan.plan, plan.template, {
      layout: plan.layout,
      tables: plan.tables,
      name: target?.name ?? '',
      receipt: target?.receipt ?? false,
    })
    if (!target) return { id, kind: 'document', bytes: files[0]?.bytes ?? new Uint8Array() }
    const paths = files.map(({ name, bytes }) => {
      const path = join(target.folder, name)
      throughGate(gate, () => replaceFile(path, [bytes]))
      return path
    })
    return { id, kind: 'written', paths }
  } catch (error) {
    if (error instanceof AppError) {
      return { id, kind: 'problem', problem: { code: error.code, details: error.details } as Problem }
    }
    return { id, kind: 'bug', error: error instanceof Error ? error : new Error(typeof error) }
  }
}
