import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Command, commandSchema } from '../../db/model/commands.ts'
import { newId } from '../../db/model/ids.ts'
import { MAX_PASTED_NODES, type PastedNode } from '../../db/model/pasted-node.ts'
import { smallPlan, text } from '../support/small-outline.ts'
import { contentOf } from '../support/workbooks.ts'

const leaf = (type: PastedNode['type'], title: string): PastedNode => ({ type, title, children: [] })

type Paste = Extract<Command, { type: 'outline.paste' }>

/** The small plan, and a paste into it that goes through the border, as the window's does. */
function pasting() {
  const small = smallPlan()
  const paste = (nodes: readonly PastedNode[], parent: string | null, after: string | null = null) => {
    const place = { parentId: parent && small.idOf(parent), after: after && small.idOf(after) }
    const command = { type: 'outline.paste', planId: small.planId, ...place, nodes }
    return small.workbook.execute(commandSchema.parse(command))
  }
  return { ...small, paste }
}

describe('pasting', () => {
  test.each<[string, string | null, string | null, string]>([
    ['first', 'A', null, 'A(x(y) z a1 a2) B C'],
    ['between two', 'A', 'a1', 'A(a1 x(y) z a2) B C'],
    ['last', 'A', 'a2', 'A(a1 a2 x(y) z) B C'],
    ['where nothing is', 'B', null, 'A(a1 a2) B(x(y) z) C'],
    ['at the top', null, 'C', 'A(a1 a2) B C x(y) z'],
  ])('puts whole subtrees %s, in order', (_name, parent, after, expected) => {
    const { paste, outline } = pasting()
    const x = { ...leaf('indsats', 'x'), children: [leaf('indsats', 'y')] }
    paste([x, leaf('bidrag', 'z')], parent, after)
    expect(outline()).toBe(expected)
  })

  test('is one step: undo takes all of it back', () => {
    const { paste, workbook } = pasting()
    const before = contentOf(workbook)
    const x = { ...leaf('indsats', 'x'), children: [leaf('milestone', 'm'), leaf('indicator', 'i')] }
    paste([x, leaf('bidrag', 'z')], 'A')
    workbook.undo()
    expect(contentOf(workbook)).toBe(before)
  })

  test('brings everything that a node holds', () => {
    const { paste, workbook, planId, idOf } = pasting()
    paste(
      [
        {
          type: 'bidrag',
          title: 'x',
          text: text('Løbende tekst'),
          fields: { effekt: text('Ro') },
          coordinators: ['Direktionen', 'Center for Havne'],
          contributesTo: [idOf('a1')],
          children: [
            {
              ...leaf('indicator', 'i'),
              indicator: { unit: '%', baseline: '8', target: '6', whenText: '2029' },
            },
            { ...leaf('milestone', 'm'), milestone: { whenText: 'ultimo 2027', responsible: 'Lederen' } },
          ],
        },
      ],
      'B',
    )
    expect(workbook.plan(planId).outline[1]?.children[0]).toMatchObject({
      title: 'x',
      text: text('Løbende tekst'),
      fields: { effekt: text('Ro') },
      coordinators: ['Direktionen', 'Center for Havne'],
      contributesTo: [idOf('a1')],
      indicators: [{ title: 'i', unit: '%', baseline: '8', target: '6', when: '2029' }],
      milestones: [{ title: 'm', when: 'ultimo 2027', responsible: 'Lederen' }],
    })
  })

  test('links join what is pasted with them, also what comes later; those to nodes that are gone are left out', () => {
    const { paste, workbook, planId } = pasting()
    const [x, y] = [newId(), newId()]
    paste(
      [
        { ...leaf('bidrag', 'x'), id: x, contributesTo: [newId(), y] },
        { ...leaf('indsats', 'y'), id: y },
      ],
      'B',
    )
    const [bidrag, indsats] = workbook.plan(planId).outline[1]?.children ?? []
    expect(bidrag?.contributesTo).toEqual([indsats?.id])
  })

  test('texts of rows that the form lacks follow the running text, under the labels that they had', () => {
    const { paste, workbook, planId } = pasting()
    const fields = { tagline: text('Kort'), effekt: text('Ro'), 'kendes-ikke': text('Gemt'), problem: [] }
    paste([{ ...leaf('indsats', 'x'), text: text('Først'), fields }], 'B')
    const bold = (label: string) => [
      { type: 'paragraph', content: [{ type: 'text', text: label, bold: true }] },
    ]
    expect(workbook.plan(planId).outline[1]?.children[0]).toMatchObject({
      fields: { effekt: text('Ro') },
      text: [...text('Først'), ...bold('Tagline'), ...text('Kort'), ...bold('kendes-ikke'), ...text('Gemt')],
    })
  })

  test("a plan has each of its template's sections once", () => {
    const { paste, workbook, planId } = pasting()
    const formaal: PastedNode = { ...leaf('section', 'x'), sectionKey: 'formaal' }
    paste([formaal, formaal, { ...formaal, sectionKey: 'hest' }], null)
    paste([formaal], null)
    expect(
      workbook.db
        .prepare('SELECT sectionKey FROM node WHERE planId = ? AND sectionKey IS NOT NULL')
        .pluck()
        .all(planId),
    ).toEqual(['formaal'])
  })

  test.each<[string, readonly PastedNode[], string | null]>([
    ['a type below one that may not hold it', [leaf('section', 'x')], 'a1'],
    ['a type that the plan kind does not use', [leaf('goal', 'x')], 'A'],
    ['a milestone at the top', [leaf('milestone', 'x')], null],
    ['deep in a subtree', [{ ...leaf('indsats', 'x'), children: [leaf('section', 'y')] }], 'A'],
    ['below a milestone', [{ ...leaf('milestone', 'x'), children: [leaf('indsats', 'y')] }], 'a1'],
    ['as the second of two', [leaf('indsats', 'x'), leaf('theme', 'y')], 'A'],
    ['what would be too deep', [tower(62)], 'a1'],
  ])('is refused %s; then nothing changes', (_name, nodes, parent) => {
    const { paste, workbook, insert } = pasting()
    insert('indsats', 'under a1', 'a1')
    const before = contentOf(workbook)
    const place = parent === 'a1' && nodes[0]?.title === 'tower' ? 'under a1' : parent
    expect(() => paste(nodes, place)).toThrow(expect.objectContaining({ code: 'command.not-allowed' }))
    expect(contentOf(workbook)).toBe(before)
  })

  test('up to the deepest level of an outline is allowed', () => {
    const { paste } = pasting()
    expect(paste([tower(62)], 'a1').changes).toHaveLength(62)
  })

  test('in any gap, whatever was pasted there before, the order of siblings holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 })), { maxLength: 12 }),
        (steps) => {
          const { paste, outline, idOf, workbook, planId } = pasting()
          const expected: { readonly id: string; readonly title: string }[] = []
          for (const [gap, count] of steps) {
            const at = gap % (expected.length + 1)
            const nodes = Array.from({ length: count }, () => ({
              ...leaf('indsats', `${newId()}`),
              id: newId(),
            }))
            const after = expected[at - 1]?.id ?? null
            const place = { parentId: idOf('B'), after }
            workbook.execute({ type: 'outline.paste', planId, ...place, nodes } satisfies Paste)
            expected.splice(at, 0, ...nodes)
          }
          paste([leaf('section', 'last')], null, 'C')
          const titles = expected.map(({ title }) => title).join(' ')
          expect(outline()).toBe(`A(a1 a2) B${titles === '' ? '' : `(${titles})`} C last`)
          workbook.close()
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe('the border', () => {
  const valid = { type: 'outline.paste', planId: newId(), parentId: null, after: null }
  const many = Array.from({ length: MAX_PASTED_NODES + 1 }, () => leaf('indsats', 'x'))

  test.each<[string, readonly unknown[]]>([
    ['nothing', []],
    ['too many nodes', many],
    ['too many nodes below one', [{ ...leaf('indsats', 'x'), children: many.slice(1) }]],
    ['a deeper outline than there can be', [tower(65)]],
    ['an outline that would exhaust the stack', [tower(100_000)]],
    ['a milestone with a text', [{ ...leaf('milestone', 'x'), text: text('x') }]],
    [
      'dates of a milestone on an indsats',
      [{ ...leaf('indsats', 'x'), milestone: { whenText: '2027', responsible: null } }],
    ],
    ['coordinators of an indsats', [{ ...leaf('indsats', 'x'), coordinators: ['Direktionen'] }]],
    ['an annex that is no section', [{ ...leaf('indsats', 'x'), annex: true }]],
    ['the running text among the rows', [{ ...leaf('indsats', 'x'), fields: { text: text('x') } }]],
    ['a surplus key', [{ ...leaf('indsats', 'x'), ref: 'x' }]],
  ])('%s is no paste', (_name, nodes) => {
    expect(commandSchema.safeParse({ ...valid, nodes }).success).toBe(false)
  })

  test('as many nodes as allowed are a paste', () => {
    expect(commandSchema.safeParse({ ...valid, nodes: many.slice(1) }).success).toBe(true)
  })
})

/** One indsats below the other, so many levels high. */
function tower(height: number): PastedNode {
  let top = leaf('indsats', 'tower')
  for (let level = 1; level < height; level++) top = { ...leaf('indsats', 'tower'), children: [top] }
  return top
}
