import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'
import { mayStandUnder, typesUnder } from '../../../db/model/template/rules.ts'
import type { NodeType } from '../../../db/model/template/template.ts'
import { dropOf, dropPlaceAt } from '../../../renderer/outline/model/drop.ts'
import { indentOf, outdentOf } from '../../../renderer/outline/model/indent.ts'
import { isMeasure, type Outline, topmost } from '../../../renderer/outline/model/outline.ts'
import type { Rearrangement } from '../../../renderer/outline/model/rearranging.ts'
import { shiftOf } from '../../../renderer/outline/model/shift.ts'
import { visibleRows } from '../../../renderer/outline/model/visible-rows.ts'
import { linesOf, outlineIn, rearranged } from './shorthand.ts'

/** What must hold whatever the outline and whichever rows are moved. */

const letters: Readonly<Partial<Record<NodeType, string>>> = {
  section: 'S',
  indsats: 'I',
  bidrag: 'B',
  milestone: 'm',
  indicator: 'i',
}

interface Seed {
  readonly depth: number
  readonly pick: number
}

const seeds = fc.array(fc.record({ depth: fc.nat(4), pick: fc.nat(20) }), { minLength: 1, maxLength: 14 })

/** An outline that the template allows, measures before the other children. */
const outlines = seeds.map((all: readonly Seed[]): Outline => {
  const lines: string[] = []
  /** Types from the top down to the row above, each with whether it has other children than measures. */
  const path: { readonly type: NodeType; hasOthers: boolean }[] = []
  for (const { depth, pick } of all) {
    path.length = Math.min(depth, path.length)
    while (path.length > 0 && typesAt(path).length === 0) path.length -= 1
    const types = typesAt(path)
    const type = types[pick % types.length] ?? 'section'
    lines.push(`${'  '.repeat(path.length)}${letters[type]} ${lines.length}`)
    const parent = path.at(-1)
    if (parent && !isMeasure(type)) parent.hasOthers = true
    path.push({ type, hasOthers: false })
  }
  return outlineIn(lines.join('\n'))
})

function typesAt(
  path: readonly { readonly type: NodeType; readonly hasOthers: boolean }[],
): readonly NodeType[] {
  const parent = path.at(-1)
  const types = typesUnder(maalaftale, parent ?? null)
  return parent?.hasOthers ? types.filter((type) => !isMeasure(type)) : types
}

const scenes = fc
  .tuple(outlines, fc.uniqueArray(fc.nat(13), { minLength: 1, maxLength: 4 }))
  .map(([outline, picks]) => {
    const all = [...outline.mirror.nodes.keys()]
    const ids = all.filter((_, index) => picks.some((pick) => pick % all.length === index))
    return { outline, ids: topmost(outline.mirror, ids) }
  })

const operations: Readonly<Record<string, (outline: Outline, ids: readonly string[]) => Rearrangement>> = {
  indent: indentOf,
  outdent: outdentOf,
  'move up': (outline, ids) => shiftOf(outline, ids, -1),
  'move down': (outline, ids) => shiftOf(outline, ids, 1),
  drop: (outline, ids) => {
    const rows = visibleRows(outline.mirror, {
      folded: new Set(),
      root: null,
      filter: '',
      kept: new Set(),
    })
    const place = dropPlaceAt(outline, rows, ids, { gap: ids.length * 3, level: ids.length })
    return place ? dropOf(outline, ids, place) : { ok: true, moves: [] }
  },
}

const drawn = (outline: Outline): string => rearranged(outline, { ok: true, moves: [] })

const titles = (drawing: string): readonly string[] => linesOf(drawing).map((line) => line.trim())

describe.each(Object.keys(operations))('%s', (name) => {
  const operate = operations[name] ?? (() => ({ ok: true, moves: [] }))

  test('loses no row and makes none', () => {
    fc.assert(
      fc.property(scenes, ({ outline, ids }) => {
        const result = operate(outline, ids)
        if (!result.ok) return
        expect(titles(rearranged(outline, result)).toSorted()).toEqual(titles(drawn(outline)).toSorted())
      }),
    )
  })

  test('leaves every row where the template lets it stand', () => {
    fc.assert(
      fc.property(scenes, ({ outline, ids }) => {
        const result = operate(outline, ids)
        if (!result.ok) return
        const { mirror } = outlineIn(rearranged(outline, result))
        for (const node of mirror.nodes.values()) {
          const parent = node.parentId === null ? null : (mirror.nodes.get(node.parentId) ?? null)
          expect(mayStandUnder(maalaftale, node.type, parent)).toBe(true)
        }
      }),
    )
  })

  test('takes along what is below the rows', () => {
    fc.assert(
      fc.property(scenes, ({ outline, ids }) => {
        const result = operate(outline, ids)
        if (!result.ok) return
        const { mirror } = outlineIn(rearranged(outline, result))
        for (const id of ids) {
          const own = outline.mirror.children.get(id) ?? []
          const now = mirror.children.get(id) ?? []
          expect(now.filter((child) => own.includes(child))).toEqual(own)
        }
      }),
    )
  })
})

test('outdenting what was indented puts it back', () => {
  fc.assert(
    fc.property(scenes, ({ outline, ids }) => {
      const [id = ''] = ids
      const result = indentOf(outline, [id])
      if (!result.ok) return
      const indented = outlineIn(rearranged(outline, result))
      const back = outdentOf(indented, [id])
      // A milestone that came among those of the row above leaves from there after the row's other children.
      expect(back.ok && rearranged(indented, back)).toBe(drawn(outline))
    }),
  )
})

test('outdenting changes no row’s place in the list where those that follow may come along', () => {
  fc.assert(
    fc.property(outlines, fc.nat(13), ({ mirror }, pick) => {
      // Sections may stand below each other everywhere.
      const lines = linesOf(drawn({ ...outlineIn(''), mirror })).map((line) => line.replace(/\w/, 'S'))
      const sections = outlineIn(lines.join('\n'))
      const ids = [...sections.mirror.nodes.keys()]
      const result = outdentOf(sections, [ids[pick % ids.length] ?? ''])
      if (result.ok) expect(titles(rearranged(sections, result))).toEqual(titles(drawn(sections)))
    }),
  )
})
