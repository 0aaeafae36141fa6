import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patched } from '../../../renderer/state/patched-map.ts'

interface Value {
  readonly number: number
}

const keys = fc.integer({ min: 0, max: 200 }).map(String)
const edits = fc.array(
  fc.array(fc.tuple(keys, fc.option(fc.record({ number: fc.integer() }))), { maxLength: 100 }),
  { maxLength: 20 },
)

test('a patched map holds what a copied one would, and leaves the one before as it was', () => {
  fc.assert(
    fc.property(edits, (steps) => {
      let map: ReadonlyMap<string, Value> = new Map([['7', { number: 7 }]])
      let copy = new Map(map)
      for (const step of steps) {
        const [before, copyBefore] = [map, copy]
        map = patched(map, new Map(step))
        copy = new Map(copy)
        for (const [key, value] of new Map(step)) {
          if (value === null) copy.delete(key)
          else copy.set(key, value)
        }
        for (const [ours, theirs] of [
          [before, copyBefore],
          [map, copy],
        ] as const) {
          expect(new Map(ours)).toEqual(theirs)
          expect(ours.size).toBe(theirs.size)
          expect(new Set(ours.keys())).toEqual(new Set(theirs.keys()))
          expect(new Set(ours.values())).toEqual(new Set(theirs.values()))
          for (const key of ['7', '8', '100']) {
            expect(ours.get(key)).toEqual(theirs.get(key))
            expect(ours.has(key)).toBe(theirs.has(key))
          }
        }
      }
    }),
  )
})

test('a map without changes is the same map', () => {
  const map = new Map([['a', { number: 1 }]])
  expect(patched(map, new Map())).toBe(map)
})
