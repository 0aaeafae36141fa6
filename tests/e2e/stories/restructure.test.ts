import { expect, test } from 'vitest'
import { agreement } from '../support/agreement.ts'
import { type Scene, story } from '../support/story.ts'

const first = `
Koordinerende rolle
  Læsning
    Læsevejledere
    Læsebånd
  Overgange
  Trivsel
Egne bidrag
  Fællesskaber
  Bevægelse`.trim()

interface Step {
  readonly what: string
  readonly by: (scene: Scene) => Promise<void>
  readonly outline: string
  /** How the menu names it: »Fortryd …«. */
  readonly named: string
}

/** In this order, each on what the ones before it made. */
const steps: readonly Step[] = [
  {
    what: 'a row goes down with all below it',
    by: async (scene: Scene) => {
      await scene.goTo('Læsning')
      await scene.press('Alt+Shift+ArrowDown')
    },
    named: 'Flyt »Læsning«',
    outline: `
Koordinerende rolle
  Overgange
  Læsning
    Læsevejledere
    Læsebånd
  Trivsel
Egne bidrag
  Fællesskaber
  Bevægelse`,
  },
  {
    what: 'indent while the title is edited',
    by: async (scene: Scene) => {
      await scene.goTo('Trivsel')
      await scene.press('F2', 'Tab', 'Escape')
    },
    named: 'Flyt »Trivsel«',
    outline: `
Koordinerende rolle
  Overgange
  Læsning
    Læsevejledere
    Læsebånd
    Trivsel
Egne bidrag
  Fællesskaber
  Bevægelse`,
  },
  {
    what: 'outdent leaves the row in its place: those after it become its children',
    by: async (scene: Scene) => {
      await scene.goTo('Læsebånd')
      await scene.press('Alt+Shift+ArrowLeft')
    },
    named: 'Flyt 2 rækker',
    outline: `
Koordinerende rolle
  Overgange
  Læsning
    Læsevejledere
  Læsebånd
    Trivsel
Egne bidrag
  Fællesskaber
  Bevægelse`,
  },
  {
    what: 'the mouse drags a row below another',
    by: async (scene: Scene) => {
      await drag(scene, 'Trivsel', 'Overgange')
      await scene.notice().getByText('Flyttet »Trivsel« til »Overgange«').waitFor()
    },
    named: 'Flyt »Trivsel«',
    outline: `
Koordinerende rolle
  Overgange
    Trivsel
  Læsning
    Læsevejledere
  Læsebånd
Egne bidrag
  Fællesskaber
  Bevægelse`,
  },
  {
    what: 'Delete takes a row with all below it, and offers it back',
    by: async (scene: Scene) => {
      await scene.goTo('Overgange')
      await scene.press('Delete')
      await scene.notice().getByText('Slettet »Overgange«').waitFor()
    },
    named: 'Slet »Overgange«',
    outline: `
Koordinerende rolle
  Læsning
    Læsevejledere
  Læsebånd
Egne bidrag
  Fællesskaber
  Bevægelse`,
  },
  {
    what: 'Ctrl+D makes a copy right after',
    by: async (scene: Scene) => {
      await scene.goTo('Læsning')
      await scene.press('Control+d')
    },
    named: 'Sæt »Læsning« ind',
    outline: `
Koordinerende rolle
  Læsning
    Læsevejledere
  Læsning
    Læsevejledere
  Læsebånd
Egne bidrag
  Fællesskaber
  Bevægelse`,
  },
  {
    what: 'cut rows stand until they are pasted, and are moved then',
    by: async (scene: Scene) => {
      await scene.goTo('Læsebånd')
      await scene.press('Control+x')
      await scene.goTo('Egne bidrag')
      await scene.press('Control+v')
    },
    named: 'Flyt »Læsebånd«',
    outline: `
Koordinerende rolle
  Læsning
    Læsevejledere
  Læsning
    Læsevejledere
Egne bidrag
  Fællesskaber
  Bevægelse
  Læsebånd`,
  },
  {
    what: 'several rows move as one',
    by: async (scene: Scene) => {
      await scene.goTo('Fællesskaber')
      await scene.press('Shift+ArrowDown', 'Control+Shift+ArrowUp')
    },
    named: 'Flyt 2 rækker',
    outline: `
Koordinerende rolle
  Læsning
    Læsevejledere
  Læsning
    Læsevejledere
  Fællesskaber
  Bevægelse
Egne bidrag
  Læsebånd`,
  },
].map((step) => ({ ...step, outline: step.outline.trim() }))

