/**
 * The page's side of the measurements: this function is carried into each new document as source text, so it may use nothing
 * outside itself.
 */
export interface Probe {
  /** The next key that is pressed is the one to measure. */
  expectKey(): void
  /** Milliseconds from the press of that key to the end of the frame that shows what it did. */
  keyShown(): Promise<number>
  /** Scrolls the list to its top; answers with its height in CSS pixels. */
  toTop(): number
  /** Begins to take down how long frames take; only those in which the list is scrolled. */
  watchFrames(): void
  /** Milliseconds of each frame since then. */
  framesTaken(): readonly number[]
  /** Once a list has rows: the time of the day, in milliseconds, at which they were on the screen. */
  readonly listShown: Promise<number>
  /** Comes when the page has had so many milliseconds without work. */
  settled(rest: number): Promise<void>
}

declare global {
  interface Window {
    readonly benchProbe: Probe
  }
}

export function installProbe(): void {
  const painted = (): Promise<number> =>
    new Promise((resolve) => {
      // The task has its turn when the frame has been drawn, before other work that waits.
      requestAnimationFrame(() => {
        void scheduler.postTask(() => resolve(performance.now()), { priority: 'user-blocking' })
      })
    })

  const activeRow = () => document.activeElement?.closest('[role="treeitem"]') ?? null

  /** Everything that a key may change about the row that has the focus, read without making the browser lay anything out. */
  const signature = (): string => {
    const row = activeRow()
    const title = row?.querySelector('input, [data-part="title"]')
    const words = title instanceof HTMLInputElement ? title.value : (title?.textContent ?? '')
    const names = ['data-row', 'aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded']
    const place = names.map((name) => row?.getAttribute(name) ?? '')
    return [...place, title?.tagName ?? '', words].join(' ')
  }

  let isExpected = false
  let pressed: { readonly at: number; readonly before: string } | null = null
  let shown = Promise.withResolvers<number>()

  const press = ({ key, timeStamp }: KeyboardEvent): void => {
    if (!isExpected || ['Alt', 'Shift', 'Control'].includes(key)) return
    isExpected = false
    pressed = { at: timeStamp, before: signature() }
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  }
  const look = (): void => {
    if (pressed === null || signature() === pressed.before) return
    const { at } = pressed
    pressed = null
    changes.disconnect()
    void painted().then((now) => shown.resolve(now - at))
  }
  const changes = new MutationObserver(look)
  addEventListener('keydown', press, { capture: true })
  addEventListener('focusin', look)
  addEventListener('input', () => queueMicrotask(look))

  const scroller = (): Element | null => {
    let element = document.querySelector('[role="tree"]')
    while (element && element.scrollHeight <= element.clientHeight) element = element.parentElement
    return element
  }
  let frames: { readonly at: number; readonly top: number }[] | null = null

  const listShown = new Promise<number>((resolve) => {
    const seek = new MutationObserver(() => {
      if (document.querySelector('[role="treeitem"]') === null) return
      seek.disconnect()
      void painted().then((now) => resolve(performance.timeOrigin + now))
    })
    seek.observe(document, { subtree: true, childList: true })
  })

  const probe: Probe = {
    expectKey: () => {
      isExpected = true
      shown = Promise.withResolvers()
    },
    keyShown: () => shown.promise,
    toTop: () => {
      const list = scroller()
      list?.scrollTo({ top: 0, behavior: 'instant' })
      return list?.scrollHeight ?? 0
    },
    watchFrames: () => {
      const list = scroller()
      const taken: { readonly at: number; readonly top: number }[] = []
      frames = taken
      const frame = (): void => {
        if (frames !== taken) return
        taken.push({ at: performance.now(), top: list?.scrollTop ?? 0 })
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    },
    framesTaken: () => {
      const taken = frames ?? []
      frames = null
      const scrolled = (index: number): boolean => taken[index]?.top !== taken[index - 1]?.top
      return taken.flatMap(({ at }, index) => {
        const next = taken[index + 1]
        return next && index > 0 && (scrolled(index) || scrolled(index + 1)) ? [next.at - at] : []
      })
    },
    listShown,
    settled: async (rest) => {
      for (let last = performance.now(), calm = last; last - calm < rest; ) {
        await new Promise((resolve) => setTimeout(resolve, 10))
        const now = performance.now()
        // A timer that comes late has waited for work.
        if (now - last > 50) calm = now
        last = now
      }
    },
  }
  Object.defineProperty(globalThis, 'benchProbe', { value: probe })
}

export const probeScript = `(${installProbe})()`
