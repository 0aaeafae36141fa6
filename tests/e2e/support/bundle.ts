import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** The stories run the real bundles, made of the sources as they are now. */
export function setup(): void {
  const root = join(import.meta.dirname, '../../..')
  execFileSync(process.execPath, ['build/bundle.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}
