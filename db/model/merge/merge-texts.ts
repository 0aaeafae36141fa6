import type { Block, ListItem, RichText } from '../rich-text/rich-text.ts'
import { type Elements, mergeLists } from './merge-lists.ts'

/**
 * The text that two changes of a text make together, paragraph by paragraph and, in lists, item by item. null where both
 * changed the same paragraph, or both wrote something new in the same place. `one` and `other` may change places.
 */
export const mergeTexts = (before: RichText, one: RichText, other: RichText): RichText | null =>
  mergeLists(before, one, other, blocks)

/** The blocks of a text, and after them those of the other that it does not hold: nothing of either is lost. */
export function joinTexts(text: RichText, other: RichText): RichText {
  const held = new Set(text.map(blocks.keyOf))
  return [...text, ...other.filter((block) => !held.has(blocks.keyOf(block)))]
}

const blocks: Elements<Block> = {
  keyOf: (block) => JSON.stringify(block),
  settle: (before, one, other) => {
    if (before.type === 'bullets' && one.type === 'bullets' && other.type === 'bullets') {
      const items = mergeLists(before.items, one.items, other.items, listItems)
      return items && { type: 'bullets', items }
    }
    if (before.type === 'numbers' && one.type === 'numbers' && other.type === 'numbers') {
      const looks = [before, one, other].map(({ start, delimiter }) => `${start}${delimiter ?? ''}`)
      const items = mergeLists(before.items, one.items, other.items, listItems)
      // A list that both numbered anew is for them to agree on.
      if (!items || (looks[0] !== looks[1] && looks[0] !== looks[2] && looks[1] !== looks[2])) return null
      return { ...(looks[0] === looks[1] ? other : one), items }
    }
    return null
  },
}

const listItems: Elements<ListItem> = {
  keyOf: (item) => JSON.stringify(item),
  settle: (before, one, other) => {
    const merged = mergeTexts(before.blocks, one.blocks, other.blocks)
    // An item of nothing is none.
    return merged && merged.length > 0 ? { blocks: merged } : null
  },
}
