import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { electronForPreload } from '../e2e/host/page-world.ts'
import { temporaryFolder } from '../support/folders.ts'

const root = join(import.meta.dirname, '../..')
const surface = join(root, 'tests/e2e/host/tsconfig.surface.json')

/** What the compiler says when a project's `electron` is the stand-in. */
async function complaints(project: string): Promise<string> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  try {
    await promisify(execFile)(process.execPath, [tsc, '--project', project, '--pretty', 'false'])
    return ''
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout)
    throw error
  }
}

test('whatever main uses of electron, the stand-in host has', async () => {
  expect(await complaints(surface)).toBe('')
})

test('what the stand-in lacks would be seen', async () => {
  const folder = temporaryFolder()
  const program = join(folder, 'program.mts')
  writeFileSync(
    program,
    `import { app, BrowserWindow, Tray } from 'electron'
     app.setBadgeCount(1)
     app.on('gpu-info-update', () => {})
     new BrowserWindow().setOpacity(0.5)`,
  )
  const project = join(folder, 'tsconfig.json')
  const compilerOptions = { typeRoots: [join(root, 'node_modules/@types')] }
  writeFileSync(project, JSON.stringify({ extends: surface, compilerOptions, files: [program] }))
  const said = await complaints(project)
  const lines = Array.from(said.matchAll(/program\.mts\((\d),/g), ([, line]) => Number(line))
  expect([...new Set(lines)]).toEqual([1, 2, 3, 4])
})

test('whatever the preload uses of electron, the page of the stand-in has', () => {
  const source = readFileSync(join(root, 'preload/index.ts'), 'utf8')
  const [, names = ''] = /import \{([^}]+)\} from 'electron'/.exec(source) ?? []
  const line = { post: () => undefined, hear: () => undefined }
  const given: Readonly<Record<string, object>> = electronForPreload(line)
  const used = names.split(',').map((name) => name.trim())
  expect(used.length).toBeGreaterThan(1)
  const members = used.flatMap((name) =>
    Array.from(
      source.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g')),
      ([, member = '']) => [name, member] as const,
    ),
  )
  expect(members.filter(([name, member]) => !(member in (given[name] ?? {})))).toEqual([])
  expect(used.filter((name) => !(name in given))).toEqual([])
})
