// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useDroppedFiles } from '../../../renderer/shell/drop.ts'
import { useNotice } from '../../../renderer/state/notices.ts'
import { startProgram } from '../../../renderer/state/program.ts'
import { write } from '../../support/colleagues.ts'
import { municipality, SCHOOL } from '../../support/packets.ts'
import { settled } from '../overview/show-page.tsx'
import { fakeProgram } from '../support/fake-program.ts'

/** Drops what a unit has filled in on the window of the workbook that it was asked from. */
async function dropped() {
  const { workbook, node, wish, sent } = municipality()
  const packet = sent(wish(SCHOOL))
  packet.execute(write(node('Trivselsmøder hver fjerde uge'), 'effekt', 'Fyldt ud'))
  packet.save()
  const program = fakeProgram([], workbook)
  const { file } = packet
  Object.defineProperty(window, 'planvaerk', {
    configurable: true,
    value: { ...program.api, pathOf: () => file },
  })
  await startProgram()
  renderHook(useDroppedFiles)
  const event = new Event('drop')
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [{}] } })
  await act(async () => {
    window.dispatchEvent(event)
    await settled()
  })
  return { program, file }
}

test('an answer that is dropped on the window is merged into the workbook that it is a packet of', async () => {
  const { program, file } = await dropped()
  expect(program.asked.at(-1)).toEqual({ name: 'workbook.merge', input: { file } })
  expect(useNotice.getState().notice?.text).toMatch(/Bo/)
})
