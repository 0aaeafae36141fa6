import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { isSameFile } from '../../db/file/same-file.ts'
import { AppError } from '../../db/model/errors.ts'
import type { Salvaged } from '../../db/model/salvage.ts'
import { restoreTexts } from '../../db/model/texts/window/restore.ts'
import type { WorkbookPlace } from '../../db/workbook.ts'
import type { Handlers, Problem, SalvageAnswer } from '../../preload/contract.ts'
import { nameOfWorkbook } from './restoring-handlers.ts'
import type { Seat } from './seat.ts'

export interface SalvageTask {
  readonly file: string
  readonly place: Pick<WorkbookPlace, 'file' | 'workBase'>
}

export type SalvageReply =
  | { readonly kind: 'done'; readonly salvaged: Salvaged }
  | { readonly kind: 'problem'; readonly problem: Problem }

export const salvagingHandlers = (seat: Seat): Pick<Handlers, 'salvage.run'> => ({
  'salvage.run': ({ file }) => salvageFile(seat, file),
})

/** null = the user named no file for what is salvaged. Throws `workbook.open-elsewhere`, `workbook.exists`, and as `salvage`. */
async function salvageFile(seat: Seat, damaged: string): Promise<SalvageAnswer> {
  const { salvageWorker, workBase } = seat.program.places
  const name = restoreTexts.salvage.fileName(nameOfWorkbook(damaged))
  const file = await seat.desk.askWhereToSave(join(dirname(damaged), name))
  if (file === null) return null
  if (seat.isOpenElsewhere(file)) throw new AppError('workbook.open-elsewhere', { file })
  const open = seat.sessionOrNull
  if (open && isSameFile(open.file, file)) throw new AppError('workbook.exists', { file })
  return { file, salvaged: await inWorker(salvageWorker, { file: damaged, place: { file, workBase } }) }
}

function inWorker(script: string, task: SalvageTask): Promise<Salvaged> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: task })
    worker.on('message', (reply: SalvageReply) => {
      if (reply.kind === 'done') resolve(reply.salvaged)
      else reject(new AppError(reply.problem.code, reply.problem.details))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the worker ended without an answer')))
  })
}
