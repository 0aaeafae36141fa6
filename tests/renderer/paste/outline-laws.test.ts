import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PastedNode, pastedNodesSchema } from '../../../db/model/pasted-node.ts'
import { fold } from '../../../db/model/search/fold.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { mayStandUnder, type Place } from '../../../db/model/template/rules.ts'
import { nodeType, outlineType, type Template } from '../../../db/model/template/template.ts'
import { flatBlocks, type PastedBlock } from '../../../renderer/paste/blocks.ts'
import type { PasteTarget } from '../../../renderer/paste/growing-outline.ts'
import { toOutline } from '../../../renderer/paste/to-outline.ts'
import { anythingPasted } from './arbitrary-blocks.ts'

const placeIn = (template: Template): fc.Arbitrary<Place | null> =>
  fc.oneof(
    fc.constant(null),
    fc.constantFrom(...outlineType.options.filter((type) => template.nodes[type])).map((type) => ({ type })),
    template.sections.length === 0
      ? fc.constant(null)
      : fc.constantFrom(
          ...template.sections.map(({ key }) => ({ type: 'section' as const, sectionKey: key })),
        ),
  )

const target: fc.Arbitrary<PasteTarget> = fc.constantFrom(...builtInTemplates).chain((template) =>
  fc
    .record({
      parent: placeIn(template),
      siblingType: fc.constantFrom(undefined, ...nodeType.options),
      sections: fc.subarray(template.sections.map(({ key }) => key)),
    })
    .map(({ parent, siblingType, sections }) => ({
      template,
      parent,
      sections,
      ...(siblingType && { siblingType }),
    })),
)

const words = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

const textIn = (block: PastedBlock): string =>
  'content' in block
    ? block.content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('')
    : ''

/** All that a tree says; keys and types are no words of it. */
function said(node: PastedNode): string {
  const texts = JSON.stringify([node.text ?? [], Object.values(node.fields ?? {})])
  const runs = Array.from(texts.matchAll(/"text":("(?:[^"\\]|\\.)*")/g), ([, text = '""']) =>
    JSON.parse(text),
  )
  const values = Object.values({ ...node.milestone, ...node.indicator }).filter((value) => value !== null)
  return [node.title, ...(node.coordinators ?? []), ...runs, ...values, ...node.children.map(said)].join(' ')
}

const count = (list: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

describe('whatever is pasted, wherever', () => {
  test('the tree may stand there by the template, and the command takes it', () => {
    fc.assert(
      fc.property(anythingPasted, target, (blocks, at) => {
        const { nodes } = toOutline(blocks, at)
        const check = (node: PastedNode, place: Place | null) => {
          expect([node.type, mayStandUnder(at.template, node.type, place)]).toEqual([node.type, true])
          const here = { type: node.type, ...(node.sectionKey && { sectionKey: node.sectionKey }) }
          for (const child of node.children) check(child, here)
        }
        for (const node of nodes) check(node, at.parent)
        if (nodes.length > 0) expect(pastedNodesSchema.safeParse(nodes).error).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  test('no word is lost but labels of the form', () => {
    // Labels are the form's own, and may stand in the text or not.
    const labels = new Set(
      words('Titel Ophav Koordinator Beskrivelse Målgruppe Effekt Parametre Milepæle Risici Indsats Bidrag'),
    )
    fc.assert(
      fc.property(anythingPasted, target, (blocks, at) => {
        const { nodes, notes } = toOutline(blocks, at)
        fc.pre(!notes.some(({ kind }) => kind === 'no-place'))
        const source = count(words(flatBlocks(blocks).map(textIn).join(' ')))
        const found = count(words(nodes.map(said).join(' ')))
        const lost = [...source].filter(
          ([word, times]) => !labels.has(word) && (found.get(word) ?? 0) < times,
        )
        expect(lost).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
