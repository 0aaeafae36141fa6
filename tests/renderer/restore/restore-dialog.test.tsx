// @vitest-environment happy-dom

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { Backup, BackupKind } from '../../../db/model/backup.ts'
import type { Command } from '../../../db/model/commands.ts'
import { newId } from '../../../db/model/ids.ts'
import { readAll } from '../../../db/queries/read.ts'
import type { Workbook } from '../../../db/workbook.ts'
import { useNotice } from '../../../renderer/state/notices.ts'
import { useWorkbook } from '../../../renderer/state/workbook.ts'
import { type ShownPage, settled } from '../overview/show-page.tsx'
import { choose, shownDialogs } from './shown-dialogs.tsx'

function keep({ backups }: Workbook, kind: BackupKind, at: string): Backup {
  vi.setSystemTime(new Date(at))
  const keeping = backups.keep(kind)
  if (keeping.outcome !== 'kept') throw new Error(keeping.outcome)
  return keeping.backup
}

async function execute({ program }: ShownPage, command: Command): Promise<void> {
  await program.api.request('command.execute', { command, focus: null })
  await settled()
}

/** An agreement of yesterday, in which one row was renamed and one deleted since; and a state of noon today. */
async function changed() {
  const page = await shownDialogs()
  const { workbook, planIds } = page.program
  const [planId = ''] = planIds
  keep(workbook, 'before-merge', '2027-06-14T14:05:00')
  const nodes = readAll(workbook.db, 'node')
  const idOf = (title: string) => nodes.find((node) => node.title === title)?.id ?? ''
  await execute(page, { type: 'node.rename', id: idOf('Sprog fra start'), title: 'Sprog' })
  await execute(page, { type: 'node.delete', id: idOf('Mellemformer i skolen') })
  keep(workbook, 'hourly', '2027-06-15T12:00:00')
  const titles = () => readAll(workbook.db, 'node').map(({ title }) => title)
  return { ...page, planId, titles }
}

/** The file of a state. */
function pathOf({ file }: Workbook, { name }: Backup): string {
  const rings = join(dirname(file), 'work-backups')
  const [ring = ''] = readdirSync(rings)
  return join(rings, ring, name)
}

/** Only whoever reads all of it finds out. */
function spoil(path: string): void {
  const bytes = readFileSync(path)
  bytes.fill(255, bytes.length / 2, bytes.length / 2 + 4096)
  writeFileSync(path, bytes)
}

const radio = (name: RegExp) => screen.getByRole('radio', { name })
const button = (name: string) => screen.getByRole('button', { name })
const isOff = (name: string) => button(name).getAttribute('aria-disabled') === 'true'
const notice = () => useNotice.getState().notice

/** Until the difference is told. */
const compared = (words: RegExp | string) => waitFor(() => screen.getByRole('heading', { name: words }))

describe('the dialog', () => {
  test('lists the states by day, the newest chosen and with the focus, and tells what differs', async () => {
    const { user } = await changed()
    await choose('backup.restore')
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'I dag',
      'I går',
    ])
    expect(screen.getAllByRole('radio').length).toBe(2)
    expect(document.activeElement).toBe(radio(/^12\.00 · Hver time ?1 plan, \d+ rækker, \d/))
    await compared('Projektmappen er, som den var da')
    expect([isOff('Gendan hele projektmappen'), isOff('Gendan valgte planer')]).toEqual([true, true])
    await user.click(radio(/^14\.05 · Før fletning/))
    await compared('Siden da: 1 plan er anderledes')
    const plan = screen.getByRole('listitem')
    expect(plan.textContent).toMatch(/\d+ rækker er slettet, 1 er ændret/)
    expect(plan.textContent).toContain('»Sprog«')
  })

  test('restores everything in one step, which one click takes back', async () => {
    const { user, titles } = await changed()
    const now = titles()
    await choose('backup.restore')
    await user.click(radio(/^14\.05/))
    await compared(/^Siden da/)
    await user.click(button('Gendan hele projektmappen'))
    await settled()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(titles()).toContain('Mellemformer i skolen')
    expect(notice()).toMatchObject({ text: 'Gendannet til 14. juni 2027 kl. 14.05', undoable: true })
    await user.click(screen.getByRole('button', { name: 'Fortryd', hidden: true }))
    await settled()
    expect(titles().toSorted()).toEqual(now.toSorted())
  })

  test('restores the chosen plans, and a plan that is gone is there again', async () => {
    const page = await changed()
    const { user, planId, program } = page
    await execute(page, { type: 'plan.delete', id: planId })
    await choose('backup.restore')
    await compared('Siden da: 1 plan er anderledes')
    expect(screen.getByRole('listitem').textContent).toContain('Planen er slettet siden')
    await user.click(within(screen.getByRole('listitem')).getByRole('checkbox'))
    await user.click(button('Gendan 1 plan'))
    await settled()
    expect(program.asked.at(-1)).toMatchObject({ name: 'backup.restore', input: { plans: [planId] } })
    expect([...useWorkbook.getState().plans.keys()]).toEqual([planId])
  })

  test('lets a plan that was not there only go with everything', async () => {
    const page = await changed()
    await execute(page, { type: 'plan.duplicate', id: page.planId, newId: newId(), title: 'Kopi' })
    await choose('backup.restore')
    await compared(/^Siden da/)
    const plan = screen.getByRole('listitem')
    expect(plan.textContent).toContain('Planen er kommet til siden')
    expect(within(plan).queryByRole('checkbox')).toBeNull()
  })

  test('says of a damaged state that it is, before and after it was looked into', async () => {
    const { program, user } = await changed()
    const { workbook } = program
    const [newest, oldest] = workbook.backups.list()
    if (!newest || !oldest) throw new Error('nothing was kept')
    spoil(pathOf(workbook, newest))
    writeFileSync(pathOf(workbook, oldest), 'x')
    await choose('backup.restore')
    expect(screen.getAllByText('Beskadiget').length).toBe(1)
    await waitFor(() => screen.getByText(/^Sikkerhedskopien er beskadiget/))
    expect(isOff('Gendan hele projektmappen')).toBe(true)
    await user.click(radio(/Beskadiget/))
    await waitFor(() => screen.getByText(/^Denne udgave er beskadiget/))
    expect(isOff('Gendan hele projektmappen')).toBe(true)
  })

  test('is about to say something while main has not answered, and says so where there is nothing', async () => {
    const { program } = await shownDialogs()
    const release = program.hold()
    await choose('backup.restore')
    expect(screen.getByText('Finder de tidligere udgaver …')).toBeDefined()
    release()
    await settled()
    expect(screen.getByText('Der er ingen tidligere udgaver endnu')).toBeDefined()
  })
})
