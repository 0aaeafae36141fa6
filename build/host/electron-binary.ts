import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './bundled.ts'

const folder = join(root, 'node_modules/electron')
/** Written when the binary could not be had; for a day nobody waits for it again. */
const refused = join(root, 'node_modules/.cache/electron-not-had')
const DAY = 24 * 60 * 60 * 1000
/** How long fetching the binary may take, in milliseconds. */
const PATIENCE = 120_000

/** The path of the Electron binary, fetched the first time; null where it cannot be had. */
export function electronBinary(): string | null {
  const there = installed()
  if (there !== null) return there
  const triedAt = statSync(refused, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (!existsSync(join(folder, 'install.js')) || Date.now() - triedAt < DAY) return null
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: PATIENCE })
  const now = installed()
  if (now === null) {
    mkdirSync(dirname(refused), { recursive: true })
    writeFileSync(refused, '')
  }
  return now
}

/** Electron writes the binary's name beside the folder that it unpacks. */
function installed(): string | null {
  const name = join(folder, 'path.txt')
  if (!existsSync(name)) return null
  const binary = join(folder, 'dist', readFileSync(name, 'utf8'))
  return existsSync(binary) ? binary : null
}
