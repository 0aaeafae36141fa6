import * as z from 'zod'

/**
 * Where the user was when she gave a command, so that undo puts the cursor back. `place` names the pane, the
 * field and the mode in the window's own words; the file only keeps it.
 */
export const focusSchema = z.strictObject({
  planId: z.string().length(36),
  nodeId: z.string().length(36).nullable(),
  place: z.string().max(200),
})

export type Focus = Readonly<z.infer<typeof focusSchema>>
