import { describe, expect, test } from 'vitest'
import { type Focus, focusSchema } from '../../db/model/focus.ts'
import { newId } from '../../db/model/ids.ts'
import { planToTypeIn, rename, write } from '../support/typist.ts'
import { reopen } from '../support/workbooks.ts'

function planWithFocus() {
  const plan = planToTypeIn()
  const at = (place: string): Focus => ({ planId: plan.planId, nodeId: plan.indsats, place })
  return { ...plan, at }
}

describe('the focus that was given with a command', () => {
  test('comes back with its undo and its redo, however often', () => {
    const { workbook, indsats, at } = planWithFocus()
    expect(workbook.execute(rename(indsats, 'Ny'), { focus: at('title@3') }).focus).toBeNull()
    for (let turn = 0; turn < 3; turn += 1) {
      expect(workbook.undo().focus).toEqual(at('title@3'))
      expect(workbook.redo().focus).toEqual(at('title@3'))
    }
  })

  test('is that of the command taken back, not of the one before or after', () => {
    const { workbook, indsats, section, at } = planWithFocus()
    workbook.execute(rename(indsats, 'Ny'), { focus: at('title@3') })
    workbook.execute(rename(section, 'B'), { focus: at('row') })
    workbook.execute(write(indsats, 'Ro'))
    expect(workbook.undo().focus).toBeNull()
    expect(workbook.undo().focus).toEqual(at('row'))
    expect(workbook.undo().focus).toEqual(at('title@3'))
    expect(workbook.redo().focus).toEqual(at('title@3'))
  })

  test('is where the user was before she began to type', () => {
    const { workbook, indsats, at } = planWithFocus()
    for (const [index, title] of ['F', 'Fl', 'Fle'].entries()) {
      workbook.execute(rename(indsats, title), { focus: at(`title@${index}`) })
    }
    expect(workbook.undo().focus).toEqual(at('title@0'))
  })

  test('survives a restart', () => {
    const { workbook, place, indsats, section, at } = planWithFocus()
    workbook.execute(rename(indsats, 'Ny'), { focus: at('title@3') })
    workbook.execute(rename(section, 'B'), { focus: at('row') })
    workbook.undo()
    workbook.save()
    workbook.close()
    const again = reopen(place)
    expect(again.redo().focus).toEqual(at('row'))
    again.undo()
    expect(again.undo().focus).toEqual(at('title@3'))
  })

  test.each([
    ['no JSON', 'title@3'],
    ['of another shape', '{"planId":7}'],
    ['null', 'null'],
  ])('is none where the file holds what is %s', (_name, text) => {
    const { workbook, indsats, at } = planWithFocus()
    workbook.execute(rename(indsats, 'Ny'), { focus: at('title@3') })
    workbook.db.prepare('UPDATE txn SET focus = ? WHERE focus IS NOT NULL').run(text)
    expect(workbook.undo().focus).toBeNull()
  })
})

test.each<[string, unknown, boolean]>([
  ['a row of the outline is a focus', { planId: newId(), nodeId: newId(), place: 'row' }, true],
  ['the cover is one', { planId: newId(), nodeId: null, place: 'cover:aftalepart' }, true],
  ['a place too long is none', { planId: newId(), nodeId: null, place: 'x'.repeat(201) }, false],
  ['nowhere is none', { planId: '', nodeId: null, place: 'row' }, false],
  ['more than that is none', { planId: newId(), nodeId: null, place: 'row', caret: 7 }, false],
])('%s', (_name, value, allowed) => {
  expect(focusSchema.safeParse(value).success).toBe(allowed)
})
