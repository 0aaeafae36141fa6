import type { Inline } from '../../../db/model/rich-text/rich-text.ts'
import type { PastedBlock, PastedCell } from '../../../renderer/paste/blocks.ts'
import { run } from '../../model/rich-text/shorthand.ts'

type Content = readonly (string | Inline)[]

const runs = (content: Content): readonly Inline[] =>
  content.map((inline) => (typeof inline === 'string' ? run(inline) : inline))

export const heading = (level: number, ...content: Content): PastedBlock => ({
  kind: 'heading',
  level,
  content: runs(content),
})

/** Body text. */
export const text = (...content: Content): PastedBlock => ({
  kind: 'paragraph',
  level: 0,
  content: runs(content),
})

/** A paragraph that goes on in an item. */
export const goesOn = (level: number, ...content: Content): PastedBlock => ({
  kind: 'paragraph',
  level,
  content: runs(content),
})

export const bullet = (level: number, ...content: Content): PastedBlock => ({
  kind: 'item',
  level,
  content: runs(content),
})

export const numbered = (level: number, number: number, ...content: Content): PastedBlock => ({
  kind: 'item',
  level,
  number,
  content: runs(content),
})

export const lettered = (level: number, number: number, ...content: Content): PastedBlock => ({
  kind: 'item',
  level,
  number,
  delimiter: ')',
  content: runs(content),
})

export const image: PastedBlock = { kind: 'image' }

export const cell = (...blocks: readonly (string | PastedBlock)[]): PastedCell => ({
  columns: 1,
  rows: 1,
  blocks: blocks.map((block) => (typeof block === 'string' ? text(block) : block)),
})

export const bold = (words: string): Inline => run(words, { bold: true })
