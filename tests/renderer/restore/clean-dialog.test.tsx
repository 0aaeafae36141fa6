// @vitest-environment happy-dom

import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { act, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { useNotice } from '../../../renderer/state/notices.ts'
import { useView } from '../../../renderer/state/view.ts'
import { useWorkbook } from '../../../renderer/state/workbook.ts'
import { settled } from '../overview/show-page.tsx'
import { choose, shownDialogs } from './shown-dialogs.tsx'

const button = (name: string) => screen.getByRole('button', { name })

describe('a copy to send out of the house', () => {
  test('is told of before, and after it is written shown in its folder', async () => {
    const { program, user } = await shownDialogs()
    await choose('clean.write')
    expect(screen.getByText(/uden historik/)).toBeDefined()
    await user.click(button('Vælg fil …'))
    await settled()
    expect(screen.queryByRole('dialog')).toBeNull()
    const notice = useNotice.getState().notice
    expect(notice?.text).toBe('Den rene kopi er skrevet: »Ren kopi«')
    act(() => notice?.offer?.run())
    await settled()
    const { name, input } = program.asked.at(-1) ?? {}
    expect([name, existsSync(String(Object(input).path))]).toEqual(['file.reveal', true])
  })

  test('is refused while something waits to be decided, and the way there is offered', async () => {
    const { program, user } = await shownDialogs()
    act(() => useWorkbook.setState({ conflicts: new Set([crypto.randomUUID(), crypto.randomUUID()]) }))
    await choose('clean.write')
    expect(screen.getByRole('alert').textContent).toMatch(/^Der er 2 steder, hvor to har skrevet hver sit/)
    await user.click(button('Gå til Fletninger'))
    await settled()
    expect([useView.getState().page, useView.getState().dialog]).toEqual(['merges', null])
    expect(program.asked.some(({ name }) => name === 'clean.write')).toBe(false)
  })

  test('that cannot be written says why', async () => {
    const { program, user } = await shownDialogs()
    // What lies where the copy is to be is a folder.
    mkdirSync(join(dirname(program.workbook.file), 'Ren kopi.sqlite'))
    await choose('clean.write')
    await user.click(button('Vælg fil …'))
    await settled()
    expect(screen.getByRole('alert').textContent).toContain('Ren kopi.sqlite')
    expect(useNotice.getState().notice).toBeNull()
  })
})
