import type { Stage } from './stage.ts'

/** Opens a plan from the list, by its title or its unit. */
export async function openPlan({ page, press }: Stage, name: string): Promise<void> {
  await press('Control+1')
  await page.getByRole('table', { name: 'Planer' }).waitFor()
  await page.getByRole('row').filter({ hasText: name }).getByRole('cell').first().getByRole('button').click()
  await page.getByRole('tree').waitFor()
}

/** Goes to a row of the open plan, wherever it stands. */
export async function goTo({ page, press, row }: Stage, title: string): Promise<void> {
  const focused = row(title).and(page.locator(':focus'))
  if (await focused.isVisible()) return
  await press('Control+j')
  await page.getByRole('combobox', { name: 'Skriv en del af titlen' }).fill(title)
  await page.getByRole('option').filter({ hasText: title }).first().waitFor()
  await press('Enter')
  await focused.waitFor()
}

const item = (level: number, text: string): string =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>${text}</p>`

/** A list as Word puts it on the clipboard. */
const fromWord = `<html><head><meta name=Generator content="Microsoft Word 15"></head><body>
${item(1, 'Legepatruljer på alle skoler')}
${item(2, 'Første hold er uddannet, ultimo 2027')}
${item(1, 'Fælles aftaler om sociale medier')}
</body></html>`

/** As the system's clipboard gives it to what has the focus. */
export async function pasteFromWord({ page }: Stage): Promise<void> {
  await page.locator(':focus').evaluate((target, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, fromWord)
}
