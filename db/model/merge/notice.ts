import * as z from 'zod'

const id = z.string().length(36)
const title = z.string().max(2000)

/** Where in the workbook something is; null and '' where it belongs to no plan, or to the plan as a whole. */
const place = {
  /** Of what is meant: a node, a plan, or something that belongs to one. */
  table: z.string().max(60),
  planId: id.nullable(),
  planTitle: title,
  nodeId: id.nullable(),
  /** Of the node, or of what belongs to no plan. */
  title,
  /** The key of the field or cover row that is meant; null = all of the node or plan. */
  key: z.string().max(60).nullable(),
}

/** What merging did without asking, and somebody might wonder at. */
export const mergeNoticeSchema = z.discriminatedUnion('kind', [
  /** One side had deleted it, the other had changed it since: it is kept. */
  z.strictObject({ kind: z.literal('kept'), ...place, deletedBy: z.enum(['us', 'them']) }),
  /** One side had deleted it, but something that is kept or new needs it: it is back. */
  z.strictObject({
    kind: z.literal('brought-back'),
    ...place,
    deletedBy: z.enum(['us', 'them']),
    neededBy: title,
  }),
  /** Both sides had written in the text, in different places: it holds both. */
  z.strictObject({ kind: z.literal('text-merged'), ...place }),
  /** Both sides had put it elsewhere in the same order: it stands where it stood here. */
  z.strictObject({ kind: z.literal('order-kept'), ...place }),
  /** Two moves would have led in a circle: the later one is taken back. */
  z.strictObject({ kind: z.literal('move-taken-back'), ...place }),
  /** It would have stood deeper than an outline goes: it stands a level higher. */
  z.strictObject({ kind: z.literal('lifted'), ...place }),
  /** The name that references use was taken: it has another. */
  z.strictObject({
    kind: z.literal('ref-changed'),
    ...place,
    ref: z.string().max(500),
    now: z.string().max(500),
  }),
])

export type MergeNotice = Readonly<z.infer<typeof mergeNoticeSchema>>

/** How many notices a merge keeps; more would tell nobody more. */
const MOST_NOTICES = 500

/** What the history keeps of a merge, so that it can be told of again. */
export const mergeSummarySchema = z.strictObject({
  people: z.array(z.strictObject({ who: z.string().max(500), commands: z.int().min(0) })).max(100),
  conflicts: z.int().min(0),
  notices: z.array(mergeNoticeSchema).max(MOST_NOTICES),
  /** Notices that are not among them. */
  moreNotices: z.int().min(0),
})

export type MergeSummary = Readonly<z.infer<typeof mergeSummarySchema>>

/** The summary of a merge, of the size that the history keeps. */
export const mergeSummary = (
  people: readonly MergeSummary['people'][number][],
  conflicts: number,
  notices: readonly MergeNotice[],
): MergeSummary => ({
  people: people.slice(0, 100).map(({ who, commands }) => ({ who: who.slice(0, 200), commands })),
  conflicts,
  notices: notices.slice(0, MOST_NOTICES),
  moreNotices: Math.max(0, notices.length - MOST_NOTICES),
})
