#!/usr/bin/env node
// @ts-check
import { requireNode } from './node-version.mjs'

requireNode()
// Whoever reads a pipe may leave before the end ("planvaerk list … | head").
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
  process.exit()
})

const { run } = await import('./cli/run.ts')
process.exitCode = await run(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
})
