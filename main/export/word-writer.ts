import { Worker } from 'node:worker_threads'
import { AppError } from '../../db/model/errors.ts'
import { closeGate, type Gate, newGate } from './gate.ts'
import type { PlanToWrite, WordReply, WordTarget, WordTask } from './messages.ts'

/** Megabytes for the objects of one document; a document that needs more gets a worker with room, at the cost of memory. */
const ROOM = 192
const MORE_ROOM = 2048

/** Milliseconds without work after which the worker ends; the next document starts another. */
const IDLE = 30_000

interface Waiting {
  readonly task: WordTask
  readonly resolve: (reply: WordReply) => void
  readonly reject: (error: unknown) => void
}

interface Running {
  readonly worker: Worker
  readonly gate: Gate
  readonly room: number
}

/** The writing ended because it was stopped. */
export class Stopped extends Error {}

/** A worker thread that makes Word documents. It starts with the first and ends when there are none for a while. */
export class WordWriter {
  readonly #script: string
  #running: Running | null = null
  readonly #waiting = new Map<number, Waiting>()
  #tasks = 0
  #idle: ReturnType<typeof setTimeout> | undefined

  /** `script` is the path of the worker's bundle. */
  constructor(script: string) {
    this.#script = script
  }

  /** The plan's document. Throws `export.too-big`, and `Stopped`. */
  async render(plan: PlanToWrite): Promise<Uint8Array> {
    const reply = await this.#ask(plan, null)
    if (reply.kind !== 'document') throw failureOf(reply)
    return reply.bytes
  }

  /**
   * Writes the plan's document, and answers with the paths of the files. Throws `disk.*` errors,
   * `export.too-big`, and `Stopped`.
   */
  async write(plan: PlanToWrite, target: WordTarget): Promise<readonly string[]> {
    const reply = await this.#ask(plan, target)
    if (reply.kind !== 'written') throw failureOf(reply)
    return reply.paths
  }

  /** Ends what is being made; files that are written stay, and none is half. */
  async stop(): Promise<void> {
    const running = this.#running
    this.#running = null
    clearTimeout(this.#idle)
    this.#rejectAll(() => new Stopped())
    if (!running) return
    await closeGate(running.gate)
    await running.worker.terminate()
  }

  #ask(plan: PlanToWrite, target: WordTarget | null): Promise<WordReply> {
    clearTimeout(this.#idle)
    this.#tasks += 1
    const task = { id: this.#tasks, plan, target }
    return new Promise((resolve, reject) => {
      this.#waiting.set(task.id, { task, resolve, reject })
      this.#running ??= this.#start(ROOM)
      this.#running.worker.ref()
      this.#running.worker.postMessage(task)
    })
  }

  #start(room: number): Running {
    const gate = newGate()
    const worker = new Worker(this.#script, {
      workerData: gate,
      resourceLimits: { maxOldGenerationSizeMb: room },
    })
    const running = { worker, gate, room }
    worker.on('message', (reply: WordReply) => this.#hear(reply))
    worker.on('error', (error) => this.#died(running, error))
    worker.on('exit', () => this.#died(running, new Error('the worker ended')))
    return running
  }

  #hear(reply: WordReply): void {
    this.#waiting.get(reply.id)?.resolve(reply)
    this.#waiting.delete(reply.id)
    if (this.#waiting.size > 0) return
    // An idle worker keeps no process alive.
    this.#running?.worker.unref()
    this.#idle = setTimeout(() => void this.stop(), IDLE)
    this.#idle.unref()
  }

  #died(dead: Running, error: unknown): void {
    if (this.#running !== dead) return
    this.#running = null
    if (!isOutOfMemory(error)) this.#rejectAll(() => error)
    else if (dead.room === MORE_ROOM) {
      this.#rejectAll(({ plan }) => new AppError('export.too-big', { plan: plan.plan.title }))
    } else if (this.#waiting.size > 0) {
      this.#running = this.#start(MORE_ROOM)
      for (const { task } of this.#waiting.values()) this.#running.worker.postMessage(task)
    }
  }

  #rejectAll(reason: (task: WordTask) => unknown): void {
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { task, reject } of waiting) reject(reason(task))
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

function failureOf(reply: WordReply): Error {
  if (reply.kind === 'problem') return new AppError(reply.problem.code, reply.problem.details)
  return reply.kind === 'bug' ? reply.error : new Error(`the worker answered with ${reply.kind}`)
}
