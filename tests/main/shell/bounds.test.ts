import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SMALLEST, windowBounds } from '../../../main/shell/bounds.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: -200, width: 2560, height: 1400 }
const last = { x: 100, y: 50, width: 1440, height: 900, maximized: false }

test('a window opens where it was', () => {
  expect(windowBounds(last, [screen])).toEqual({ x: 100, y: 50, width: 1440, height: 900 })
  const there = { ...last, x: 2000, y: -150 }
  expect(windowBounds(there, [screen, second])).toEqual({ x: 2000, y: -150, width: 1440, height: 900 })
})

test.each([
  ['on a screen that is gone', { x: 2000, y: -150 }],
  ['above every screen', { x: 100, y: -40 }],
  ['almost to the right of it', { x: 1900, y: 100 }],
  ['below it', { x: 100, y: 1030 }],
  ['nowhere yet', { x: null, y: null }],
])('a window that was %s is placed by the system', (_where, place) => {
  expect(windowBounds({ ...last, ...place }, [screen])).toEqual({ width: 1440, height: 900 })
})

test('a window is never smaller than its smallest size, nor larger than the screen', () => {
  expect(windowBounds({ ...last, width: 10, height: 10 }, [screen])).toMatchObject(SMALLEST)
  expect(windowBounds({ ...last, width: 9000, height: 9000 }, [screen])).toMatchObject({
    width: 1920,
    height: 1040,
  })
})

test('wherever it was, its title bar can be taken hold of', () => {
  const place = fc.integer({ min: -10_000, max: 10_000 })
  fc.assert(
    fc.property(place, place, (x, y) => {
      const bounds = windowBounds({ ...last, x, y }, [screen, second])
      if (bounds.x === undefined || bounds.y === undefined) return
      const { x: left, y: top } = bounds
      const held = [screen, second].some(
        (one) =>
          top >= one.y &&
          top + 32 <= one.y + one.height &&
          left + bounds.width - 160 >= one.x &&
          left + 160 <= one.x + one.width,
      )
      expect(held).toBe(true)
    }),
  )
})
