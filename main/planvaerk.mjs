#!/usr/bin/env node
// @ts-check
import { requireNode } from './node-version.mjs'

requireNode()
const { run } = await import('./cli/run.ts')
process.exitCode = await run(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
})
