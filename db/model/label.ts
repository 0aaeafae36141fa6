import * as z from 'zod'
import { mergeSummarySchema } from './merge/notice.ts'
import { nodeType } from './template/template.ts'

/** What the history and the undo menu say of a transaction; its words are made by `texts/history.ts`. */
export const labelSchema = z.object({
  /** Its command; of a batch the first, and what is not a command: `plan.import`, `workbook.create` … */
  command: z.string(),
  /** The title of what it was about, or of the first of several. */
  about: z.string().max(2000).exactOptional(),
  /** How many commands of this type a batch held, where there is more than one. */
  count: z.int().min(2).exactOptional(),
  /** What was inserted. */
  nodeType: nodeType.exactOptional(),
  /** What was merged. */
  merge: mergeSummarySchema.exactOptional(),
})

export type Label = Readonly<z.infer<typeof labelSchema>>
