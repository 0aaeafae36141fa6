// @ts-check
import { requireNode } from '../main/node-version.mjs'

requireNode()
const { host } = await import('./host/host.ts')
await host(process.argv.slice(2))
