import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Scene, story } from '../support/story.ts'

const all = [
  'Direktionens strategiplan · Direktionen',
  'Fokus · Direktionen',
  'Handleplan · Direktionen',
  'Kommissorium for En enklere hverdag · Direktionen',
  'Målaftale · Center for By, Plan & Klima',
  'Målaftale · Center for Børn & Læring',
  'Målaftale · Center for Sundhed & Omsorg',
  'Målaftale · Direktionen',
  'Målaftale · Strandvejens Skole',
  'Politisk grundlag · Byrådet',
]

test('she finds a plan by words, kind, unit, period and status', async () => {
  const { page, shows } = await start()
  const choose = (name: string) => page.getByRole('combobox', { name })
  await shows('10 planer', all)
  await page.getByRole('textbox', { name: 'Filtrér planer' }).fill('mål center')
  await shows('3 af 10 planer', all.slice(4, 7))
  await choose('Status').selectOption('Høring')
  await shows('1 af 10 planer', all.slice(4, 5))
  await choose('Periode').selectOption('2027')
  await shows('0 af 10 planer', [])
  await page.getByText('Ingen planer passer til filteret.').waitFor()
  await page.getByRole('button', { name: 'Vis alle planer' }).click()
  await choose('Slags').selectOption('Målaftale')
  await choose('Enhed').selectOption('Strandvejens Skole')
  await shows('1 af 10 planer', all.slice(8, 9))
})

test('she sorts the list, and finds it so when she comes back', async () => {
  const { page, press, program, again } = await start()
  const column = (name: string, where = page) => where.getByRole('columnheader', { name })
  await column('Enhed').getByRole('button').click()
  await expect.poll(() => column('Enhed').getAttribute('aria-sort')).toBe('ascending')
  const byUnit = ['Byrådet', 'Center for By, Plan & Klima', 'Center for Børn & Læring']
  await expect.poll(async () => (await rowsOf(page)).slice(0, 3).map(unitOf)).toEqual(byUnit)
  await column('Enhed').getByRole('button').focus()
  await press('Enter')
  await expect.poll(async () => (await rowsOf(page)).slice(0, 1).map(unitOf)).toEqual(['Strandvejens Skole'])
  await program.close()

  const later = await again()
  await later.shows('10 planer', [
    'Målaftale · Strandvejens Skole',
    'Direktionens strategiplan · Direktionen',
    'Fokus · Direktionen',
    'Handleplan · Direktionen',
    'Kommissorium for En enklere hverdag · Direktionen',
    'Målaftale · Direktionen',
    'Målaftale · Center for Sundhed & Omsorg',
    'Målaftale · Center for Børn & Læring',
    'Målaftale · Center for By, Plan & Klima',
    'Politisk grundlag · Byrådet',
  ])
  expect(await column('Enhed', later.page).getAttribute('aria-sort')).toBe('descending')
})

test('she makes, renames, copies and deletes plans, and takes it back', async () => {
  const scene = await start()
  const { page, press, type, shows, focused, plan, notice, row } = scene
  await page.getByRole('button', { name: 'Ny plan' }).click()
  await page.getByRole('combobox', { name: 'Skabelon' }).selectOption('Handleplan')
  // A new unit, though others begin like it.
  await press('Tab')
  await type('Center')
  await page.getByRole('listbox').getByRole('option', { name: 'Center for Børn & Læring' }).waitFor()
  await press('Tab')
  await type('Handleplan for havnen')
  await press('Enter')
  await focused(row('Formål'))
  await press('Control+1')
  await shows('11 planer', [...all.slice(0, 3), 'Handleplan for havnen · Center', ...all.slice(3)])

  // Her place in the list is the plan that she comes from.
  await focused(plan('Handleplan for havnen'))
  await press('F2')
  await type('Havneplan')
  await press('Enter')
  await focused(plan('Havneplan'))
  const havneplan = page.getByRole('row').filter({ has: plan('Havneplan') })
  await menuOf(havneplan, 'Omdøb')
  await type('Noget andet')
  await press('Escape')
  await focused(plan('Havneplan'))

  await menuOf(havneplan, 'Egenskaber …')
  await page.getByRole('dialog', { name: 'Egenskaber for planen' }).waitFor()
  await press('Escape')
  await focused(page.getByRole('button', { name: 'Mere om »Havneplan«' }))

  await menuOf(havneplan, 'Dublér')
  await notice().getByText('Dubleret »Havneplan«').waitFor()
  const with2 = [...all.slice(0, 3), 'Havneplan · Center', 'Havneplan (kopi) · Center', ...all.slice(3)]
  await shows('12 planer', with2)
  await plan('Havneplan (kopi)').focus()
  await press('Delete')
  await shows('11 planer', with2.toSpliced(4, 1))
  await focused(plan('Kommissorium for En enklere hverdag'))
  await notice().getByText('Slettet »Havneplan (kopi)«').waitFor()
  await notice().getByRole('button', { name: 'Fortryd' }).click()
  await shows('12 planer', with2)
  await press('Control+z', 'Control+z', 'Control+z')
  await shows('10 planer', all)
})

