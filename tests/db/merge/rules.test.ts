import { describe, expect, test } from 'vitest'
import {
  colleagues,
  conflictsIn,
  move,
  nodeIn,
  remove,
  rename,
  settle,
  textIn,
  write,
} from '../../support/colleagues.ts'
import { contentOf, reopen } from '../../support/workbooks.ts'

describe('what only one of two wrote', () => {
  test('comes to the other, without a question', () => {
    const {
      people: [anne, bo],
      plan,
    } = colleagues()
    if (!anne || !bo) throw new Error()
    bo.does(rename(plan.node('A'), 'Bos titel'))
    const merged = anne.takes(bo)
    expect(nodeIn(anne, plan.node('A'))?.title).toBe('Bos titel')
    expect(merged).toMatchObject({
      dot: null,
      people: [{ who: 'Bo', commands: 1 }],
      conflicts: [],
      notices: [],
    })
    expect(contentOf(anne.workbook)).toBe(contentOf(bo.workbook))
  })
  test('both', () => {
    const {
      people: [anne, bo],
      plan,
    } = colleagues()
    if (!anne || !bo) throw new Error()
    bo.does(rename(plan.node('A'), 'Bos titel'))
    anne.does(rename(plan.node('B'), 'Annes'), write(plan.node('læsning'), 'effekt', 'Et!', 'To', 'Tre'))
    bo.does(write(plan.node('læsning'), 'effekt', 'Et', 'To', 'Tre!'))
    const merged = anne.takes(bo)
    expect(merged.notices).toMatchObject([{ kind: 'text-merged' }])
    expect(textIn(anne, plan.node('læsning'))).toEqual(['Et!', 'To', 'Tre!'])
    settle(anne, bo)
    expect(contentOf(anne.workbook)).toBe(contentOf(bo.workbook))
    anne.does(rename(plan.node('A'), 'x'))
    bo.does(rename(plan.node('A'), 'y'))
    const m2 = anne.takes(bo)
    expect(m2.conflicts).toHaveLength(1)
    settle(anne, bo)
    expect(contentOf(anne.workbook)).toBe(contentOf(bo.workbook))
    expect(conflictsIn(bo)).toHaveLength(1)
    bo.workbook.save()
  })
})
