import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Scene, story } from '../support/story.ts'
import { openPlan, patience, stopped, watchPolicy } from '../support/trouble.ts'

const outside = 'https://example.com/hemmeligt'

describe('through a whole working session', () => {
  test('nothing asks for the network, and the policy has nothing to stop', async () => {
    const maja = story()
    const documents = join(maja.folder, 'dokumenter')
    mkdirSync(documents)
    const scene = await maja.start({ args: [], script: watchPolicy, answers: [{ open: [documents] }] })
    const errors: string[] = []
    scene.page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await scene.page.getByRole('button', { name: 'Åbn eksempel' }).click()
    await openPlan(scene, 'Handleplan')
    await writeLink(scene)
    await clickLink(scene)
    await lookAround(scene)
    await exportPlan(scene)
    expect(readdirSync(documents)).toHaveLength(1)
    expect(await stopped(scene)).toEqual([])
    expect(errors).toEqual([])
    expect(await scene.program.networkAttempts()).toEqual([])
    expect(await scene.program.shell.calls()).toEqual([])
    expect(scene.program.log).toBe('')
    expect((await scene.program.windows()).length).toBe(1)
  })

  async function writeLink({ page, row, press, type }: Scene): Promise<void> {
    await row('Formål').first().click()
    await press('Shift+Enter')
    await page.locator('[contenteditable=true]:focus').waitFor()
    await press('Control+End')
    await type(' Læs mere: ')
    await press('Control+k')
    await page.getByLabel('Adresse').fill(outside)
    await page.getByLabel('Tekst, der vises').fill('kilden')
    await press('Enter')
    await page.locator('a', { hasText: 'kilden' }).first().waitFor()
  }

  /** With every button and key by which a browser follows a link, while it is written and while it rests. */
  async function clickLink({ page, press }: Scene): Promise<void> {
    const address = page.url()
    const links = page.getByText('kilden', { exact: true })
    const follow = async () => {
      for (const link of await links.all()) {
        await link.click()
        await link.click({ modifiers: ['Control'] })
        await link.click({ modifiers: ['Shift'] })
        await link.click({ button: 'middle' })
        await link.dblclick()
      }
    }
    await follow()
    await press('Escape')
    await press('Escape')
    await follow()
    expect(page.url()).toBe(address)
  }

  async function lookAround({ page, press, type, program }: Scene): Promise<void> {
    await press('Control+Shift+F')
    await page.getByRole('dialog', { name: 'Søg i alle planer' }).waitFor()
    await type('børn')
    await page.getByRole('option').first().waitFor()
    await press('Escape')
    await press('Shift+F9')
    await page.locator('.docx').first().waitFor()
    await press('Shift+F9')
    await press('F1')
    await page.getByRole('dialog').waitFor()
    await press('Escape')
    await program.menu.choose('Hjælp', 'Om Planværk')
    await page.getByRole('dialog').waitFor()
    await press('Escape')
    for (const item of await page.getByRole('navigation', { name: 'Sider' }).getByRole('button').all()) {
      await item.click()
      await expect.poll(() => item.getAttribute('aria-current'), patience).toBe('page')
    }
    await program.menu.choose('Vis', 'Mørke farver')
    await program.menu.choose('Vis', 'Planer')
  }

  async function exportPlan({ page, press }: Scene): Promise<void> {
    await page.getByRole('button', { name: 'Handleplan', exact: true }).click()
    await page.getByRole('tree').waitFor()
    await press('Control+e')
    await page.getByRole('dialog', { name: 'Eksportér til Word' }).waitFor()
    await press('Enter')
    await page.getByText('1 dokument er skrevet.').waitFor()
    await press('Escape')
  }
})
