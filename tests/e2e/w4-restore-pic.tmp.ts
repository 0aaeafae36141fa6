import { makeBundles } from '/tmp/w4/build/host/bundled.ts'
import { openStage, large, small } from '/tmp/w4/tests/e2e/support/views/stage.ts'
import { walk } from '/tmp/w4/tests/e2e/support/views/view.ts'
import { restoring } from '/tmp/w4/tests/e2e/support/views/restore-views.ts'
makeBundles()
const look = process.argv[2] as 'light'|'dark'|'contrast'
const size = process.argv[3] === 'small' ? small : large
const stage = await openStage(look, size)
const zoom = Number(process.argv[4] ?? 100)
try {
  await stage.page.getByRole('button', { name: 'Åbn eksempel' }).first().click()
  await stage.page.getByRole('table', { name: 'Planer' }).waitFor()
  for (let p = 100; p < zoom; p += 10) await stage.press('Control++')
  await walk(stage, [restoring], async ({name}) => {
    await stage.page.mouse.move(1,1)
    await new Promise(r=>setTimeout(r,500))
    await stage.page.screenshot({ path: `/tmp/w4-restore-pics/${look}-${size.width}-${zoom}-${name}.png` })
  })
} catch (e) { await stage.page.screenshot({ path: `/tmp/w4-restore-pics/failed.png` }); throw e }
finally { await stage.end() }
