/** As many changes as a map carries along; with more, it is copied. */
const MOST = 64

/**
 * An immutable map of thousands of entries of which each edit changes one or two: it shares the map that it came from, and carries
 * the changes along.
 */
class PatchedMap<V extends object> implements ReadonlyMap<string, V> {
  readonly size: number
  readonly #base: ReadonlyMap<string, V>
  readonly #patch: Patch<V>

  constructor(base: ReadonlyMap<string, V>, patch: Patch<V>) {
    this.#base = base
    this.#patch = patch
    let size = base.size
    for (const [key, value] of patch) size += Number(value !== null) - Number(base.has(key))
    this.size = size
  }

  /** The same map with more changes. */
  with(patch: Patch<V>): ReadonlyMap<string, V> {
    return patched(this.#base, new Map([...this.#patch, ...patch]))
  }

  get(key: string): V | undefined {
    const changed = this.#patch.get(key)
    return changed === undefined ? this.#base.get(key) : (changed ?? undefined)
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  *entries(): MapIterator<[string, V]> {
    for (const [key, value] of this.#base) {
      const changed = this.#patch.get(key)
      if (changed !== null) yield [key, changed ?? value]
    }
    for (const [key, value] of this.#patch) {
      if (value !== null && !this.#base.has(key)) yield [key, value]
    }
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries()
  }

  *keys(): MapIterator<string> {
    for (const [key] of this) yield key
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value
  }

  forEach(use: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this) use(value, key, this)
  }
}

/** By key; null = the entry goes away. */
type Patch<V extends object> = ReadonlyMap<string, V | null>

/** The map with the changes; the map itself where there are none. No value may be null or undefined. */
export function patched<V extends object>(
  map: ReadonlyMap<string, V>,
  patch: Patch<V>,
): ReadonlyMap<string, V> {
  if (patch.size === 0) return map
  if (map instanceof PatchedMap) return map.with(patch)
  const changed = new PatchedMap(map, patch)
  return patch.size > MOST ? new Map(changed) : changed
}
