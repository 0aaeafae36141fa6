// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { node, planOf, settled, showDetails, text } from './show-details.tsx'

const bidrag = planOf({
  variant: 'center',
  outline: [
    node({
      type: 'section',
      key: 'egne-bidrag',
      title: 'Egne bidrag',
      children: [node({ type: 'bidrag', title: 'Faste teams', fields: { effekt: text('Mere trivsel.') } })],
    }),
  ],
})

test('the form has the side labels and rows of the paper form, in its order', async () => {
  const { choose } = await showDetails(bidrag)
  await choose('Faste teams')
  const groups = screen.getAllByRole('group').filter((group) => group.tagName === 'FIELDSET')
  expect(groups.map((group) => within(group).getByRole('heading').textContent)).toEqual([
    'Indsats',
    'Bidrag',
    'Effekt',
    'Andet',
    'Sammenhæng',
  ])
  const fields = screen.getAllByRole('textbox').map((field) => field.getAttribute('aria-label'))
  expect(fields).toEqual([
    'Titel, Bidrag',
    'Ophav',
    'Tekst til koordinatoren',
    'Beskrivelse',
    'Afsæt',
    'Problem',
    'Målgruppe',
    'Effekt',
    'Tekst til parametrene',
    'Tekst til milepælene',
    'Organisering',
    'Økonomi',
    'Rapportering',
  ])
})

test('an empty row shows its guidance and a dot, a filled one its text', async () => {
  const { choose, field } = await showDetails(bidrag)
  await choose('Faste teams')
  expect(field('Problem').textContent).toContain('Hvilket problem skal bidraget løse')
  expect(field('Effekt').textContent).toBe('Mere trivsel.')
  const missing = screen.getAllByRole('img', { name: 'Ikke udfyldt' })
  expect(missing).toHaveLength(11)
})

test('the guidance describes the field, filled or not', async () => {
  const { choose, field } = await showDetails(bidrag)
  await choose('Faste teams')
  const described = document.getElementById(field('Effekt').getAttribute('aria-describedby') ?? '')
  expect(described?.textContent).toContain('Beskriv den forskel, målgruppen skal opleve')
})

test('a title that is typed is sent, and taken away by undo', async () => {
  const { choose, field, idOf, press, user } = await showDetails(bidrag)
  await choose('Faste teams')
  await user.click(field('Titel, Bidrag'))
  await press('{End} i hjemmeplejen')
  expect(idOf('Faste teams i hjemmeplejen')).toBeDefined()
  await press('{Control>}z{/Control}')
  expect(field('Titel, Bidrag')).toHaveProperty('value', 'Faste teams')
})

test('a title takes no line ends and no more than the file can hold, and says so', async () => {
  const { choose, field, idOf, user } = await showDetails(bidrag)
  await choose('Faste teams')
  await user.clear(field('Titel, Bidrag'))
  await user.paste(`To\nlinjer ${'x'.repeat(3000)}`)
  await settled()
  expect(idOf(`To linjer ${'x'.repeat(1990)}`)).toBeDefined()
  expect(screen.getByRole('status').textContent).toContain('2.000')
})

test('the path leads up', async () => {
  const { choose, user } = await showDetails(bidrag)
  await choose('Faste teams')
  const path = screen.getByRole('navigation', { name: 'Sti' })
  expect(
    within(path)
      .getAllByRole('button')
      .map((crumb) => crumb.textContent),
  ).toEqual(['Målaftale 2027-29', 'Egne bidrag'])
  await user.click(within(path).getByRole('button', { name: 'Egne bidrag' }))
  await settled()
  expect(screen.getByRole('textbox', { name: 'Titel, Afsnit' })).toHaveProperty('value', 'Egne bidrag')
})

test('a text that no row of the template shows is shown, but not as a field', async () => {
  const fields = { 'gammel-raekke': text('Fra en tidligere skabelon.') }
  const { choose } = await showDetails(
    planOf({ outline: [node({ type: 'bidrag', title: 'Faste teams', fields })] }),
  )
  await choose('Faste teams')
  const rest = screen.getByRole('group', { name: 'Øvrige tekster' })
  expect(rest.textContent).toContain('Gammel raekke')
  expect(rest.textContent).toContain('Fra en tidligere skabelon.')
  expect(within(rest).queryByRole('textbox')).toBeNull()
})

test("a section of the user's own may be an annex, one of the template not", async () => {
  const { choose, user, program } = await showDetails(
    planOf({
      outline: [
        node({ type: 'section', key: 'indledning', title: 'Indledning' }),
        node({ type: 'section', title: 'Tal og figurer' }),
      ],
    }),
  )
  await choose('Indledning')
  expect(screen.queryByRole('switch')).toBeNull()
  await choose('Tal og figurer')
  await user.click(screen.getByRole('switch', { name: 'Bilag' }))
  await settled()
  expect(program.commands.at(-1)).toMatchObject({ type: 'node.set-annex', annex: true })
})

test('words and LIX are told when asked for, and follow the text', async () => {
  const { choose, user } = await showDetails(bidrag)
  await choose('Faste teams')
  expect(document.body.textContent).not.toContain('LIX 52')
  await user.click(screen.getByRole('button', { name: 'Ord og LIX' }))
  expect(document.body.textContent).toContain('2 ord · LIX 52 · svær')
})
