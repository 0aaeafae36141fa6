// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { OtherOpener } from '../../../preload/contract.ts'
import { canAct, act as doAction } from '../../../renderer/actions/registry.ts'
import { SharingBars } from '../../../renderer/merge/sharing-bar.tsx'
import { useNotice } from '../../../renderer/state/notices.ts'
import { tellUndoable } from '../../../renderer/state/run.ts'
import { hearSharing } from '../../../renderer/state/sharing.ts'
import { useView } from '../../../renderer/state/view.ts'
import { useWorkbook } from '../../../renderer/state/workbook.ts'
import { settled, showPage } from '../overview/show-page.tsx'

const anne: OtherOpener = { who: 'Anne', machine: 'PC-ANNE', since: '2027-06-15T14:05:00', came: false }
const bo: OtherOpener = { who: 'Bo', machine: 'PC-BO', since: '2027-06-15T15:00:00', came: true }
const copy = { file: '/drev/Sundkøbing-PC-Anne.sqlite', at: '2027-06-12T09:30:00' }

/** The bars below a heading, which the page waits for. */
const shown = () =>
  showPage(
    () => (
      <>
        <h1>Planværk</h1>
        <SharingBars />
      </>
    ),
    '03',
  )

const hear = async (sharing: Partial<ReturnType<typeof useWorkbook.getState>['sharing']>) => {
  act(() => hearSharing({ others: [], copies: [], ...sharing }))
  await settled()
}

const bars = (): string => screen.queryByRole('region', { name: 'Deling' })?.textContent ?? ''
const notice = () => useNotice.getState().notice

describe('others who have the workbook open', () => {
  test('are told of with what can be done, once', async () => {
    const page = await shown()
    expect(bars()).toBe('')
    await hear({ others: [anne] })
    expect(bars()).toBe(
      'Projektmappen er åben hos Anne siden kl. 14.05 på PC-ANNE. I kan arbejde samtidig. Ændringerne flettes, når der gemmes.Åbn skrivebeskyttetÅbn alligevel, flet senere',
    )
    expect(notice()).toBeNull()
    await page.user.click(screen.getByRole('button', { name: 'Åbn alligevel, flet senere' }))
    expect(bars()).toBe('')
    await hear({ others: [anne] })
    expect(bars()).toBe('')
  })

  test('are told of together where they are several', async () => {
    await shown()
    await hear({ others: [anne, { ...bo, came: false }] })
    expect(bars()).toContain('Projektmappen er åben hos 2 andre: Anne og Bo.')
  })

  test('who come while something is offered to her do not take that away', async () => {
    await shown()
    act(() => tellUndoable('Slettet »Trivsel«'))
    await hear({ others: [bo] })
    expect(notice()?.text).toBe('Slettet »Trivsel«')
  })

  test('are a quiet line where they come while she works', async () => {
    await shown()
    await hear({ others: [bo] })
    expect(bars()).toBe('')
    expect(notice()).toMatchObject({
      kind: 'hint',
      text: 'Bo har åbnet projektmappen. Jeres ændringer flettes, når der gemmes.',
    })
    useNotice.setState({ notice: null })
    await hear({ others: [bo] })
    expect(notice()).toBeNull()
  })
})

describe('read only', () => {
  test('nothing that changes the workbook can be done, and whoever tries is told why', async () => {
    const page = await shown()
    await hear({ others: [anne] })
    await page.user.click(screen.getByRole('button', { name: 'Åbn skrivebeskyttet' }))
    await settled()
    expect(useWorkbook.getState().readOnly).toBe(true)
    expect(bars()).toBe('')
    const editing = ['plan.new', 'workbook.save', 'workbook.merge', 'row.delete', 'status.next'] as const
    expect(editing.filter(canAct)).toEqual([])
    expect(canAct('workbook.read-only')).toBe(true)
    act(() => doAction('plan.new'))
    expect(useView.getState().dialog).toBeNull()
    expect(notice()?.text).toContain('Projektmappen er skrivebeskyttet her.')
    act(() => doAction('workbook.read-only'))
    await settled()
    expect(canAct('plan.new')).toBe(true)
  })
})

describe('another copy beside the workbook', () => {
  test('is offered with its name and when it was saved', async () => {
    const page = await shown()
    await hear({ copies: [copy, { ...copy, file: '/drev/gammel.sqlite' }] })
    expect(bars()).toBe(
      'Der ligger en anden udgave ved siden af: »Sundkøbing-PC-Anne«, gemt 12. juni 2027 kl. 09.30.FletIkke nu',
    )
    await page.user.click(screen.getByRole('button', { name: 'Ikke nu' }))
    expect(page.program.asked.at(-1)).toEqual({ name: 'workbook.pass-copy', input: { file: copy.file } })
    await page.user.click(screen.getByRole('button', { name: 'Flet' }))
    expect(page.program.asked).toContainEqual({ name: 'workbook.merge', input: { file: copy.file } })
    await settled()
    expect(notice()).toMatchObject({ kind: 'problem' })
  })
})
