import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Spec } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { chapters } from '../support/views/chapters.ts'
import { type Look, openStage, type Size } from '../support/views/stage.ts'
import { walk } from '../support/views/view.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    readonly axe?: typeof axe
  }
}

/** Rules that would be wrong of these elements. */
const exceptions: Spec = {
  rules: [
    // What is drawn of the paper begins with any heading: the pages before it are not in the page.
    { id: 'heading-order', selector: ':is(h1, h2, h3, h4, h5, h6):not([data-pane="preview"] *)' },
    // Menus and lists of suggestions stand for a moment, and beside the page.
    { id: 'region', selector: 'body *:not([data-portal-node] *)' },
  ],
}

/** Fluent's own stops, by which it hears the focus come and go; they pass it on. */
const FLUENT_STOPS = '[data-tabster-dummy]'

/** What axe-core finds: the rule, what it is about, and the first elements that break it. */
async function findings(page: Page): Promise<readonly string[]> {
  // What moves would be measured in colours that are on their way.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  )
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(source)
    await page.evaluate((spec) => window.axe?.configure(spec), exceptions)
  }
  const results = await page.evaluate((stops) => window.axe?.run({ exclude: [stops] }), FLUENT_STOPS)
  if (!results) throw new Error('axe-core did not run')
  return results.violations.map(({ id, nodes }) =>
    [
      id,
      ...nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`),
    ].join('\n  '),
  )
}

/** Walks through all views in one look and size of the window. */
export async function expectNothingFound(look: Look, size: Size): Promise<void> {
  const stage = await openStage(look, size)
  onTestFinished(() => stage.end())
  const found: { readonly finding: string; readonly view: string }[] = []
  await walk(stage, chapters, async ({ name }) => {
    found.push(...(await findings(stage.page)).map((finding) => ({ finding, view: name })))
  })
  const views = Map.groupBy(found, ({ finding }) => finding)
  expect(
    Array.from(views, ([finding, where]) => `${finding}\n  in ${where.map(({ view }) => view)}`),
  ).toEqual([])
}
