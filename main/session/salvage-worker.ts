import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../db/model/errors.ts'
import { salvage } from '../../db/salvage/salvage.ts'
import type { Problem } from '../../preload/contract.ts'
import type { SalvageReply, SalvageTask } from './salvaging.ts'

/** Reads one damaged workbook in a thread of its own, so that the windows need not wait for it. */

const { file, place }: SalvageTask = workerData
parentPort?.postMessage(reply())

function reply(): SalvageReply {
  try {
    return { kind: 'done', salvaged: salvage(file, place, { overwrite: true }) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // The code and the details of an error belong together.
    return { kind: 'problem', problem: { code: error.code, details: error.details } as Problem }
  }
}
