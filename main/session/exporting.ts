import { AppError } from '../../db/model/errors.ts'
import type { ExportedPlan, Input } from '../../preload/contract.ts'
import { exportPlans } from '../export/export-plans.ts'
import { WordWriter } from '../export/word-writer.ts'
import { problemOf } from './problem.ts'
import type { Seat } from './seat.ts'

/** The Word documents of one window: its exports, one at a time, and the document that its page shows. */
export class Exporting {
  readonly #seat: Seat
  /** Apart from the exports, so that cancelling one does not take the page's document with it. */
  readonly #shown: WordWriter
  readonly #writer: WordWriter
  #running: AbortController | null = null

  constructor(seat: Seat) {
    const { wordWorker } = seat.program.places
    this.#seat = seat
    this.#shown = new WordWriter(wordWorker)
    this.#writer = new WordWriter(wordWorker)
  }

  /** Throws `export.running`, and as `exportPlans`. */
  async run(job: Input<'export.run'>): Promise<readonly ExportedPlan[]> {
    const { session, program, desk } = this.#seat
    if (this.#running) throw new AppError('export.running', {})
    const running = new AbortController()
    this.#running = running
    try {
      const services = {
        writer: this.#writer,
        planWithTemplate: (planId: string) => session.reading.planWithTemplate(planId),
        progress: (progress: { done: number; total: number; plan: string }) =>
          desk.tell('export.progress', progress),
        problemOf: (error: unknown) => problemOf(error, program.logBug),
      }
      const outcomes = await exportPlans(job, services, running.signal)
      const paths = outcomes.flatMap((plan) => (plan.outcome === 'written' ? plan.paths : []))
      for (const path of [job.folder, ...paths]) program.written.add(path)
      return outcomes
    } finally {
      this.#running = null
    }
  }

  /** What is written stays; the rest is cancelled. */
  async cancel(): Promise<void> {
    this.#running?.abort()
    await this.#writer.stop()
  }

  /** The plan's Word document, as base64. */
  async document({ planId, layout, tables }: Input<'plan.word'>): Promise<string> {
    const bytes = await this.#shown.render({
      ...this.#seat.session.reading.planWithTemplate(planId),
      layout,
      tables,
    })
    return Buffer.from(bytes).toString('base64')
  }

  /** The window is gone. */
  async end(): Promise<void> {
    await Promise.all([this.cancel(), this.#shown.stop()])
  }
}
