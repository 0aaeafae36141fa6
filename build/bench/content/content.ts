import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlanDocument } from '../../../db/model/plan/plan-document.ts'
import { Workbook } from '../../../db/workbook.ts'
import { agreement, agreements, longAgreement, nodesOf, seed, textsOf } from './plans.ts'

/** The same invented content as a workbook and as one JSON file. */
export interface Content {
  readonly folder: string
  readonly workbook: string
  readonly json: string
  /** What it holds, for whoever reads the figures. */
  readonly about: string
}

/** Content is made once for a run, whichever measurements ask for it. */
export class Contents {
  readonly #base: string
  readonly #made = new Map<string, Content>()

  /** `base` is a folder of the run's own. */
  constructor(base: string) {
    this.#base = base
  }

  /** A workbook with one agreement of so many tables. */
  agreement(tables: number): Content {
    return this.#once(`tables-${tables}`, () => [agreement(tables)])
  }

  /** A workbook of agreements with so many nodes. */
  workbook(nodes: number): Content {
    return this.#once(`nodes-${nodes}`, () => [...agreements(nodes)])
  }

  /** A workbook with one plan whose outline has so many rows. */
  outline(rows: number): Content {
    return this.#once(`rows-${rows}`, () => [longAgreement(rows)])
  }

  get all(): readonly Content[] {
    return [...this.#made.values()]
  }

  #once(name: string, plans: () => readonly PlanDocument[]): Content {
    const known = this.#made.get(name)
    if (known) return known
    const made = makeContent(join(this.#base, `${seed}-${name}`), name, plans())
    this.#made.set(name, made)
    return made
  }
}

function makeContent(folder: string, name: string, plans: readonly PlanDocument[]): Content {
  mkdirSync(folder)
  const workbook = join(folder, 'workbook.sqlite')
  const json = join(folder, 'workbook.json')
  writeFileSync(json, JSON.stringify({ plans }))
  const made = Workbook.create({ file: workbook, workBase: join(folder, 'work') }, '')
  try {
    const unexpected = (problem: unknown): Error =>
      new Error('the invented plans are not sound', { cause: problem })
    const incoming = plans.map((document) => ({ document, problem: unexpected, exists: unexpected }))
    made.import(incoming, { replace: false })
    made.save()
  } finally {
    made.close()
  }
  return { folder, workbook, json, about: aboutOf(name, plans, workbook, json) }
}

function aboutOf(name: string, plans: readonly PlanDocument[], workbook: string, json: string): string {
  const sum = (count: (plan: PlanDocument) => number): number =>
    plans.reduce((total, plan) => total + count(plan), 0)
  const nodes = sum((plan) => nodesOf(plan.outline))
  const texts = sum((plan) => textsOf(plan.outline))
  const megabytes = (path: string): string => `${(statSync(path).size / 1e6).toFixed(1)} MB`
  const sizes = `workbook ${megabytes(workbook)}, JSON ${megabytes(json)}`
  return `${name}: ${plans.length} agreements, ${nodes} nodes, ${texts} texts; ${sizes}; seed ${seed}`
}
