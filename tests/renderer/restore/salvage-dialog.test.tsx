// @vitest-environment happy-dom

import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Problem } from '../../../preload/contract.ts'
import { useNotice } from '../../../renderer/state/notices.ts'
import { closeDialog, useView } from '../../../renderer/state/view.ts'
import { type ShownPage, settled } from '../overview/show-page.tsx'
import { shownDialogs } from './shown-dialogs.tsx'

const button = (name: string) => screen.getByRole('button', { name })
const notice = () => useNotice.getState().notice

/** A copy of the workbook with scratches, and the program when it has said so. */
async function refused(): Promise<ShownPage & { readonly damaged: string }> {
  const page = await shownDialogs()
  const { workbook } = page.program
  workbook.save()
  const bytes = readFileSync(workbook.file)
  for (let at = 8 * 4096; at < bytes.length; at += 9 * 4096) bytes.fill(255, at, at + 2000)
  const damaged = join(dirname(workbook.file), 'Fra mailen.sqlite')
  writeFileSync(damaged, bytes)
  told(page, { code: 'workbook.damaged', details: { file: damaged, finding: '' } })
  await settled()
  return { ...page, damaged }
}

const told = ({ program }: ShownPage, problem: Problem) =>
  act(() => program.tell('problem.occurred', problem))

async function offered(): Promise<void> {
  act(() => notice()?.offer?.run())
  await settled()
}

describe('a damaged workbook', () => {
  const file = 'bog.sqlite'
  test.each<readonly [Problem, boolean]>([
    [{ code: 'workbook.damaged', details: { file, finding: '' } }, true],
    [{ code: 'workbook.truncated', details: { file } }, true],
    [{ code: 'workbook.not-a-workbook', details: { file, looksLike: 'unknown' } }, true],
    [{ code: 'workbook.not-a-workbook', details: { file, looksLike: 'word' } }, false],
    [{ code: 'workbook.empty', details: { file } }, false],
    [{ code: 'workbook.missing', details: { file } }, false],
    [{ code: 'workbook.foreign-content', details: { file, finding: '' } }, true],
    [{ code: 'workbook.newer', details: { file, needs: '2.0' } }, false],
  ])('is offered to be salvaged, and nothing else is: %o', async (problem, isOffered) => {
    told(await shownDialogs(), problem)
    await settled()
    expect(notice()?.offer?.text ?? null).toBe(isOffered ? 'Red, hvad der kan reddes …' : null)
  })

  test('is read into a new one, and the list of what is not as before can be copied', async () => {
    const { program, user, damaged } = await refused()
    await offered()
    expect(screen.getByText(/»Fra mailen« igennem/)).toBeDefined()
    await user.click(button('Vælg fil …'))
    await waitFor(() => button('Åbn den nye projektmappe'))
    expect(program.asked).toContainEqual({ name: 'salvage.run', input: { file: damaged } })
    expect(screen.getByText(/^Reddet: \d+ plan(er)?, /)).toBeDefined()
    const list = screen.getByRole('textbox', { name: 'Det, der ikke er som før' })
    if (!(list instanceof HTMLTextAreaElement)) throw new Error('no list')
    expect(list.value.split('\n').length).toBeGreaterThan(1)
    expect(list.value).toMatch(/ kunne ikke læses/)
    await user.click(button('Kopiér listen'))
    await settled()
    expect(document.activeElement).toBe(list)
    expect([list.selectionStart, list.selectionEnd]).toEqual([0, list.value.length])
    expect(program.asked.at(-1)).toEqual({ name: 'clipboard.run', input: { what: 'copy' } })
    expect(screen.getByText('Listen er kopieret')).toBeDefined()
  })

  test('tells when it is read, where she has closed the dialog meanwhile', async () => {
    const { program, user } = await refused()
    const release = program.hold()
    await offered()
    await user.click(button('Vælg fil …'))
    expect(screen.getByText(/^Læser filen igennem/)).toBeDefined()
    act(closeDialog)
    release()
    await waitFor(() => {
      if (notice()?.text !== 'Det, der kunne læses, ligger i »Reddet«') throw new Error('not told')
    })
    await offered()
    expect(screen.getByText('Åbn den nye projektmappe')).toBeDefined()
    await user.click(screen.getByText('Luk'))
    expect(useView.getState().dialog).toBeNull()
  })

  test('of which nothing is left says so in the dialog', async () => {
    const page = await shownDialogs()
    const { user, program } = page
    const noise = join(dirname(program.workbook.file), 'støj.sqlite')
    writeFileSync(noise, Buffer.alloc(8192, 7))
    told(page, { code: 'workbook.not-a-workbook', details: { file: noise, looksLike: 'unknown' } })
    await settled()
    await offered()
    await user.click(button('Vælg fil …'))
    await settled()
    expect(screen.getByRole('alert').textContent).toMatch(/^Der kunne ikke læses noget fra en projektmappe/)
  })
})
