import type { Chapter, View } from './view.ts'

/** A page of the rail, of the example. */
const railPage = (name: string, key: string, heading: string): View => ({
  name,
  show: async ({ press, page }) => {
    await press(key)
    await page
      .locator('[data-page][aria-busy=false]', { has: page.getByRole('heading', { name: heading }) })
      .waitFor()
  },
})

export const pages: Chapter = {
  enter: async () => {},
  views: [
    railPage('goals', 'Control+2', 'Målbillede'),
    railPage('timeline', 'Control+3', 'Tidsplan'),
    railPage('follow-up', 'Control+4', 'Opfølgning'),
    railPage('quality', 'Control+5', 'Kvalitet'),
    railPage('organisation', 'Control+6', 'Organisation'),
    railPage('templates', 'Control+7', 'Skabeloner'),
  ],
}

/** The same pages before anything is written. */
export const emptyPages: Chapter = {
  enter: async () => {},
  views: [
    railPage('goals-empty', 'Control+2', 'Målbillede'),
    railPage('timeline-empty', 'Control+3', 'Tidsplan'),
    railPage('follow-up-empty', 'Control+4', 'Opfølgning'),
    railPage('quality-empty', 'Control+5', 'Kvalitet'),
    railPage('organisation-empty', 'Control+6', 'Organisation'),
  ],
}
