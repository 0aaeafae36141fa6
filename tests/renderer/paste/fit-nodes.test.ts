import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PastedNode, pastedNodesSchema } from '../../../db/model/pasted-node.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'
import { mayStandUnder, type Place } from '../../../db/model/template/rules.ts'
import { fitNodes } from '../../../renderer/paste/fit-nodes.ts'
import { paragraph } from '../../model/rich-text/shorthand.ts'
import { anyNodes } from './arbitrary-nodes.ts'
import { treeOf } from './tree.ts'

const node = (type: PastedNode['type'], title: string, ...children: readonly PastedNode[]): PastedNode => ({
  type,
  title,
  children,
})

const templatePair = fc.tuple(fc.constantFrom(...builtInTemplates), fc.constantFrom(...builtInTemplates))

describe('nodes copied in Planværk', () => {
  test('stay as they are where the template lets them', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...builtInTemplates)
          .chain((template) => anyNodes(template).map((nodes) => ({ template, nodes }))),
        ({ template, nodes }) => {
          const { nodes: fitted, notes } = fitNodes(nodes, { template, parent: null })
          expect(notes).toEqual([])
          expect(treeOf(fitted)).toEqual(treeOf(nodes))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('in a plan of another kind, whatever is proposed may stand there', () => {
    fc.assert(
      fc.property(
        templatePair.chain(([from, template]) => anyNodes(from).map((nodes) => ({ template, nodes }))),
        ({ template, nodes }) => {
          const proposal = fitNodes(nodes, { template, parent: null })
          const check = (fitted: PastedNode, place: Place | null) => {
            expect(mayStandUnder(template, fitted.type, place)).toBe(true)
            for (const child of fitted.children) check(child, { type: fitted.type })
          }
          for (const fitted of proposal.nodes) check(fitted, null)
          if (proposal.nodes.length > 0)
            expect(pastedNodesSchema.safeParse(proposal.nodes).error).toBeUndefined()
        },
      ),
      { numRuns: 300 },
    )
  })

  test('what may not stand there becomes what the template offers, and is told of', () => {
    const theme = node('theme', 'Velfærd', {
      ...node('indsats', 'Læsning', node('milestone', 'Alle med')),
      fields: { ambition: [paragraph('X')] },
    })
    const { nodes, notes } = fitNodes([theme], {
      template: maalaftale,
      parent: { type: 'section', sectionKey: 'koordinerende-rolle' },
    })
    expect(treeOf(nodes)).toEqual([
      'indsats: Velfærd',
      '  indsats: Læsning',
      '    ambition = X',
      '    milestone: Alle med',
    ])
    expect(notes).toEqual([{ kind: 'retyped', titles: ['Velfærd'] }])
  })

  test('coordinators of what is no bidrag any more are kept as text', () => {
    const bidrag = { ...node('bidrag', 'Læsning'), coordinators: ['Center A', 'Center B'] }
    const target = { template: maalaftale, parent: { type: 'indsats' as const } }
    expect(treeOf(fitNodes([bidrag], target).nodes)).toEqual([
      'indsats: Læsning',
      '  = Koordinator: Center A; Center B',
    ])
  })

  test('a section that the plan has already comes without its key', () => {
    const section = { ...node('section', 'Formål'), sectionKey: 'formaal' }
    const target = { template: maalaftale, parent: null }
    expect(treeOf(fitNodes([section, section], target).nodes)).toEqual([
      'section [formaal]: Formål',
      'section: Formål',
    ])
    expect(treeOf(fitNodes([section], { ...target, sections: ['formaal'] }).nodes)).toEqual([
      'section: Formål',
    ])
  })

  test.each<readonly [string, PastedNode, Place]>([
    ['an indsats cannot become a milestone', node('indsats', 'Læsning'), { type: 'bidrag' }],
    ['a milestone cannot become a row of the outline', node('milestone', 'Alle med'), { type: 'section' }],
    ['nothing stands under a milestone', node('milestone', 'Alle med'), { type: 'milestone' }],
  ])('%s', (_, copied, parent) => {
    const { nodes, notes } = fitNodes([copied], { template: maalaftale, parent })
    expect(nodes).toEqual([])
    expect(notes.map(({ kind }) => kind)).toContain('no-place')
  })
})
