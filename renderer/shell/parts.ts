import { late } from '../ui/late.ts'

// What a window does not show when it opens. The outline is on the screen before these have been read.
export const detailsPart = late(() => import('../details/details-pane.tsx'))
export const previewPart = late(() => import('../preview/preview-pane.tsx'))
export const pagesPart = late(() => import('./pages.tsx'))
export const dialogsPart = late(() => import('./dialogs.tsx'))

/** Reads them before she asks for any, in the order in which she may, so that no key has to wait. */
export async function readAhead(): Promise<void> {
  await Promise.all([detailsPart.read(), previewPart.read()])
  await Promise.all([dialogsPart.read(), pagesPart.read()])
}
