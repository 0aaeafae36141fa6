import { MAX_WHOLE_PLAN_BYTES } from '../limits.ts'
import type { Pages } from './pages.ts'
import { type RawRow, readRecord, varint } from './record.ts'

/** A page of a b-tree (sqlite.org/fileformat2, section 1.6): its rows, and the pages below it. */
export interface TreePage {
  /** Of a table without row numbers, or of an index. */
  readonly index: boolean
  readonly rows: readonly RawRow[]
  /** Cells that are no rows, though they stand where rows should. */
  readonly unreadable: number
  readonly children: readonly number[]
}

const TABLE_LEAF = 0x0d
const TABLE_INTERIOR = 0x05
const INDEX_LEAF = 0x0a
const INDEX_INTERIOR = 0x02

/** Null where the page is none of a b-tree. */
export function readTreePage(pages: Pages, number: number): TreePage | null {
  const page = pages.page(number)
  if (!page) return null
  const start = number === 1 ? 100 : 0
  const type = page[start]
  const interior = type === TABLE_INTERIOR || type === INDEX_INTERIOR
  if (!interior && type !== TABLE_LEAF && type !== INDEX_LEAF) return null
  const pointers = start + (interior ? 12 : 8)
  const count = page.readUInt16BE(start + 3)
  if (pointers + 2 * count > page.length) return null
  const cells = new Set(Array.from({ length: count }, (_, index) => page.readUInt16BE(pointers + 2 * index)))
  const places = [...cells].filter((at) => at >= pointers + 2 * count && at < page.length)
  const index = type === INDEX_LEAF || type === INDEX_INTERIOR
  const children = interior ? childrenIn(page, places, start) : []
  if (type === TABLE_INTERIOR) return { index, rows: [], unreadable: 0, children }
  const read = places.map((at) => readCell(pages, page, interior ? at + 4 : at, index))
  const rows = read.filter((row) => row !== null)
  return { index, rows, unreadable: count - rows.length, children }
}

function childrenIn(page: Buffer, cells: readonly number[], start: number): readonly number[] {
  const below = cells.filter((at) => at + 4 <= page.length).map((at) => page.readUInt32BE(at))
  return [...below, page.readUInt32BE(start + 8)]
}

function readCell(pages: Pages, page: Buffer, at: number, index: boolean): RawRow | null {
  const length = varint(page, at)
  if (!length || length.value > 2 * MAX_WHOLE_PLAN_BYTES) return null
  const rowid = index ? { value: 0, next: length.next } : varint(page, length.next)
  if (!rowid) return null
  const payload = payloadOf(pages, page, rowid.next, length.value, index)
  const record = readRecord(payload, payload.length === length.value, pages.encoding)
  return record && { rowid: rowid.value, ...record }
}

/** As many of a row's bytes as can be found: what does not fit on its page goes on along a chain of others. */
function payloadOf(pages: Pages, page: Buffer, at: number, length: number, index: boolean): Buffer {
  const local = localLength(length, pages.size, index)
  const parts = [page.subarray(at, Math.min(at + local, page.length))]
  let left = length - local
  let next = left > 0 && at + local + 4 <= page.length ? page.readUInt32BE(at + local) : 0
  while (left > 0) {
    const overflow = pages.overflow(next)
    if (!overflow) break
    parts.push(overflow.subarray(4, 4 + Math.min(left, pages.size - 4)))
    left -= pages.size - 4
    next = overflow.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

/** Bytes of a row that stand on its own page. */
function localLength(length: number, size: number, index: boolean): number {
  const most = index ? Math.floor(((size - 12) * 64) / 255) - 23 : size - 35
  if (length <= most) return length
  const least = Math.floor(((size - 12) * 32) / 255) - 23
  const fitting = least + ((length - least) % (size - 4))
  return fitting <= most ? fitting : least
}
