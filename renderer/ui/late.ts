import { type ComponentType, lazy } from 'react'

/** A component that is read only when it is first shown, so that the window stands sooner; to be drawn within a `Suspense`. */
export const late = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => ({ default: await load() }))
