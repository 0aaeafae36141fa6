// @ts-check
import { requireNode } from '../main/node-version.mjs'

requireNode()
const { start } = await import('./host/start.ts')
await start(process.argv.slice(2))