test('she moves, indents, drags, deletes, copies and cuts rows, and takes all of it back, also after a restart', async () => {
  const { start } = story({ written: [agreement(first)] })
  const scene = await start()
  await scene.open('Målaftale')
  await scene.sees(first)
  for (const { by, outline, what } of steps) {
    await by(scene)
    await scene.sees(outline)
    expect(await scene.outline(), what).toBe(outline)
  }

  // Back to the middle, where she goes home.
  const outlines = [first, ...steps.map(({ outline }) => outline)]
  const middle = 4
  await travel(scene, 'Control+z', outlines.slice(middle, -1).toReversed())
  await scene.focused(scene.row('Overgange'))
  await scene.program.close()

  const later = await start()
  await later.sees(outlines[middle] ?? '')
  await later.focused(later.row('Overgange'))
  expect(await undoInMenu(later)).toBe(`Fortryd ${steps[middle - 1]?.named}`)
  await travel(later, 'Control+z', outlines.slice(0, middle).toReversed())
  await later.focused(later.row('Læsning'))
  expect(await undoInMenu(later)).toBe('Fortryd')
  await travel(later, 'Control+y', outlines.slice(1))
  expect(await undoInMenu(later)).toBe(`Fortryd ${steps.at(-1)?.named}`)
})

test('an indent that makes no sense is refused with a short hint, and nothing changes', async () => {
  const { start, plans } = story({ written: [agreement(first)] })
  const scene = await start()
  await scene.open('Målaftale')
  const before = plans()
  const refused = [
    ['Bevægelse', 'Alt+Shift+ArrowRight', 'Bidrag kan ikke stå under »Fællesskaber«'],
    ['Læsning', 'Alt+Shift+ArrowRight', 'Der er ingen række ovenover at rykke ind under'],
    ['Egne bidrag', 'Alt+Shift+ArrowLeft', 'Rækken står allerede på øverste niveau'],
    ['Koordinerende rolle', 'Alt+Shift+ArrowUp', 'Rækken kan ikke flyttes længere op'],
  ] as const
  for (const [title, key, hint] of refused) {
    await scene.goTo(title)
    await scene.press(key)
    await scene.notice().getByText(hint).waitFor()
  }
  expect(await scene.outline()).toBe(first)
  await scene.saved()
  expect(plans()).toEqual(before)
})

/** Drops a row right below another, and a level further in than its title. */
async function drag({ page, row }: Scene, title: string, below: string): Promise<void> {
  const from = await row(title).boundingBox()
  const to = await row(below).boundingBox()
  if (!from || !to) throw new Error('the rows are not in sight')
  await page.mouse.move(from.x + 80, from.y + 16)
  await page.mouse.down()
  await page.mouse.move(from.x + 90, from.y + 10)
  await page.mouse.move(to.x + 75, to.y + to.height, { steps: 5 })
  await page.locator('[data-drop="allowed"]').waitFor()
  await page.mouse.up()
}

/** Presses the key once for each outline, which must come then. */
async function travel({ press, sees }: Scene, key: string, outlines: readonly string[]): Promise<void> {
  for (const outline of outlines) {
    await press(key)
    await sees(outline)
  }
}

async function undoInMenu({ program }: Scene): Promise<string> {
  const menus = await program.menu.items()
  return menus.find(({ label }) => label === 'Rediger')?.submenu?.[0]?.label ?? ''
}
