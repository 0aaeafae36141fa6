import { expect, test } from 'vitest'
import { agreement } from '../support/agreement.ts'
import { seen } from '../support/seen.ts'
import { type Scene, story } from '../support/story.ts'

const plan = `
A
  B
    C
  D
E
  F`.trim()

type Mode = 'navigation' | 'editing'

/**
 * Keys pressed on a row, and what is seen then, as `seen.ts` writes it. `both` tries them with the row focused and with its
 * title edited; there `‹B›` is the row in the same mode as before.
 */
type Case = readonly [mode: Mode | 'both', row: string, keys: string, then: string]

const cases: readonly Case[] = [
  // New rows.
  ['editing', 'B', 'Enter', 'A(B(C) [|] D) E(F)'],
  ['editing', 'B', 'Enter Tab', 'A(B(C [|]) D) E(F)'],
  ['both', 'B', 'Control+Shift+Enter', 'A(B(C [|]) D) E(F)'],
  ['both', 'C', 'Alt+m', 'A(B(C([|])) D) E(F)'],
  ['both', 'C', 'Alt+p', 'A(B(C([|])) D) E(F)'],
  // To the text and back, into the title and out of it.
  ['both', 'B', 'Shift+Enter', 'A(B(C) D) E(F) → Ophav'],
  ['both', 'B', 'Shift+Enter Escape Escape', 'A({B}(C) D) E(F)'],
  ['navigation', 'B', 'Enter', 'A([B|](C) D) E(F)'],
  ['navigation', 'B', 'F2', 'A([B|](C) D) E(F)'],
  ['editing', 'B', 'Escape', 'A({B}(C) D) E(F)'],
  // Indent and outdent.
  ['editing', 'D', 'Tab', 'A(B(C [D|])) E(F)'],
  ['editing', 'C', 'Shift+Tab', 'A(B [C|] D) E(F)'],
  ['both', 'D', 'Alt+Shift+ArrowRight', 'A(B(C ‹D›)) E(F)'],
  ['both', 'C', 'Alt+Shift+ArrowLeft', 'A(B ‹C› D) E(F)'],
  ['navigation', 'D', 'Tab', 'A(B(C) D) E(F) → Alle taster (F1)'],
  // Up and down with all below.
  ['both', 'B', 'Alt+Shift+ArrowDown', 'A(D ‹B›(C)) E(F)'],
  ['both', 'B', 'Control+Shift+ArrowDown', 'A(D ‹B›(C)) E(F)'],
  ['both', 'D', 'Alt+Shift+ArrowUp', 'A(‹D› B(C)) E(F)'],
  ['both', 'D', 'Control+Shift+ArrowUp', 'A(‹D› B(C)) E(F)'],
  // Fold, and again to climb.
  ['both', 'B', 'Control+ArrowUp', 'A(‹B›+ D) E(F)'],
  ['both', 'B', 'Control+ArrowUp Control+ArrowUp', '‹A›(B+ D) E(F)'],
  ['both', 'B', 'Control+ArrowUp Control+ArrowUp Control+ArrowUp', '‹A›+ E(F)'],
  ['both', 'B', 'Control+ArrowUp Control+ArrowDown', 'A(‹B›(C) D) E(F)'],
  ['both', 'B', 'Control+ArrowDown', 'A(B(‹C›) D) E(F)'],
  ['navigation', 'B', 'ArrowLeft', 'A({B}+ D) E(F)'],
  ['navigation', 'B', 'ArrowLeft ArrowLeft', '{A}(B+ D) E(F)'],
  ['navigation', 'B', 'ArrowLeft ArrowRight', 'A({B}(C) D) E(F)'],
  ['navigation', 'B', 'ArrowRight', 'A(B({C}) D) E(F)'],
  // Levels; the focus goes to what still is seen.
  ['both', 'C', 'Alt+Shift+1', '{A}+ E+'],
  ['both', 'C', 'Alt+Shift+2', 'A({B}+ D) E(F)'],
  ['both', 'C', 'Alt+Shift+9', 'A(B(‹C›) D) E(F)'],
  ['both', 'C', 'Alt+Shift+1 Alt+Shift+A', '{A}(B(C) D) E(F)'],
  // Zoom.
  ['both', 'B', 'Alt+ArrowRight', '‹B›(C)'],
  ['both', 'B', 'Alt+ArrowRight Alt+ArrowLeft', 'A({B}(C) D)'],
  ['both', 'B', 'Alt+ArrowRight Alt+ArrowLeft Alt+ArrowLeft', 'A({B}(C) D) E(F)'],
  // Select more.
  ['both', 'B', 'Shift+ArrowDown', 'A(*B(*{C}) D) E(F)'],
  ['both', 'D', 'Shift+ArrowUp Shift+ArrowUp', 'A(*{B}(*C) *D) E(F)'],
  ['navigation', 'B', 'Shift+ArrowDown Escape', 'A(B({C}) D) E(F)'],
  ['navigation', 'B', 'Control+a', 'A(*{B}(*C) *D) E(F)'],
  ['navigation', 'B', 'Control+a Control+a', '*A(*{B}(*C) *D) *E(*F)'],
  ['editing', 'B', 'Control+a', 'A([B](C) D) E(F)'],
  ['editing', 'B', 'Control+a Control+a', 'A(*{B}(*C) *D) E(F)'],
  ['editing', 'B', 'Control+a Control+a Control+a', '*A(*{B}(*C) *D) *E(*F)'],
  // Status.
  ['both', 'B', 'Control+Enter', 'A(‹B›:Ikke begyndt(C) D) E(F)'],
  ['both', 'B', 'Control+Enter Control+Enter', 'A(‹B›:På sporet(C) D) E(F)'],
  // Delete, duplicate, cut, copy, paste.
  ['navigation', 'B', 'Delete', 'A({D}) E(F)'],
  ['both', 'B', 'Control+Shift+Backspace', 'A(‹D›) E(F)'],
  ['both', 'B', 'Control+d', 'A(B(C) {B}(C) D) E(F)'],
  ['navigation', 'B', 'Control+c End Control+v', 'A(B(C) D) E(F {B}(C))'],
  ['navigation', 'B', 'Control+x End Control+v', 'A(D) E(F {B}(C))'],
  ['editing', 'B', 'Control+a Control+c End Control+v', 'A([BB|](C) D) E(F)'],
  ['editing', 'B', 'Control+a Control+x', 'A([|](C) D) E(F)'],
  // Undo and redo.
  ['navigation', 'B', 'Delete Control+z', 'A({B}(C) D) E(F)'],
  ['navigation', 'B', 'Delete Control+z Control+y', '{A}(D) E(F)'],
  ['navigation', 'B', 'Delete Control+z Control+Shift+z', '{A}(D) E(F)'],
  ['editing', 'B', 'x Control+z', 'A([B|](C) D) E(F)'],
  ['editing', 'B', 'x Control+z Control+y', 'A([Bx|](C) D) E(F)'],
  // About.
  ['navigation', 'D', 'Home', '{A}(B(C) D) E(F)'],
  ['navigation', 'B', 'End', 'A(B(C) D) E({F})'],
  ['editing', 'B', 'Home', 'A([|B](C) D) E(F)'],
  ['both', 'C', 'ArrowDown', 'A(B(C) ‹D›) E(F)'],
  ['both', 'C', 'ArrowUp', 'A(‹B›(C) D) E(F)'],
  ['navigation', 'A', 'e', 'A(B(C) D) {E}(F)'],
  // Filter.
  ['both', 'B', 'Control+f', 'A(B(C) D) E(F) → Filtrér dispositionen'],
  ['both', 'B', 'Control+f c', 'A(B(C)) → Filtrér dispositionen'],
  ['both', 'B', 'Control+f c ArrowDown', 'A(B({C}))'],
  ['both', 'B', 'Control+f c Escape', 'A({B}(C) D) E(F)'],
  // Dialogs, and back to where she was.
  ['both', 'B', 'Control+j', 'Gå til række'],
  ['both', 'B', 'Control+Shift+f', 'Søg i alle planer'],
  ['both', 'B', 'Control+k', 'Kommandoer'],
  ['both', 'B', 'Control+e', 'Eksportér til Word'],
  ['both', 'B', 'F1', 'Hjælp'],
  ['both', 'B', 'F1 Escape', 'A(‹B›(C) D) E(F)'],
  ['both', 'B', 'Control+k Escape', 'A(‹B›(C) D) E(F)'],
]

