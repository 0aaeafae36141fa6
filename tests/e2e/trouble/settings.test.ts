import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agreement } from '../support/agreement.ts'
import { type Scene, type Story, story } from '../support/story.ts'
import { editTitle, isSavedAs, openPlan, outline, patience, troubled } from '../support/trouble.ts'

/** How she has everything, as it can be seen. */
const seen = ({ page }: Scene) =>
  page.evaluate(() => {
    const attribute = (selector: string, name: string) =>
      document.querySelector(selector)?.getAttribute(name) ?? null
    const current = document.querySelector('[role=treeitem][aria-selected=true] [data-part=title]')
    return {
      window: [outerWidth, outerHeight],
      outline: attribute('[aria-label="Bredden af dispositionen"]', 'aria-valuenow'),
      preview: attribute('[aria-label="Bredden af siden"]', 'aria-valuenow'),
      look: attribute('[data-look]', 'data-look'),
      zoom: Math.round(devicePixelRatio * 100),
      plan: attribute('[role=tree]', 'aria-label'),
      folded: document.querySelectorAll('[role=treeitem][aria-expanded=false]').length,
      current: current?.textContent ?? null,
    }
  })

const fresh = { look: 'light', zoom: 100, folded: 0, current: 'Koordinerende rolle' }

describe('after a restart everything is as she left it:', () => {
  async function arranged(maja: Story) {
    const scene = await maja.start()
    await openPlan(scene, 'Målaftale to')
    expect(await seen(scene)).toMatchObject(fresh)
    const { page, program } = scene
    await (await program.windows())[0]?.resize({ width: 1300, height: 760 })
    await page.waitForFunction(() => outerWidth === 1300)
    await page.getByRole('separator', { name: 'Bredden af dispositionen' }).focus()
    await scene.press('ArrowLeft', 'ArrowLeft')
    await page.getByRole('separator', { name: 'Bredden af siden' }).focus()
    await scene.press('ArrowLeft')
    await program.menu.choose('Vis', 'Mørke farver')
    await scene.press('Control++', 'Control++')
    await scene.row('Koordinerende rolle').click()
    await scene.press('ArrowLeft')
    await scene.row('Enklere visitation').click()
    await expect
      .poll(() => seen(scene), patience)
      .toMatchObject({
        window: [1300, 760],
        look: 'dark',
        zoom: 120,
        folded: 1,
        current: 'Enklere visitation',
      })
    return { scene, left: await seen(scene) }
  }

  const twoPlans = () =>
    story({ written: [agreement(outline, 'Målaftale en'), agreement(outline, 'Målaftale to')] })

  test('size of the window, widths of the panes, colours, zoom, plan, folding and row', async () => {
    const maja = twoPlans()
    const { scene, left } = await arranged(maja)
    await scene.press('F9')
    await expect.poll(() => seen(scene), patience).toMatchObject({ preview: null })
    await scene.program.close()

    const next = await maja.start()
    await openPlan(next, 'Målaftale to')
    const expected = { ...left, preview: null }
    await expect
      .poll(async () => ({ ...(await seen(next)), outline: left.outline }), patience)
      .toEqual(expected)
    await next.press('F9')
    await expect.poll(() => seen(next), patience).toEqual(left)
  })

  test('colours, zoom and plan also where the computer lost its power', async () => {
    const maja = twoPlans()
    const { scene, left } = await arranged(maja)
    const written = () => readFileSync(join(maja.userData, 'preferences.json'), 'utf8')
    await expect.poll(written, patience).toContain('"zoom": 120')
    await scene.program.kill()
    const next = await maja.start()
    await openPlan(next, 'Målaftale to')
    const { look, zoom, plan } = left
    await expect.poll(() => seen(next), patience).toMatchObject({ look, zoom, plan })
  })
})

describe('preferences that cannot be read harm nothing:', () => {
  const id = crypto.randomUUID()
  const broken = [
    ['that are no JSON', '{"zoom": 150,', fresh],
    ['that are another thing', '[1, 2]', fresh],
    ['of which single values are wrong', JSON.stringify(mixed(id)), { ...fresh, zoom: 150 }],
  ] as const

  test.each(broken)('%s', async (_, text, expected) => {
    const maja = troubled()
    const file = join(maja.userData, 'preferences.json')
    writeFileSync(file, text)
    writeFileSync(join(maja.userData, 'recents.json'), '{]')
    const scene = await maja.start()
    await openPlan(scene)
    expect(await seen(scene)).toMatchObject(expected)
    expect(await scene.notice().count()).toBe(0)
    await editTitle(scene, 'Flere børn læser')
    await scene.type(' højt')
    await isSavedAs(maja, 'Flere børn læser højt')
    await scene.program.menu.choose('Vis', 'Mørke farver')
    await expect.poll(() => seen(scene), patience).toMatchObject({ look: 'dark' })
    await scene.program.close()
    expect(scene.program.log).toBe('')

    const next = await maja.start()
    await openPlan(next)
    await expect.poll(() => seen(next), patience).toMatchObject({ look: 'dark' })
    expect(existsSync(`${file}.broken`)).toBe(text !== JSON.stringify(mixed(id)))
  })

  test('and such that cannot be written, either', async () => {
    const maja = troubled()
    for (const name of ['preferences.json', 'recents.json']) mkdirSync(join(maja.userData, name))
    const scene = await maja.start()
    await openPlan(scene)
    await scene.program.menu.choose('Vis', 'Mørke farver')
    await expect.poll(() => seen(scene), patience).toMatchObject({ look: 'dark' })
    await scene.press('Control++')
    await expect.poll(() => seen(scene), patience).toMatchObject({ zoom: 110 })
    expect(await scene.notice().count()).toBe(0)
    await scene.program.close()
    const next = await maja.start()
    await openPlan(next)
    expect(await seen(next)).toMatchObject(fresh)
  })
})

/** One good value among bad ones, and a window where no screen is. */
function mixed(planId: string) {
  return {
    theme: 'pink',
    zoom: 150,
    window: { x: -90_000, y: 1e9, width: 'bred', height: 10, maximized: 'nej' },
    panes: { outline: -1, preview: 1e12, previewOpen: 1 },
    hintRead: 'ja',
    exportFolder: 7,
    plans: { [planId]: { nodeId: 'x', folded: [1] }, kort: null },
    openPlans: { '/x': 'y' },
    planList: null,
    nyt: true,
  }
}
