// @vitest-environment happy-dom

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Problem } from '../../../preload/contract.ts'
import { useNotice } from '../../../renderer/state/notices.ts'
import { useView } from '../../../renderer/state/view.ts'
import { settled } from '../overview/show-page.tsx'
import { shownDialogs } from './shown-dialogs.tsx'

const notice = () => useNotice.getState().notice
const button = (name: string) => screen.getByRole('button', { name })

/** The program when it has said that the file, of which it keeps two states, cannot be opened. */
async function lost(code: 'workbook.missing' | 'workbook.damaged' | 'workbook.empty') {
  const page = await shownDialogs()
  const { program } = page
  program.workbook.save()
  program.workbook.backups.keep('hourly')
  program.workbook.execute({ type: 'organisation.rename', name: 'Nyborg' })
  program.workbook.backups.keep('hourly')
  const { file } = program.workbook
  const problem: Problem =
    code === 'workbook.damaged' ? { code, details: { file, finding: '' } } : { code, details: { file } }
  act(() => program.tell('problem.occurred', problem))
  await settled()
  return { ...page, file }
}

describe('a workbook that is damaged or gone', () => {
  test.each(['workbook.missing', 'workbook.damaged', 'workbook.empty'] as const)(
    'is offered from what this computer keeps of it: %s',
    async (code) => {
      await lost(code)
      expect(notice()?.offer?.text).toBe('Hent en tidligere udgave …')
    },
  )

  test('comes back into a file of its own, which is opened', async () => {
    const { user, program, file } = await lost('workbook.missing')
    act(() => notice()?.offer?.run())
    await settled()
    const states = screen.getAllByRole('radio')
    expect(states.map((radio) => radio instanceof HTMLInputElement && radio.checked)).toEqual([true, false])
    expect(screen.queryByText('Red i stedet, hvad der kan læses …')).toBeNull()
    await user.click(button('Gem som ny fil …'))
    const made = join(dirname(file), 'Hentet.sqlite')
    await waitFor(() =>
      expect(program.asked.at(-1)).toEqual({ name: 'workbook.open', input: { file: made } }),
    )
    expect(existsSync(made)).toBe(true)
    expect(useView.getState().dialog).toBeNull()
  })

  test('can be salvaged instead, where there is something to read', async () => {
    const { user } = await lost('workbook.damaged')
    act(() => notice()?.offer?.run())
    await settled()
    await user.click(button('Red i stedet, hvad der kan læses …'))
    await settled()
    expect(screen.getByText('Red en beskadiget projektmappe')).toBeDefined()
  })

  test('says in the dialog why it could not be brought back', async () => {
    const { user, file } = await lost('workbook.damaged')
    writeFileSync(join(dirname(file), 'Hentet.sqlite'), 'en anden fil')
    act(() => notice()?.offer?.run())
    await settled()
    await user.click(button('Gem som ny fil …'))
    await settled()
    expect(screen.getByRole('alert').textContent).toMatch(/findes allerede og er ikke ændret/)
    expect(readFileSync(join(dirname(file), 'Hentet.sqlite'), 'utf8')).toBe('en anden fil')
  })
})
