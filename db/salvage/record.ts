import { isUtf8 } from 'node:buffer'
import type { TextEncoding } from './pages.ts'

/** A value as it lies in the file. */
export type Value = string | number | null

/** A row as it lies in the file (sqlite.org/fileformat2, section 2.1). */
export interface RawRow {
  readonly rowid: number
  readonly values: readonly Value[]
  /** Some of its bytes are not there, or are no letters: its texts may end early or hold U+FFFD. */
  readonly hurt: boolean
}

/** More columns than any table of ours has. */
const MOST_COLUMNS = 100

/** Reads a number of one to nine bytes. Beyond 2^53 it is not exact; nothing of ours is so large. */
export function varint(bytes: Buffer, at: number): { readonly value: number; readonly next: number } | null {
  let value = 0
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index]
    if (byte === undefined) return null
    if (index === 8) return { value: value * 256 + byte, next: at + 9 }
    value = value * 128 + (byte & 127)
    if (byte < 128) return { value, next: at + index + 1 }
  }
  return null
}

/** The values of a record of which these bytes could be found; null where it is none. */
export function readRecord(
  payload: Buffer,
  whole: boolean,
  encoding: TextEncoding,
): Pick<RawRow, 'values' | 'hurt'> | null {
  const header = varint(payload, 0)
  if (!header || header.value > payload.length) return null
  const values: Value[] = []
  let hurt = !whole
  let place = header.value
  for (let at = header.next; at < header.value; ) {
    const type = varint(payload, at)
    if (!type || type.value === 10 || type.value === 11 || values.length === MOST_COLUMNS) return null
    at = type.next
    const length = lengthOf(type.value)
    const bytes = payload.subarray(place, place + length)
    if (bytes.length < length && whole) return null
    const read = storedValue(type.value, bytes, length, encoding)
    values.push(read.value)
    hurt ||= read.hurt
    place += length
  }
  return { values, hurt }
}

/** Bytes of a value, by its serial type. */
function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2)
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? 0
}

function storedValue(
  type: number,
  bytes: Buffer,
  length: number,
  encoding: TextEncoding,
): { readonly value: Value; readonly hurt: boolean } {
  if (type === 0) return { value: null, hurt: false }
  if (bytes.length === 0 && length > 0) return { value: null, hurt: true }
  if (type === 8 || type === 9) return { value: type - 8, hurt: false }
  // A blob stands where a text should only in a file that was tampered with; as text it can at least be read.
  if (type >= 12) return { value: decode(bytes, encoding), hurt: !isSound(bytes, encoding) }
  if (bytes.length < length) return { value: null, hurt: true }
  if (type === 7) return { value: bytes.readDoubleBE(), hurt: false }
  return { value: length === 8 ? Number(bytes.readBigInt64BE()) : bytes.readIntBE(0, length), hurt: false }
}

const isSound = (bytes: Buffer, encoding: TextEncoding): boolean => encoding !== 'utf-8' || isUtf8(bytes)

const decode = (bytes: Buffer, encoding: TextEncoding): string => new TextDecoder(encoding).decode(bytes)
