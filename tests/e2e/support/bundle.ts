import { makeBundles } from '../../../build/host/bundled.ts'

/** The stories run the real bundles, made of the sources as they are now. */
export const setup = (): void => makeBundles()
