import { statSync } from 'node:fs'
import { AppError } from '../../db/model/errors.ts'
import type { PlanDocument } from '../../db/model/plan/plan-document.ts'
import type { Template } from '../../db/model/template/template.ts'
import type { Events, ExportedPlan, Input, Problem } from '../../preload/contract.ts'
import { fileName } from '../word/file-name.ts'
import { freeName } from './free-name.ts'
import type { WordWriter } from './word-writer.ts'

export type ExportJob = Input<'export.run'>

export interface ExportServices {
  readonly writer: Pick<WordWriter, 'write'>
  readonly planWithTemplate: (planId: string) => { readonly plan: PlanDocument; readonly template: Template }
  readonly progress: (progress: Events['export.progress']) => void
  readonly problemOf: (error: unknown) => Problem
}

/**
 * Writes the plans as Word documents, one after the other; a plan that fails keeps none of the others back. Throws
 * `disk.no-folder` and `disk.not-a-folder`. When `signal` is given, what is not written yet is cancelled; whoever gives it
 * stops the writer too.
 */
export async function exportPlans(
  job: ExportJob,
  services: ExportServices,
  signal: AbortSignal,
): Promise<readonly ExportedPlan[]> {
  requireFolder(job.folder)
  const taken = new Set<string>()
  const outcomes: ExportedPlan[] = []
  for (const [done, planId] of job.plans.entries()) {
    outcomes.push(
      signal.aborted
        ? { planId, outcome: 'cancelled' }
        : await exportPlan({ job, services, taken, signal, planId, done }),
    )
  }
  return outcomes
}

interface OnePlan {
  readonly job: ExportJob
  readonly services: ExportServices
  /** Names that this export has given. */
  readonly taken: Set<string>
  readonly signal: AbortSignal
  readonly planId: string
  readonly done: number
}

async function exportPlan(one: OnePlan): Promise<ExportedPlan> {
  const { job, services, signal, planId, done } = one
  try {
    const { plan, template } = services.planWithTemplate(planId)
    services.progress({ done, total: job.plans.length, plan: plan.title })
    return { planId, outcome: 'written', paths: await written(one, plan, template) }
  } catch (error) {
    if (signal.aborted) return { planId, outcome: 'cancelled' }
    return { planId, outcome: 'failed', problem: services.problemOf(error) }
  }
}

/** How many names are tried for a document whose files are open in Word. */
const MOST_NAMES = 20

async function written(
  { job, services, taken }: OnePlan,
  plan: PlanDocument,
  template: Template,
): Promise<readonly string[]> {
  const { layout, tables, folder, receipt } = job
  const wanted = fileName(plan, template)
  for (let attempt = 1; ; attempt++) {
    const name = freeName(wanted, taken)
    try {
      return await services.writer.write({ plan, template, layout, tables }, { folder, name, receipt })
    } catch (error) {
      if (!isInUse(error) || job.whenInUse === 'tell' || attempt === MOST_NAMES) throw error
    }
  }
}

const isInUse = (error: unknown): boolean => error instanceof AppError && error.code === 'disk.file-in-use'

function requireFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found) throw new AppError('disk.no-folder', { file: folder })
  if (!found.isDirectory()) throw new AppError('disk.not-a-folder', { file: folder })
}