const eachMode = ([mode, row, keys, then]: Case): readonly Case[] =>
  mode === 'both'
    ? [
        ['navigation', row, keys, then.replace(/‹(\w)›/, '{$1}')],
        ['editing', row, keys, then.replace(/‹(\w)›/, '[$1|]')],
      ]
    : [[mode, row, keys, then]]

test('each key of the outline does what the help says, on a row and in its title', async () => {
  const scene = await story({ written: [agreement(plan)] }).start()
  await scene.open('Målaftale')
  const wanted = cases.flatMap(eachMode)
  const tried: Case[] = []
  for (const [mode, row, keys, then] of wanted) {
    await begin(scene, mode, row)
    await scene.press(...keys.split(' '))
    tried.push([mode, row, keys, await soon(scene, then)])
    await takeBack(scene)
  }
  expect(tried).toEqual(wanted)
})

test('she zooms in on a branch and finds the way back', async () => {
  const { page, open, goTo, press } = await story({ written: [agreement(plan)] }).start()
  await open('Målaftale')
  await goTo('B')
  await press('Alt+ArrowRight')
  const path = page.getByRole('navigation', { name: 'Gren, der vises' })
  expect(await path.getByRole('listitem').allTextContents()).toEqual(['Hele planen', 'A', 'B'])
  await path.getByRole('button', { name: 'A', exact: true }).click()
  expect(await seen(page)).toBe('A({B}(C) D)')
  await path.getByRole('button', { name: 'Hele planen' }).click()
  expect(await seen(page)).toBe('A({B}(C) D) E(F)')
  await path.waitFor({ state: 'detached' })
})

