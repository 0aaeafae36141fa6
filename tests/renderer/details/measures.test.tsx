// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useWorkbook } from '../../../renderer/state/workbook.ts'
import { node, planOf, settled, showDetails } from './show-details.tsx'

const measured = planOf({
  outline: [
    node({
      type: 'bidrag',
      title: 'Faste teams',
      indicators: [
        { title: 'Skift af hjælper', unit: 'antal', baseline: '9', target: '4', when: 'ultimo 2028' },
      ],
      milestones: [
        { title: 'Første team', when: 'foråret 2027', responsible: 'Lederen' },
        { title: 'Alle teams', when: '2. kvartal' },
      ],
    }),
    node({ type: 'bidrag', title: 'Uden mål' }),
  ],
})

const milestones = (): readonly string[] => {
  const table = screen.getByRole('table', { name: 'Milepæle' })
  const fields = within(table).getAllByRole('textbox', { name: /^Milepæl, / })
  return fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : ''))
}

const time = (place: number): HTMLElement => screen.getByRole('combobox', { name: `Tid, milepæl ${place}` })

/** What is said of a time under it. */
const said = (field: HTMLElement): string =>
  document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent ?? ''

const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null

test('milestones and indicators stand in tables, each field named by its column and row', async () => {
  const { choose, field } = await showDetails(measured)
  await choose('Faste teams')
  expect(milestones()).toEqual(['Første team', 'Alle teams'])
  expect(field('Ansvarlig, milepæl 1')).toHaveProperty('value', 'Lederen')
  expect(field('Fra (udgangspunkt), parameter 1')).toHaveProperty('value', '9')
})

test('Enter goes down the column, and from the last row into a new one', async () => {
  const { choose, field, user, press } = await showDetails(measured)
  await choose('Faste teams')
  await user.click(field('Milepæl, milepæl 1'))
  await press('{Enter}')
  expect(focused()).toBe('Milepæl, milepæl 2')
  await press('{Enter}')
  expect(focused()).toBe('Milepæl, milepæl 3')
  await press('Evaluering')
  expect(milestones()).toEqual(['Første team', 'Alle teams', 'Evaluering'])
})

test('the first one is added by the button, and what is typed in it is saved', async () => {
  const { choose, user, press, program } = await showDetails(measured)
  await choose('Uden mål')
  await user.click(screen.getByRole('button', { name: 'Tilføj milepæl' }))
  await settled()
  await press('Begyndt{Tab}marts 2027')
  expect(milestones()).toEqual(['Begyndt'])
  const rows = program.workbook.db
    .prepare("SELECT whenText FROM milestone WHERE whenText = 'marts 2027'")
    .all()
  expect(rows).toHaveLength(1)
})

test('a row is moved by keys, and the caret goes with it', async () => {
  const { choose, press, user } = await showDetails(measured)
  await choose('Faste teams')
  await user.click(time(2))
  await press('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}')
  expect(milestones()).toEqual(['Alle teams', 'Første team'])
  expect(focused()).toBe('Tid, milepæl 1')
  await press('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}')
  expect(milestones()).toEqual(['Første team', 'Alle teams'])
})

test('a row is deleted by a key, told of, and comes back', async () => {
  const { choose, press, user, notice, field } = await showDetails(measured)
  await choose('Faste teams')
  await user.click(field('Milepæl, milepæl 1'))
  await press('{Control>}{Shift>}{Backspace}{/Shift}{/Control}')
  expect(milestones()).toEqual(['Alle teams'])
  expect(focused()).toBe('Milepæl, milepæl 1')
  expect(notice()).toBe('Slettet »Første team«')
  await press('{Control>}z{/Control}')
  expect(milestones()).toEqual(['Første team', 'Alle teams'])
})

test('with the last row gone, the focus is on the button that adds one', async () => {
  const { choose, user } = await showDetails(measured)
  await choose('Faste teams')
  await user.click(screen.getByRole('button', { name: 'Slet parameter 1' }))
  await settled()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Tilføj parameter' }))
})

test('a time says at once how it is understood, also while it is typed', async () => {
  const { choose, user } = await showDetails(measured)
  await choose('Faste teams')
  expect(said(time(1))).toBe('→ 1. marts – 31. maj 2027')
  await user.clear(time(1))
  await user.type(time(1), 'når det passer')
  expect(said(time(1))).toBe('Ikke forstået som tid; teksten beholdes')
})

test('a time without its year is offered those of the plan, and a click writes one', async () => {
  const { choose, user, program } = await showDetails(measured)
  await choose('Faste teams')
  expect(said(time(2))).toContain('I planperioden:')
  await user.click(screen.getByRole('button', { name: '2. kvartal 2028' }))
  await settled()
  expect(time(2)).toHaveProperty('value', '2. kvartal 2028')
  expect(program.commands.at(-1)).toMatchObject({ changes: { whenText: '2. kvartal 2028' } })
})

test('times are suggested while one is typed; arrows choose, Enter takes', async () => {
  const { choose, user, press } = await showDetails(measured)
  await choose('Faste teams')
  await user.clear(time(1))
  await user.type(time(1), 'ult')
  const options = screen.getAllByRole('option').map((option) => option.textContent)
  expect(options).toEqual([
    'ultimo 2027december 2027',
    'ultimo 2028december 2028',
    'ultimo 2029december 2029',
  ])
  await press('{ArrowDown}{ArrowDown}{Enter}')
  expect(time(1)).toHaveProperty('value', 'ultimo 2028')
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('Escape closes the suggestions and keeps what is typed', async () => {
  const { choose, user, press } = await showDetails(measured)
  await choose('Faste teams')
  await user.clear(time(1))
  await user.type(time(1), 'ult')
  await press('{Escape}')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(time(1)).toHaveProperty('value', 'ult')
  expect(document.activeElement).toBe(time(1))
})

test('a milestone and an indicator that are chosen in the outline have a form of their own', async () => {
  const { choose, user, press, field, idOf } = await showDetails(measured)
  await choose('Første team')
  expect(field('Titel, Milepæl')).toHaveProperty('value', 'Første team')
  await user.click(field('Ansvarlig'))
  await press('{End} af teamet')
  const { mirror } = useWorkbook.getState()
  expect(mirror?.milestones.get(idOf('Første team'))?.responsible).toBe('Lederen af teamet')
  await choose('Skift af hjælper')
  expect(field('Til (mål)')).toHaveProperty('value', '4')
})
