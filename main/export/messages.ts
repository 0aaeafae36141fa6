import type { PlanDocument } from '../../db/model/plan/plan-document.ts'
import type { Template } from '../../db/model/template/template.ts'
import type { Problem } from '../../preload/contract.ts'
import type { WordOptions } from './word-files.ts'

/** One plan to be made a document of. */
export interface PlanToWrite extends WordOptions {
  readonly plan: PlanDocument
  readonly template: Template
}

/** Where a document goes. */
export interface WordTarget {
  readonly folder: string
  readonly name: string
  readonly receipt: boolean
}

/** What the worker is asked; without a target it answers with the document itself. */
export interface WordTask {
  readonly id: number
  readonly plan: PlanToWrite
  readonly target: WordTarget | null
}

export type WordReply =
  | { readonly id: number; readonly kind: 'document'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'written'; readonly paths: readonly string[] }
  | { readonly id: number; readonly kind: 'problem'; readonly problem: Problem }
  | { readonly id: number; readonly kind: 'bug'; readonly error: Error }
