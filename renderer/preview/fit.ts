import { type RefObject, useLayoutEffect, useState } from 'react'
import { page } from '../../db/model/report/look.ts'
import { pixels } from './units.ts'

/** Beside the paper, in CSS pixels: the scroll bar, and a little air on both sides. */
const beside = 40

/** How much smaller than life the paper is where it fills the pane's width. */
export function useFit(pane: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = pane.current
    if (!element) return
    const measure = () => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [pane])
  return width > beside ? (width - beside) / pixels(page.width) : 1
}