test('she gives a plan its unit, period and case, and all of it stands in the file', async () => {
  const scene = await start()
  const { page, press, type, plan, saved, plans } = scene
  const before = plans()
  await plan('Fokus').focus()
  await press('Alt+Enter')
  const dialog = page.getByRole('dialog', { name: 'Egenskaber for planen' })
  await dialog.getByRole('textbox', { name: 'Titel' }).fill('Fokus på børn')
  await dialog.getByRole('combobox', { name: 'Enhed' }).selectText()
  await type('strand')
  await page.getByRole('listbox').getByRole('option', { name: 'Strandvejens Skole' }).waitFor()
  await press('ArrowDown', 'Enter')
  await dialog.getByRole('combobox', { name: 'Status' }).selectOption('Godkendt')
  await dialog.getByRole('textbox', { name: 'Fra år' }).fill('2028')
  await dialog.getByRole('textbox', { name: 'Til år' }).fill('2027')
  await dialog.getByText('Skriv et årstal, der ikke ligger før »Fra år«.').waitFor()
  await dialog.getByRole('textbox', { name: 'Til år' }).fill('2029')
  await dialog.getByRole('textbox', { name: 'Sagsnummer' }).fill('27/1204')
  await dialog.getByRole('textbox', { name: 'Dokumentnummer' }).fill('88-27')
  await dialog.getByRole('textbox', { name: 'Udvalg' }).fill('Økonomiudvalget')
  await dialog.getByLabel('Mødedato').fill('2027-05-14')
  await dialog.getByRole('textbox', { name: 'Punkt' }).fill('7')
  await dialog.getByRole('textbox', { name: 'Bilag' }).fill('2')
  await press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await scene.focused(plan('Fokus på børn'))
  await saved()
  const changed = {
    title: 'Fokus på børn',
    unit: 'Strandvejens Skole',
    status: 'godkendt',
    period: { from: 2028, to: 2029 },
    case: {
      caseNumber: '27/1204',
      documentNumber: '88-27',
      committee: 'Økonomiudvalget',
      meetingDate: '2027-05-14',
      item: '7',
      annex: '2',
    },
  }
  expect(plans()).toEqual(
    before.map((file) =>
      file.plan.title === 'Fokus' ? { ...file, plan: { ...file.plan, ...changed } } : file,
    ),
  )
  await press('Control+z')
  await plan('Fokus').waitFor()
  await saved()
  expect(plans()).toEqual(before)
})

type Page = Scene['page']

/** The rows of the list: title and unit. */
const rowsOf = (page: Page): Promise<readonly string[]> =>
  page
    .getByRole('table', { name: 'Planer' })
    .locator('tr:has([data-plan])')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const title = row.querySelector('[data-plan]')?.textContent
        return `${title} · ${row.querySelectorAll('td')[2]?.textContent}`
      }),
    )

const unitOf = (row: string): string => row.split(' · ')[1] ?? ''

async function menuOf(row: Locator, item: string): Promise<void> {
  await row.getByRole('button', { name: /^Mere om/ }).click()
  await row.page().getByRole('menuitem', { name: item }).click()
}

async function start() {
  const { start: launch, plans } = story({ plans: ['0', '10'] })
  const listIn = (scene: Scene) => ({
    ...scene,
    plans,
    again: async () => listIn(await launch()),
    plan: (title: string) => scene.page.getByRole('button', { name: title, exact: true }),
    /** Waits until the list is counted and shown like that. */
    shows: async (count: string, rows: readonly string[]) => {
      await expect
        .poll(async () => [
          await scene.page.getByText(/^[\d af]+ planer?$/).textContent(),
          await rowsOf(scene.page),
        ])
        .toEqual([count, rows])
    },
  })
  return listIn(await launch())
}
