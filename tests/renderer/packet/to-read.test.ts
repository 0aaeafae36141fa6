// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import type { ActionId } from '../../../preload/actions.ts'
import { act, canAct } from '../../../renderer/actions/registry.ts'
import { goToRow } from '../../../renderer/outline/row-focus.ts'
import { isNodeToRead } from '../../../renderer/state/locked.ts'
import { openPlan } from '../../../renderer/state/navigate.ts'
import { useNotice } from '../../../renderer/state/notices.ts'
import { startProgram } from '../../../renderer/state/program.ts'
import { useView } from '../../../renderer/state/view.ts'
import { useWorkbook } from '../../../renderer/state/workbook.ts'
import { municipality, SCHOOL } from '../../support/packets.ts'
import { fakeProgram } from '../support/fake-program.ts'

const BIDRAG = 'Trivselsmøder hver fjerde uge'
const INDSATS = 'Tidlig opsporing af børn i mistrivsel'

/** A window with the packet of the school open, at a row of one of its plans. */
async function packetAt(title: string) {
  const { node, unit, sent } = municipality()
  const packet = sent({ unitId: unit(SCHOOL), indsatser: [node(INDSATS)] })
  const program = fakeProgram([], packet)
  Object.defineProperty(window, 'planvaerk', { configurable: true, value: program.api })
  await startProgram()
  const plan = packet.plans.find(({ unitId }) => (unitId === unit(SCHOOL)) === (title !== INDSATS))
  await openPlan(plan?.id ?? '')
  const { mirror } = useWorkbook.getState()
  const row = [...(mirror?.nodes.values() ?? [])].find((each) => each.title === title)?.id ?? ''
  goToRow(row)
  return { row, program }
}

const rowActions: readonly ActionId[] = [
  'row.edit',
  'row.delete',
  'row.duplicate',
  'row.cut',
  'row.new-milestone',
  'status.next',
]
const can = (): readonly ActionId[] => rowActions.filter(canAct)

describe('in a packet', () => {
  test('an indsats is there to be read: nothing changes it, and she is told why', async () => {
    const { row, program } = await packetAt(INDSATS)
    expect(isNodeToRead(useWorkbook.getState(), row)).toBe(true)
    expect(can()).toEqual([])
    for (const id of rowActions) act(id)
    expect(program.commands).toEqual([])
    expect(useNotice.getState().notice?.text).toMatch(/^Kun til læsning/)
    goToRow(row, 'end')
    expect(useView.getState().outline).toMatchObject({ current: row, editing: false })
  })

  test('the unit’s own bidrag is to be filled in', async () => {
    const { row } = await packetAt(BIDRAG)
    expect(isNodeToRead(useWorkbook.getState(), row)).toBe(false)
    expect(can()).toEqual(rowActions)
  })

  test('a new bidrag may stand in the section for them, and nothing else', async () => {
    const { row, program } = await packetAt('Egne bidrag')
    expect(can()).toEqual([])
    expect([canAct('row.new-child'), canAct('row.new-sibling')]).toEqual([true, false])
    act('row.new-child')
    expect(program.commands).toMatchObject([{ type: 'node.insert', nodeType: 'bidrag', parentId: row }])
  })

  test('what is of the whole workbook cannot be done', async () => {
    await packetAt(BIDRAG)
    const whole: readonly ActionId[] = ['plan.new', 'plan.properties', 'workbook.import', 'packet.send']
    expect(whole.filter(canAct)).toEqual([])
    act('plan.new')
    expect(useNotice.getState().notice?.text).toMatch(/i den hele projektmappe/)
    expect(useView.getState().dialog).toBe(null)
    expect((['workbook.save', 'workbook.save-as', 'export.word'] as const).filter(canAct)).toHaveLength(3)
  })
})
