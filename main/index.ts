import { join } from 'node:path'
import { start } from './shell/start.ts'

start(join(import.meta.dirname, '..'))
