import { useState } from 'react'
import type { ReportBlock } from '../../db/model/report/report.ts'
import { same } from './same.ts'

/** A block with the key that it keeps for as long as it stays in the report. */
export interface KeyedBlock {
  readonly key: number
  readonly block: ReportBlock
}

/**
 * The new blocks with the keys of the old ones: what stands before and after the change keeps its key, so that
 * nothing is drawn again and nothing moves when something is put in or taken out above it.
 */
export function keyed(before: readonly KeyedBlock[], blocks: readonly ReportBlock[]): readonly KeyedBlock[] {
  const shorter = Math.min(before.length, blocks.length)
  let head = 0
  while (head < shorter && alike(before[head]?.block, blocks[head])) head += 1
  let tail = 0
  while (tail < shorter - head && alike(before.at(-1 - tail)?.block, blocks.at(-1 - tail))) tail += 1
  let unused = before.reduce((most, { key }) => Math.max(most, key + 1), 0)
  return blocks.map((block, index) => {
    const fromEnd = blocks.length - index
    const old = fromEnd <= tail ? before.length - fromEnd : index < before.length - tail ? index : -1
    return { key: before[old]?.key ?? unused++, block }
  })
}

/** Whether it is the same block, said quickly. Places do not count, since they move with what is put in above. */
function alike(a: ReportBlock | undefined, b: ReportBlock | undefined): boolean {
  if (a?.kind === 'sheet' && b?.kind === 'sheet') return a.title === b.title && a.label === b.label
  return same(a, b, 'at')
}

/** `keyed` from one drawing to the next. */
export function useKeyed(blocks: readonly ReportBlock[]): readonly KeyedBlock[] {
  const [held, hold] = useState(() => ({ blocks, keys: keyed([], blocks) }))
  if (held.blocks === blocks) return held.keys
  const keys = keyed(held.keys, blocks)
  hold({ blocks, keys })
  return keys
}
