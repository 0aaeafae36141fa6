import { useEffect, useState } from 'react'

/** A part of the program that is read after the window stands. */
export interface Late<T> {
  /** Null until it has been read. */
  readonly now: () => T | null
  readonly read: () => Promise<T>
}

/** Comes when what has been drawn is on the screen; where nobody looks, after a while. */
export const frameShown = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, 500)
  })

/** A part that `load` reads, the first time that it is asked for. */
export function late<T>(load: () => Promise<T>): Late<T> {
  let part: T | null = null
  return {
    now: () => part,
    read: async () => {
      part ??= await load()
      return part
    },
  }
}

/**
 * The part, once what can be drawn without it is on the screen and it has been read. React's own `lazy` would keep it back for a
 * third of a second even when it is there.
 */
export function useLate<T>({ now, read }: Late<T>): T | null {
  const [part, setPart] = useState(now)
  useEffect(() => {
    if (part === null)
      void frameShown()
        .then(read)
        .then((loaded) => setPart(() => loaded))
  }, [part, read])
  return part
}