test('she selects rows with the mouse', async () => {
  const { page, open, goTo, row } = await story({ written: [agreement(plan)] }).start()
  await open('Målaftale')
  await goTo('B')
  await row('D').click({ modifiers: ['Shift'] })
  expect(await seen(page)).toBe('A(*B(*C) *{D}) E(F)')
  await row('C').click({ modifiers: ['Control'] })
  await row('F').click({ modifiers: ['Control'] })
  expect(await seen(page)).toBe('A(*B(C) *D) E(*{F})')
  await row('A').click()
  expect(await seen(page)).toBe('{A}(B(C) D) E(F)')
})

test('she jumps, searches and finds commands by typing', async () => {
  const scene = await story({ plans: ['03', '07'] }).start()
  const { page, press, type, focused, row } = scene
  await page.getByRole('table', { name: 'Planer' }).waitFor()
  await press('Control+j')
  await type('mellemf')
  await page.getByRole('option', { name: /^Mellemformer i skolen/ }).waitFor()
  await press('Enter')
  await focused(row('Mellemformer i skolen'))

  await press('Control+Shift+f')
  await type('trivselsmåling')
  await page.getByRole('option').first().waitFor()
  await press('Enter')
  await focused(page.getByRole('textbox', { name: 'Beskrivelse' }))

  await press('Escape', 'Escape', 'Control+k')
  await type('vis niveau 1')
  await page.getByRole('option', { name: /^Vis niveau 1/ }).waitFor()
  await press('Enter')
  await focused(row('Koordinerende rolle'))
})

test('in a text of the form the keys are about the text, and those that count anywhere still do', async () => {
  const scene = await story({ written: [agreement(plan)] }).start()
  const { page, press, type, focused } = scene
  await scene.open('Målaftale')
  await scene.goTo('B')
  await press('Shift+Enter')
  const origin = page.getByRole('textbox', { name: 'Ophav' })
  await focused(origin)
  await type('Budgettet')
  await press('Control+z')
  await expect.poll(() => origin.textContent()).toBe('')
  await press('Control+y')
  await expect.poll(() => origin.textContent()).toBe('Budgettet')
  await press('Home', 'Control+Shift+ArrowRight', 'Delete')
  await type('Et 1. kvartal')
  await press('Control+ArrowUp', 'Control+d', 'End', 'Control+k')
  await page.getByRole('textbox', { name: 'Adresse' }).waitFor()
  await press('Escape')
  await focused(origin)
  await press('F1')
  await page.getByRole('dialog', { name: 'Hjælp' }).waitFor()
  await press('Escape')
  await focused(origin)
  await type(' 2027')
  await expect.poll(() => origin.textContent()).toBe('Et 1. kvartal 2027')
  await press('Control+f')
  expect(await seen(page)).toBe('A(B(C) D) E(F) → Filtrér dispositionen')
})

async function begin(scene: Scene, mode: Case[0], row: string): Promise<void> {
  await scene.goTo(row)
  if (mode === 'editing') await scene.press('F2')
}

/** What is seen, as soon as it is what is wanted; else what it comes to. */
async function soon({ page }: Scene, wanted: string): Promise<string> {
  const patience = Date.now() + 3000
  while (Date.now() < patience) {
    const now = await seen(page)
    if (now === wanted) return now
  }
  return seen(page)
}

/** The plan and how it is looked at, as they were at the beginning; more is not undone than there is. */
async function takeBack({ press, sees }: Scene): Promise<void> {
  await press('Escape', 'Escape', 'Control+z', 'Control+z', 'Control+z')
  await press('Alt+ArrowLeft', 'Alt+ArrowLeft', 'Alt+Shift+A')
  await sees(plan)
  // Undo may have gone back into a title.
  await press('Escape', 'Escape')
}

test('the caret goes to the beginning of a text that she has just come into, and stays there', async () => {
  const { page, press, type, ...scene } = await story({ plans: ['03'] }).start()
  await scene.open('Målaftale')
  await scene.goTo('Mellemformer i skolen')
  await press('Shift+Enter')
  await page.locator('[contenteditable=true]:focus').waitFor()
  await press('Control+Home')
  await type('Efter høringen: ')
  await expect.poll(() => page.locator('.ProseMirror').textContent()).toMatch(/^Efter høringen: /)
})
