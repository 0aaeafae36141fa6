// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useWorkbook } from '../../../renderer/state/workbook.ts'
import { node, planOf, settled, showDetails } from './show-details.tsx'

const centre = planOf({
  id: 'center',
  variant: 'center',
  outline: [
    node({ type: 'indsats', id: 'egen', title: 'Egen indsats', realises: ['politik/mod'] }),
    node({
      type: 'bidrag',
      title: 'Faste teams',
      coordinators: ['Direktionen'],
      contributesTo: ['direktionen/sammenhaeng', 'hos-naboen/ukendt'],
    }),
    node({ type: 'bidrag', title: 'Eget bidrag', contributesTo: ['egen'] }),
  ],
})

const directors = planOf({
  id: 'direktionen',
  variant: 'direktion',
  unit: 'Direktionen',
  outline: [
    node({ type: 'indsats', id: 'sammenhaeng', title: 'Sammenhæng for borgeren' }),
    node({ type: 'indsats', id: 'dialog', title: 'Åben dialog' }),
    node({ type: 'bidrag', title: 'Direktionens hjælp', contributesTo: ['center/egen'] }),
  ],
})

const goals = planOf({
  id: 'politik',
  template: 'politisk-grundlag',
  title: 'Politisk grundlag',
  unit: 'Byrådet',
  outline: [node({ type: 'goal', id: 'mod', title: 'Mod på livet' })],
})

const all = [centre, directors, goals] as const

const linkRow = (name: string): HTMLElement => screen.getByRole('combobox', { name })

const tags = (name: string): readonly string[] =>
  within(screen.getByRole('toolbar', { name }))
    .getAllByText((_, element) => element?.tagName === 'SPAN' && element.children.length > 0)
    .map((tag) => tag.textContent ?? '')

const titles = (ids: readonly (string | null)[]): readonly string[] => {
  const { mirror } = useWorkbook.getState()
  return ids.map((id) => mirror?.nodes.get(id ?? '')?.title ?? mirror?.targets.get(id ?? '')?.title ?? '?')
}

const linksOf = (id: string) => useWorkbook.getState().mirror?.links.get(id) ?? []

test('a bidrag shows what it contributes to and where that stands; what is not in the workbook stays as written', async () => {
  const { choose } = await showDetails(...all)
  await choose('Faste teams')
  const shown = screen.getByRole('toolbar', { name: 'Bidrager til' }).textContent
  expect(shown).toContain('Sammenhæng for borgeren · Målaftale 2027-29, Direktionen')
  expect(shown).toContain('hos-naboen/ukendt (findes ikke i projektmappen)')
})

test('another indsats is found by typing and added, and the unknown reference is kept', async () => {
  const { choose, user, idOf } = await showDetails(...all)
  await choose('Faste teams')
  await user.type(linkRow('Bidrager til'), 'åben')
  await user.click(await screen.findByRole('option', { name: /Åben dialog/ }))
  await settled()
  const links = linksOf(idOf('Faste teams'))
  expect(links.map(({ toNode, toRef }) => toNode !== null || toRef)).toEqual([
    true,
    true,
    'hos-naboen/ukendt',
  ])
  expect(screen.getByRole('toolbar', { name: 'Bidrager til' }).textContent).toContain('Åben dialog')
})

test('what is linked already is not suggested, nor what the link may not lead to', async () => {
  const { choose, user } = await showDetails(...all)
  await choose('Faste teams')
  await user.type(linkRow('Bidrager til'), 'e')
  await screen.findAllByRole('option')
  const options = screen.getAllByRole('option').map((option) => option.textContent)
  expect(options).toContain('Egen indsatsdenne plan')
  expect(options.join()).not.toContain('Sammenhæng')
  expect(options.join()).not.toContain('bidrag')
})

test('a link is taken away', async () => {
  const { choose, user, idOf } = await showDetails(...all)
  await choose('Faste teams')
  await user.click(screen.getByRole('button', { name: /^Sammenhæng for borgeren.*Fjern$/ }))
  await settled()
  expect(linksOf(idOf('Faste teams')).map(({ toRef }) => toRef)).toEqual(['hos-naboen/ukendt'])
})

test('a link leads there, also into another plan', async () => {
  const { choose, user, program } = await showDetails(...all)
  await choose('Faste teams')
  await user.click(screen.getByRole('button', { name: /^Sammenhæng for borgeren.*Direktionen$/ }))
  await settled()
  expect(useWorkbook.getState().mirror?.planId).toBe(program.planIds[1])
  expect(screen.getByRole('textbox', { name: 'Titel, Indsats' })).toHaveProperty(
    'value',
    'Sammenhæng for borgeren',
  )
})

test('an indsats shows the goals behind it and everybody who contributes', async () => {
  const { choose, idOf } = await showDetails(...all)
  await choose('Egen indsats')
  expect(titles(linksOf(idOf('Egen indsats')).map(({ toNode }) => toNode))).toEqual(['Mod på livet'])
  expect(tags('Realiserer mål')[0]).toContain('Mod på livet · Politisk grundlag 2027-29, Byrådet')
  const group = screen.getByRole('group', { name: 'Sammenhæng' })
  expect(
    within(group)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['Eget bidrag denne plan', 'Direktionens hjælp Målaftale 2027-29, Direktionen'])
})

test('coordinators are units chosen by typing; a new name becomes a unit', async () => {
  const { choose, user, press } = await showDetails(...all)
  await choose('Faste teams')
  await user.type(linkRow('Koordinator'), 'cen')
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'Center for Børn',
    'Tilføj »cen« som ny enhed',
  ])
  await press('{Enter}')
  await user.type(linkRow('Koordinator'), 'Center for Job')
  await press('{Enter}')
  await settled()
  const units = [...useWorkbook.getState().units.values()].map(({ name }) => name)
  expect(units).toContain('Center for Job')
  const shown = screen.getByRole('toolbar', { name: 'Koordinator' }).textContent
  expect(shown).toBe('DirektionenCenter for BørnCenter for Job')
})
