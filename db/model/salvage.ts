import type { TableName } from './records.ts'

/** What became of something that could not be carried over as it was. */
export const lossReasons = [
  /** It could not be used and is left out. */
  'unusable',
  /** It is left out, for what it belonged to could not be read. */
  'homeless',
  /** It stood there twice, and differed; the other one is kept. */
  'twice',
  /** It is kept, under the heading of what was salvaged: its place could not be read. */
  'moved',
  /** Only what belongs to it could be read; something stands in its place. */
  'nameless',
  /** Its text is kept without its formatting. */
  'plain',
  /** Its text was longer than may be; the end is left out. */
  'cut',
  /** Some letters, or the end, could not be read. */
  'hurt',
  /** Something in it could not be read and is now empty or as in a new one. */
  'mended',
] as const
export type LossReason = (typeof lossReasons)[number]

export interface Loss {
  readonly table: TableName
  /** The title, or the beginning of the text; '' where there is none. */
  readonly name: string
  readonly why: LossReason
}

/** What came of salvaging a damaged workbook. */
export interface Salvaged {
  /** Everything is there, as it was, with its history. */
  readonly whole: boolean
  readonly plans: number
  readonly nodes: number
  readonly texts: number
  readonly losses: readonly Loss[]
  /** Pages of the file, and rows on them, of which nothing could be read: what stood there nobody knows. */
  readonly unreadable: number
  /**
   * Whether what was read is just what was saved, by the checksum of the file. Where it is not, and nothing is listed, something
   * is missing or is another, and cannot be named.
   */
  readonly complete: boolean
  /** Whether the new workbook is known to be the same as the old one, so that it can be merged with others' copies. */
  readonly sameWorkbook: boolean
}
