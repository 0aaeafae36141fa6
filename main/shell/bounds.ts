import type { Preferences } from '../../preload/preferences.ts'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const SMALLEST = { width: 1024, height: 640 } as const

/** Pixels of the title bar that must be on a screen, so that the window can be taken hold of. */
const GRIP = { width: 160, height: 32 } as const

/**
 * Where a window opens: where it was last, unless no screen shows it there any more; then the system places it. It is never
 * larger than the largest screen.
 */
export function windowBounds(
  last: Preferences['window'],
  screens: readonly Rectangle[],
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  const size = {
    width: within(SMALLEST.width, last.width, Math.max(...screens.map(({ width }) => width))),
    height: within(SMALLEST.height, last.height, Math.max(...screens.map(({ height }) => height))),
  }
  const { x, y } = last
  if (x === null || y === null) return size
  const grip = { x, y, width: size.width, height: GRIP.height }
  const isSeen = screens.some((screen) => {
    const seen = overlap(grip, screen)
    return seen.width >= GRIP.width && seen.height >= GRIP.height
  })
  return isSeen ? { ...size, x, y } : size
}

const within = (least: number, wanted: number, most: number): number =>
  Math.round(Math.max(least, Math.min(wanted, most)))

const overlap = (one: Rectangle, other: Rectangle): { readonly width: number; readonly height: number } => ({
  width: Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x),
  height: Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y),
})
