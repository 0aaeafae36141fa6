import { rearrange } from '../actions/doing.ts'
import { toggleFold } from '../actions/folding.ts'
import { dropOf, dropPlaceAt } from '../model/drop.ts'
import { FOLD_WIDTH, INDENT, MARGIN } from '../row-styles.ts'
import { type Scene, scene } from '../scene.ts'
import { ROW_HEIGHT } from '../viewport.ts'
import { useDrag } from './drag.ts'

/** CSS pixels that the pointer moves before it drags: a click is not always still. */
const THRESHOLD = 5
/** The edge in which the list scrolls by itself, and the most that it does so in a frame. */
const EDGE = 40
const FASTEST = 14
/** Milliseconds over a folded row before it opens. */
const UNFOLD_AFTER = 700

interface Point {
  readonly clientX: number
  readonly clientY: number
}

/** Follows the pointer from the press on a row until the rows are dropped, or Escape gives it up. */
export function followPointer(press: PointerEvent, scroller: HTMLElement): void {
  const following = new Following(press, scroller)
  const stop = () => {
    following.end()
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', drop)
    window.removeEventListener('pointercancel', stop)
    window.removeEventListener('keydown', giveUp, true)
  }
  const move = (event: PointerEvent) => following.move(event)
  const drop = () => {
    following.drop()
    stop()
  }
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !following.drags) return
    event.preventDefault()
    event.stopPropagation()
    stop()
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', drop)
  window.addEventListener('pointercancel', stop)
  window.addEventListener('keydown', giveUp, true)
}

class Following {
  readonly #start: Point
  readonly #pointerId: number
  readonly #scroller: HTMLElement
  #last: Point
  #frame = 0
  #rows: ReadonlySet<string> = new Set()
  #over: { readonly id: string; readonly since: number } | null = null
  drags = false

  constructor(press: PointerEvent, scroller: HTMLElement) {
    this.#start = press
    this.#last = press
    this.#pointerId = press.pointerId
    this.#scroller = scroller
  }

  move(point: Point): void {
    this.#last = point
    if (!this.drags) {
      const { clientX, clientY } = this.#start
      if (Math.hypot(point.clientX - clientX, point.clientY - clientY) < THRESHOLD) return
      this.#begin()
    }
    this.#show()
  }

  drop(): void {
    const { drag } = useDrag.getState()
    const at = scene()
    if (!drag?.place || !at) return
    rearrange(at, dropOf(at.outline, drag.ids, drag.place), 'always')
  }

  end(): void {
    cancelAnimationFrame(this.#frame)
    useDrag.setState({ drag: null })
    if (!this.drags) return
    this.#scroller.releasePointerCapture(this.#pointerId)
    // The click that ends a drag is no click.
    const swallow = (event: Event) => event.stopPropagation()
    window.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => window.removeEventListener('click', swallow, true))
  }

  #begin(): void {
    this.drags = true
    this.#rows = rowsWithin(scene())
    this.#scroller.setPointerCapture(this.#pointerId)
    const scroll = () => {
      this.#scroll()
      this.#unfold()
      this.#frame = requestAnimationFrame(scroll)
    }
    this.#frame = requestAnimationFrame(scroll)
  }

  #show(): void {
    const at = scene()
    if (!at) return
    const { clientX: x, clientY: y } = this.#last
    const { left, top } = this.#scroller.getBoundingClientRect()
    const gap = Math.round((y - top + this.#scroller.scrollTop) / ROW_HEIGHT)
    const level = Math.floor((x - left - MARGIN - FOLD_WIDTH / 2) / INDENT) + 1
    const rows = Math.min(Math.max(gap, 0), at.rows.length)
    const place = dropPlaceAt(at.outline, at.rows, at.operands, { gap: rows, level })
    useDrag.setState({ drag: { ids: at.operands, rows: this.#rows, place, x, y } })
  }

  #scroll(): void {
    const { top, bottom } = this.#scroller.getBoundingClientRect()
    const above = top + EDGE - this.#last.clientY
    const below = this.#last.clientY - bottom + EDGE
    const depth = above > 0 ? -above : Math.max(below, 0)
    if (depth === 0) return
    const before = this.#scroller.scrollTop
    this.#scroller.scrollTop += Math.sign(depth) * Math.min(FASTEST, Math.abs(depth) / 3)
    if (this.#scroller.scrollTop !== before) this.#show()
  }

  /** A folded row opens when the pointer rests on it. */
  #unfold(): void {
    const at = scene()
    const { top } = this.#scroller.getBoundingClientRect()
    const row = at?.rows[Math.floor((this.#last.clientY - top + this.#scroller.scrollTop) / ROW_HEIGHT)]
    if (!at || !row?.folded || at.operands.includes(row.id)) this.#over = null
    else if (this.#over?.id !== row.id) this.#over = { id: row.id, since: performance.now() }
    else if (performance.now() - this.#over.since > UNFOLD_AFTER) {
      toggleFold(row.id)
      this.#over = null
      this.#show()
    }
  }
}

/** The rows that an action is about, with all that is shown below them. */
function rowsWithin(at: Scene | null): ReadonlySet<string> {
  const within = new Set<string>(at?.operands)
  for (const { id } of at?.rows ?? []) {
    const parentId = at?.mirror.nodes.get(id)?.parentId
    if (parentId && within.has(parentId)) within.add(id)
  }
  return within
}
