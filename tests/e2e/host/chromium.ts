import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** A Chromium that may be on this computer, and what its process needs to find. */
export interface Chromium {
  readonly path: string
  readonly env: Readonly<Record<string, string>>
}

const plain = (path: string): Chromium => ({ path, env: {} })

/** The Chromiums of this computer, best first. The packaged one has no window, so it serves only where none is wanted. */
export async function chromiums(headed: boolean): Promise<readonly Chromium[]> {
  const packaged = headed ? [] : await packagedChromium()
  const named = process.env.CHROMIUM_PATH
  const installed = installedPaths().filter((path) => existsSync(path))
  return [...packaged, ...(named ? [plain(named)] : []), ...installed.map(plain)]
}

function installedPaths(): readonly string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'Chromium/Application/chrome.exe',
    ]
    return programs.flatMap((program) => folders.map((folder) => join(folder ?? '', program)))
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  return ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].flatMap(
    (name) => folders.map((folder) => join(folder, name)),
  )
}

/** The Chromium inside the npm package `@sparticuz/chromium` (Linux on x64), unpacked once beside the packages. */
async function packagedChromium(): Promise<readonly Chromium[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const root = dirname(dirname(entry))
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const folder = join(root, '../../.cache', `chromium-${version}`)
  if (!existsSync(folder)) await unpack(entry, folder)
  const path = join(folder, 'chromium')
  const env: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') }
  // A bare machine lacks the libraries that the package brings; where the system has its own, those must be used.
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023/lib') }
  return [
    { path, env },
    { path, env: { ...env, ...libraries } },
  ]
}

/**
 * The package unpacks into the folder for temporary files and takes whatever lies there for finished. So it is given a
 * folder of its own, which becomes the real one when it is whole: many programs may start at once.
 */
async function unpack(entry: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true })
  const making = mkdtempSync(`${folder}-`)
  const script =
    'const { default: chromium } = await import(process.argv[1]); await chromium.executablePath()'
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script, entry], {
    // This name makes the package unpack its libraries too.
    env: { ...process.env, TMPDIR: making, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
  // Whoever installed the packages may not be who runs the program.
  for (const path of [making, join(making, 'chromium')]) chmodSync(path, 0o755)
  try {
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true })
    if (!existsSync(folder)) throw error
  }
}
