import type { Block, Inline, ListItem, RichText } from '../../../db/model/rich-text/rich-text.ts'
import type { Random } from './random.ts'
import { capitalised, vocabulary } from './words.ts'

/** How much text a row holds: so many paragraphs, then a list of so many items. */
export interface Amount {
  readonly paragraphs: number
  readonly items: number
}

/** Paragraphs and a list, with the bold lead-ins, nested items and numbers that plans are full of. */
export function richText(random: Random, { paragraphs, items }: Amount): RichText {
  const text: Block[] = Array.from({ length: paragraphs }, () => paragraph(random, 2 + random.below(4)))
  if (items === 0) return text
  const list = Array.from({ length: items }, () => item(random))
  text.push(
    random.chance(0.2) ? { type: 'numbers', start: 1, items: list } : { type: 'bullets', items: list },
  )
  return text
}

/** A title of a few words. */
export function title(random: Random): string {
  const words = Array.from({ length: 1 + random.below(4) }, () => vocabulary.word(random))
  return capitalised([...words, vocabulary.noun(random)].join(' '))
}

function paragraph(random: Random, sentences: number): Block {
  const text = Array.from({ length: sentences }, () => sentence(random)).join(' ')
  const content: Inline[] = random.chance(0.25)
    ? [
        { type: 'text', text: `${title(random)}:`, bold: true },
        { type: 'text', text: ` ${text}` },
      ]
    : [{ type: 'text', text }]
  return { type: 'paragraph', content }
}

function item(random: Random): ListItem {
  const blocks: Block[] = [paragraph(random, 1)]
  if (random.chance(0.15)) {
    const items = Array.from({ length: 2 }, () => ({ blocks: [paragraph(random, 1)] }))
    blocks.push({ type: 'bullets', items })
  }
  return { blocks }
}

function sentence(random: Random): string {
  const words = Array.from({ length: 8 + random.below(14) }, () => vocabulary.word(random))
  return `${capitalised(words.join(' '))}.`
}
