import * as z from 'zod'

/**
 * What the program remembers of this user on this computer; nothing of it lies in a workbook. A value that cannot be read
 * falls back to its default alone.
 */
const size = z.number().min(0).max(10_000)
const ids = z.array(z.string().length(36)).max(20_000)

const shape = {
  theme: z.enum(['system', 'light', 'dark', 'contrast']).catch('system'),
  /** Percent. */
  zoom: z.int().min(80).max(200).catch(100),
  window: z
    .strictObject({
      x: z.int().nullable(),
      y: z.int().nullable(),
      width: size,
      height: size,
      maximized: z.boolean(),
    })
    .catch({ x: null, y: null, width: 1440, height: 900, maximized: false }),
  /** Widths in CSS pixels. */
  panes: z
    .strictObject({ outline: size, preview: size, previewOpen: z.boolean() })
    .catch({ outline: 400, preview: 400, previewOpen: true }),
  /** Whether the four lines for beginners were read. */
  hintRead: z.boolean().catch(false),
  exportFolder: z.string().max(4096).nullable().catch(null),
  /** Per plan: where the user was, what was folded, and the layout that she exported in. */
  plans: z
    .record(
      z.string().length(36),
      z.strictObject({
        nodeId: z.string().length(36).nullable(),
        folded: ids,
        layout: z.enum(['skabelon', 'tilgaengelig']),
      }),
    )
    .catch({}),
  /** Per workbook file: the plan that was open. */
  openPlans: z.record(z.string(), z.string().length(36)).catch({}),
  /** Copies of workbooks beside them that the user will not be asked about again, as they were: file and time. */
  passedCopies: z.array(z.string().max(5000)).max(200).catch([]),
  planList: z
    .strictObject({
      sort: z.enum(['title', 'kind', 'unit', 'period', 'status', 'changed']),
      descending: z.boolean(),
    })
    .catch({ sort: 'title', descending: false }),
} as const

export const preferencesSchema = z.object(shape)
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>

/** The values to change; a wrong value is refused here, not replaced. */
export const preferencesPatch = z.strictObject({
  theme: shape.theme.unwrap().exactOptional(),
  zoom: shape.zoom.unwrap().exactOptional(),
  window: shape.window.unwrap().exactOptional(),
  panes: shape.panes.unwrap().exactOptional(),
  hintRead: shape.hintRead.unwrap().exactOptional(),
  exportFolder: shape.exportFolder.unwrap().exactOptional(),
  plans: shape.plans.unwrap().exactOptional(),
  openPlans: shape.openPlans.unwrap().exactOptional(),
  passedCopies: shape.passedCopies.unwrap().exactOptional(),
  planList: shape.planList.unwrap().exactOptional(),
})
export type PreferencesPatch = z.infer<typeof preferencesPatch>
