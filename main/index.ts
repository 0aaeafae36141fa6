import { join } from 'node:path'
import { keepCompiled } from './shell/keep-compiled.ts'

keepCompiled()
// Electron is not ready before this module has been run to the end.
const { start } = await import('./shell/start.ts')
start(join(import.meta.dirname, '..'))
