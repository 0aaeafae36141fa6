import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** How a file writes its texts (byte 56 of the header). */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

const encodings: Readonly<Record<number, TextEncoding>> = { 2: 'utf-16le', 3: 'utf-16be' }

/** Page sizes to try, ours first. */
const SIZES = [4096, 1024, 2048, 8192, 16384, 32768, 65536, 512] as const

/**
 * The pages of a file that was once an SQLite file, read byte by byte. SQLite itself never sees the file, and so no SQL that it
 * may bring.
 */
export class Pages {
  /** Bytes of a page. */
  readonly size: number
  readonly count: number
  readonly encoding: TextEncoding
  readonly #fd: number
  readonly #bytes: number
  /** How many pages may still be read as the rest of some row. */
  #patience: number

  private constructor(fd: number, size: number) {
    this.#fd = fd
    this.#bytes = fstatSync(fd).size
    this.size = size
    this.count = Math.ceil(this.#bytes / size)
    this.#patience = 4 * this.count
    const header = this.page(1)
    this.encoding = encodings[header?.readUInt32BE(56) ?? 1] ?? 'utf-8'
  }

  /** Lets `use` read the pages at each size that they may have, the likeliest first, until it finds something. */
  static reading<R>(path: string, use: (pages: Pages) => R | null): R | null {
    const fd = openSync(path, 'r')
    try {
      for (const size of new Set([sizeIn(fd), ...SIZES])) {
        const found = size === null ? null : use(new Pages(fd, size))
        if (found !== null) return found
      }
      return null
    } finally {
      closeSync(fd)
    }
  }

  /** Numbered from 1. A last page that is cut off ends in zeros; null where there is none. */
  page(number: number): Buffer | null {
    if (!Number.isInteger(number) || number < 1 || number > this.count) return null
    const page = Buffer.alloc(this.size)
    readSync(this.#fd, page, 0, this.size, (number - 1) * this.size)
    return page
  }

  /**
   * A page that a row goes on on. A sound file has one for each of its pages at most; a hostile one lets every row go on for ever.
   */
  overflow(number: number): Buffer | null {
    this.#patience -= 1
    return this.#patience < 0 ? null : this.page(number)
  }
}

/** What the header says; null where it says what cannot be. */
function sizeIn(fd: number): number | null {
  const start = Buffer.alloc(100)
  readSync(fd, start, 0, 100, 0)
  const said = start.readUInt16BE(16)
  const size = said === 1 ? 65536 : said
  return SIZES.find((known) => known === size) ?? null
}
