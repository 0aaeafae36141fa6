import { registerHooks } from 'node:module'
import { isMainThread } from 'node:worker_threads'
import { beControlled } from './control.ts'

/**
 * `node --import ./tests/e2e/host/register.ts out/main/index.js` runs the built program without the Electron binary: its
 * `electron` is the stand-in. The program can tell by the variable below, and shows its menu in the window.
 */
const standIn = new URL('./running-electron.ts', import.meta.url).href

const HOST = 'stand-in'

// Node carries `--import` on into the workers and children of the program, which have no electron.
if (isMainThread && process.env.PLANVAERK_HOST !== HOST) {
  process.env.PLANVAERK_HOST = HOST
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: standIn, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  })
  beControlled()
}
