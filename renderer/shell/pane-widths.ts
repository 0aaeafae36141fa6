/** CSS pixels: narrower than this nothing can be read or written. */
export const LEAST = { outline: 240, details: 400, preview: 240 } as const

export interface PaneWidths {
  readonly outline: number
  /** 0 = there is no room for it, or it is folded away. */
  readonly preview: number
}

/**
 * How wide the panes on both sides are shown in this room (CSS pixels): as wanted, or where the middle would be too narrow, the page
 * narrower first, which is a picture to find one's way by, and then the outline.
 */
export function paneWidths(wanted: PaneWidths, room: number): PaneWidths {
  const sides = room - LEAST.details
  const shown = wanted.preview > 0 && sides >= LEAST.outline + LEAST.preview
  if (!shown) return { outline: within(wanted.outline, LEAST.outline, sides), preview: 0 }
  const outline = within(wanted.outline, LEAST.outline, sides - LEAST.preview)
  return { outline, preview: within(wanted.preview, LEAST.preview, sides - outline) }
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))
