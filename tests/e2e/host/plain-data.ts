/** Turns plain data into text and back, the same in the program and in the page. */
export interface PlainData {
  /** Throws a TypeError for what is no plain data: a function, a symbol, an instance of a class. */
  encode(value: unknown): string
  decode(text: string): unknown
}

/**
 * What may cross between program and page: null, undefined, booleans, strings of any code units, all numbers, arrays and
 * plain objects. Electron's structured clone also takes Map, Date and bytes; the contract sends none, so they are
 * refused. JSON with a mark `$` where it has no word. The page runs this function from its source text, so it must not
 * use anything outside itself.
 */
export function plainData(): PlainData {
  const isPlain = (value: object): boolean => {
    const prototype = Object.getPrototypeOf(value)
    return prototype === null || Object.getPrototypeOf(prototype) === null
  }

  const pack = (value: unknown): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (value === undefined) return { $: 'undefined' }
    if (typeof value === 'number') {
      if (Object.is(value, -0)) return { $: 'number', value: '-0' }
      return Number.isFinite(value) ? value : { $: 'number', value: String(value) }
    }
    if (Array.isArray(value)) return Array.from(value, pack)
    if (typeof value !== 'object' || !isPlain(value)) {
      throw new TypeError(`An object could not be cloned: ${String(value).slice(0, 100)}`)
    }
    const entries = Object.entries(value).map(([key, item]) => [key, pack(item)])
    return '$' in value ? { $: 'object', value: entries } : Object.fromEntries(entries)
  }

  const unpack = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(unpack)
    if (!('$' in value)) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]))
    }
    if (!('value' in value)) return undefined
    if (!Array.isArray(value.value)) return Number(value.value)
    return Object.fromEntries(value.value.map(([key, item]) => [key, unpack(item)]))
  }

  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text)),
  }
}

/** Carries long texts over a line that takes short ones only; the page runs this function from its source text too. */
export interface Pieces {
  /** The pieces to send, in order; each begins with a mark that says whether more come. */
  cut(text: string): readonly string[]
  /** Takes the next piece; answers with the whole text when it was the last. */
  join(piece: string): string | undefined
}

export function pieces(): Pieces {
  // Chromium ends the connection at a message of 100 MB, in which each character may take six bytes.
  const longest = 4_000_000
  let joined = ''
  return {
    cut: (text) => {
      const count = Math.max(1, Math.ceil(text.length / longest))
      return Array.from({ length: count }, (_, index) => {
        const piece = text.slice(index * longest, (index + 1) * longest)
        return `${index === count - 1 ? '.' : '+'}${piece}`
      })
    },
    join: (piece) => {
      joined += piece.slice(1)
      if (piece.startsWith('+')) return undefined
      const whole = joined
      joined = ''
      return whole
    },
  }
}
