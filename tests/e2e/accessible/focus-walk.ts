/// <reference lib="dom" />
import type { Page } from 'playwright-core'

/** Something that can have the focus or be clicked. */
export interface Control {
  /** The same for the same element, as long as it is drawn. */
  readonly id: number
  /** Its role and name. */
  readonly key: string
  /** Of the widget whose arrow keys go between its parts; -1 = it stands alone. */
  readonly widget: number
}

/** A control that Tab came to. */
export interface Stop extends Control {
  /** Whether it looked otherwise while it had the focus; null = not known yet. */
  readonly isSeen: boolean | null
}

interface Walker {
  /** Everything that can be clicked now. */
  controls(): readonly Control[]
  /** What has the focus, and whether what had it at the last call looked otherwise then. */
  step(): { readonly stop: Control | null; readonly lastWasSeen: boolean | null }
}

declare global {
  interface Window {
    __walker?: Walker
  }
}

/** The page's side; carried there as source, so it stands alone. */
function walker(): Walker {
  const ids = new WeakMap<Element, number>()
  let count = 0
  const idOf = (element: Element): number => {
    const known = ids.get(element) ?? ++count
    ids.set(element, known)
    return known
  }
  const texts = (list: string | null): string =>
    (list ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim()
  const nameOf = (element: Element): string => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    const named = [
      texts(element.getAttribute('aria-labelledby')),
      element.getAttribute('aria-label') ?? '',
      labels.map(({ textContent }) => textContent).join(' '),
      element.matches('input, textarea, select, .ProseMirror') ? '' : (element.textContent ?? ''),
      element.getAttribute('title') ?? '',
    ]
    return (named.find((name) => name.trim() !== '') ?? '').trim().slice(0, 80)
  }
  const widgets =
    '[role=tree], [role=toolbar], [role=radiogroup], [role=tablist], [role=menu], [role=listbox], table:has([data-entry])'
  const controlOf = (element: Element): Control => {
    const widget = element.closest(widgets)
    const role = element.getAttribute('role') ?? element.tagName.toLowerCase()
    return { id: idOf(element), key: `${role} ${nameOf(element)}`, widget: widget ? idOf(widget) : -1 }
  }
  const clickable =
    'button, a[href], input, select, textarea, [contenteditable=true], [role=button], [role=checkbox], [role=switch], [role=tab], [role=link], [role=treeitem], [role=textbox], [role=separator][tabindex]'
  const canBeClicked = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.matches(':disabled, [aria-disabled=true], [readonly]') &&
    element.closest('[inert], [aria-hidden=true]') === null

  const drawnAs = (element: Element, pseudo: string): string => {
    const style = getComputedStyle(element, pseudo)
    const { outline, boxShadow, backgroundColor, backgroundImage, backgroundSize, border, color } = style
    const { textDecoration, transform, opacity } = style
    return [outline, boxShadow, backgroundColor, backgroundImage, backgroundSize, border, color]
      .concat([textDecoration, transform, opacity])
      .join()
  }
  /** How it and the frames around it are drawn. */
  const looks = (element: Element): string => {
    for (const animation of document.getAnimations()) {
      if (animation.playState !== 'finished' && animation instanceof CSSTransition) animation.finish()
    }
    const around = [element, element.parentElement, element.parentElement?.parentElement]
    return around
      .flatMap((each) => (each ? ['', '::before', '::after'].map((pseudo) => drawnAs(each, pseudo)) : []))
      .join('\n')
  }
  let last: { readonly element: Element; readonly looked: string } | null = null
  return {
    controls: () => {
      const modal = document.querySelector('[role=dialog][aria-modal=true]')
      return [...(modal ?? document).querySelectorAll(clickable)].filter(canBeClicked).map(controlOf)
    },
    step: () => {
      const outer = document.activeElement
      const activeElement = outer?.shadowRoot?.activeElement ?? outer
      const isStop = activeElement !== null && activeElement !== document.body
      const isOther = last !== null && last.element !== activeElement
      const lastWasSeen =
        last === null || !isOther || !last.element.isConnected ? null : looks(last.element) !== last.looked
      last = isStop ? { element: activeElement, looked: looks(activeElement) } : null
      return { stop: isStop ? controlOf(activeElement) : null, lastWasSeen }
    },
  }
}

/** No view has more stops. */
const MOST = 300

export interface Walk {
  readonly controls: readonly Control[]
  readonly stops: readonly Stop[]
  readonly comesRound: boolean
}

/** Waits until what can be clicked, and what has the focus, stay the same for a moment. */
async function atRest(page: Page): Promise<void> {
  const seen = () =>
    page.evaluate(() => JSON.stringify([window.__walker?.controls(), window.__walker?.step()?.stop]))
  for (let before = '', now = await seen(); now !== before; ) {
    await page.waitForTimeout(250)
    before = now
    now = await seen()
  }
}

/** Milliseconds. */
const AROUND = 150

/** Presses Tab until the focus comes back to where it was. */
export async function walkByTab(page: Page): Promise<Walk> {
  if (!(await page.evaluate(() => '__walker' in window))) {
    await page.evaluate(`window.__walker = (${walker})()`)
  }
  const step = () => page.evaluate(() => window.__walker?.step())
  const stops: Stop[] = []
  let comesRound = false
  await atRest(page)
  await step()
  while (!comesRound && stops.length < MOST) {
    await page.keyboard.press('Tab')
    let taken = await step()
    const last = stops.pop()
    if (last) stops.push({ ...last, isSeen: last.isSeen ?? taken?.lastWasSeen ?? null })
    if (!taken?.stop) {
      // From the end of the page to its beginning the browser takes the focus in its own time, and it is nowhere meanwhile.
      await page.waitForTimeout(AROUND)
      taken = await step()
    }
    if (!taken?.stop) continue
    const { id } = taken.stop
    const isHere = stops.at(-1)?.id === id
    const isOnly = stops.length > 3 && stops.every((stop) => stop.id === id)
    comesRound = isOnly || (!isHere && stops.some((stop) => stop.id === id))
    if (!comesRound) stops.push({ ...taken.stop, isSeen: null })
  }
  // Now, for what the focus comes to may change what is shown.
  const controls = (await page.evaluate(() => window.__walker?.controls())) ?? []
  return { controls, stops, comesRound }
}
