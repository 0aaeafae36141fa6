import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { create } from 'zustand'
import { offerFocus, putFocus } from '../state/focus.ts'
import { useView } from '../state/view.ts'
import { goLive } from './rich-text/live.ts'

/**
 * Places of the form where a caret can stand, as the history keeps them: `field:KEY@N`. KEY is a row of the template, `text`, or
 * begins with `=`, which no row's key does. Elements that are places carry the key in `data-place`.
 */
export const TITLE = '=title'

/** A cell of a milestone or an indicator. */
export const cellKey = (partId: string, column: string): string => `=${partId}/${column}`

export const fieldPlace = (key: string, at: number): string => `field:${key}@${at}`

interface Wish {
  readonly nodeId: string | null
  /** null = the first text of the form */
  readonly key: string | null
  readonly at: number | 'end'
}

const useWish = create<{ readonly wish: Wish | null }>(() => ({ wish: null }))

/** Asks for the caret in a place of a form, now or when the form has been drawn. */
export const wishFocus = (wish: Wish): void => useWish.setState({ wish })

/** Reads `field:`, `field:KEY` and `field:KEY@N`. */
export function parsePlace(place: string): Pick<Wish, 'key' | 'at'> {
  const [, key = '', at] = /^field:(.*?)(?:@(\d+))?$/s.exec(place) ?? []
  return { key: key === '' ? null : key, at: at === undefined ? 'end' : Number(at) }
}

/** Hears where the rest of the window wants the caret. */
export function useOfferedPlaces(): void {
  useEffect(() => offerFocus('field', ({ nodeId, place }) => wishFocus({ nodeId, ...parsePlace(place) })), [])
}

/** Whether the caret is to go into the form of that node. */
export const useIsWished = (nodeId: string | null): boolean =>
  useWish(({ wish }) => wish !== null && wish.nodeId === nodeId)

/** Puts the caret where it was wished, once the form of that node is drawn in `root`. */
export function useFulfilledWish(root: RefObject<HTMLElement | null>, nodeId: string | null): void {
  const { wish } = useWish()
  // Before the next key: it is meant for where the caret will be.
  useLayoutEffect(() => {
    if (!wish || wish.nodeId !== nodeId || !root.current) return
    const place = findPlace(root.current, wish.key)
    if (!place) return
    useWish.setState({ wish: null })
    enterPlace(place, wish.at)
  })
}

/** The place with the key; else the first text below the title, else the title. */
function findPlace(root: HTMLElement, key: string | null): HTMLElement | undefined {
  const places = placesIn(root)
  return (
    places.find(({ dataset }) => dataset.place === key) ??
    places.find(({ dataset }) => dataset.place !== TITLE) ??
    places[0]
  )
}

const placesIn = (root: HTMLElement): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-place]'),
]

/** Puts the caret into a place. A rich text becomes editable, the others are so already. */
export function enterPlace(place: HTMLElement, at: number | 'end'): void {
  const { field } = place.dataset
  if (field !== undefined) goLive(field, at)
  else if (place instanceof HTMLTextAreaElement || place instanceof HTMLInputElement) {
    const caret = at === 'end' ? place.value.length : at
    place.focus({ preventScroll: true })
    place.setSelectionRange(caret, caret)
  }
  place.scrollIntoView({ block: 'nearest' })
}

/** From one place to the one that follows it in the form. */
export function enterNextPlace(from: HTMLElement): void {
  const form = from.closest<HTMLElement>('[data-form]')
  if (!form) return
  const places = placesIn(form)
  const next = places[places.indexOf(from) + 1]
  if (next) enterPlace(next, 'end')
}

/** Out of the form, to the row of the outline that it belongs to. */
export const leaveForm = (): void => putFocus({ nodeId: useView.getState().outline.current, place: 'row' })
