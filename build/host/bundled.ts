import { spawnSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { texts } from './texts.ts'

export const root = join(import.meta.dirname, '../..')

const bundles = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const sources = [
  '{db,main,preload,renderer}/**/*.{ts,tsx,mjs,css,html}',
  'build/bundle.ts',
  'package-lock.json',
]

/** Makes the bundles in `out/` when one is missing or older than a source. Ends the process when they cannot be made. */
export function makeBundles(): void {
  const oldest = Math.min(...bundles.map((file) => changed(file)))
  const newest = Math.max(...globSync(sources, { cwd: root }).map((file) => changed(file)))
  if (oldest > newest) return
  const { status } = spawnSync(process.execPath, [join(root, 'build/bundle.ts')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status === 0) return
  process.stderr.write(`${texts.noBundles}\n`)
  process.exit(1)
}

/** When a file was changed last, in milliseconds; 0 = it is not there. */
const changed = (file: string): number => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
