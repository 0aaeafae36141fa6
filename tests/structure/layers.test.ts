import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Who may import what: the layer table of ARCHITECTURE.md as data. The longest matching folder counts. */
const layers: Readonly<Record<string, readonly string[]>> = {
  'db/model': ['db/model', 'zod', 'uuid', 'markdown-it'],
  db: ['db', 'better-sqlite3', 'fractional-indexing', 'zod', 'node:'],
  'main/word': ['main/word', 'db/model', 'docx', 'fflate', 'node:timers/promises'],
  'main/ooxml': ['main/ooxml', 'fflate', '@xmldom/xmldom'],
  'main/accessibility': ['main/accessibility', 'main/ooxml', 'main/word', 'db/model'],
  'main/import': ['main/import', 'db', 'jsonc-parser', 'node:'],
  'main/export': ['main/export', 'main/word', 'main/accessibility', 'db', 'preload', 'node:'],
  'main/cli': [
    'main/cli',
    'main/export',
    'main/import',
    'main/word',
    'main/accessibility',
    'db',
    'commander',
    'node:',
  ],
  'main/session': ['main/session', 'main/export', 'main/import', 'db', 'preload', 'zod', 'node:'],
  'main/shell': ['main/shell', 'main/session', 'db', 'preload', 'electron', 'node:'],
  main: ['main', 'node:path'],
  preload: ['preload', 'db/model', 'zod', 'electron'],
  renderer: [
    'renderer',
    'db/model',
    'preload',
    'react',
    'react-dom',
    'zustand',
    '@fluentui',
    '@tiptap',
    '@tanstack/react-virtual',
    'docx-preview',
    'zod',
    'fractional-indexing',
  ],
}

const root = join(import.meta.dirname, '../..')
const sources = globSync('{db,main,preload,renderer}/**/*.{ts,tsx,mjs}', { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
)

const layerOf = (file: string): string =>
  Object.keys(layers)
    .filter((folder) => file.startsWith(`${folder}/`))
    .toSorted((a, b) => b.length - a.length)[0] ?? ''

const importsOf = (file: string): readonly string[] => targetsIn(file, readFileSync(join(root, file), 'utf8'))

/** Imports that are there when the program runs. */
const valuesOf = (file: string): readonly string[] =>
  targetsIn(file, readFileSync(join(root, file), 'utf8').replaceAll(/(^|\n)import type /g, '$1'))

function targetsIn(file: string, text: string): readonly string[] {
  const named = text.matchAll(/(?:^|\n)(?:import|export)[^'";]*?from '([^']+)'|import\('([^']+)'\)/g)
  return Array.from(named, ([, from, dynamic]) => {
    const target = from ?? dynamic ?? ''
    return target.startsWith('.') ? posix.join(posix.dirname(file), target) : target
  })
}

const allowed = (target: string, may: readonly string[]): boolean =>
  may.some((name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`))

describe('layers', () => {
  test('every source file belongs to a layer', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.filter((file) => layerOf(file) === '')).toEqual([])
  })

  test.each(Object.keys(layers))('%s imports only what it may', (layer) => {
    const may = layers[layer] ?? []
    const wrong = sources
      .filter((file) => layerOf(file) === layer)
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => !allowed(target, may))
          .map((target) => `${file} imports ${target}`),
      )
    expect(wrong).toEqual([])
  })

  test('a forbidden import would be seen', () => {
    expect(allowed('better-sqlite3', layers['db/model'] ?? [])).toBe(false)
    expect(allowed('main/word/styles.ts', layers.db ?? [])).toBe(false)
    expect(importsOf('db/workbook.ts')).toContain('db/file/open.ts')
  })
})

describe('the border', () => {
  const importers = (wanted: string): readonly string[] =>
    sources.filter((file) => importsOf(file).some((target) => target === wanted))

  test('only the shell and the preload import Electron', () => {
    const found = importers('electron')
    expect(found).toContain('main/shell/start.ts')
    expect(found.filter((file) => !/^main\/shell\/|^preload\/index\.ts$/.test(file))).toEqual([])
  })

  test('the window knows the contract as types alone; of the preload it runs the actions and the preferences', () => {
    const window = sources.filter((file) => file.startsWith('renderer/'))
    const values = window.flatMap((file) =>
      valuesOf(file)
        .filter((target) => target.startsWith('preload/'))
        .map((target) => `${file} runs ${target}`),
    )
    const mayRun = / runs preload\/(actions|preferences)\.ts$/
    expect(window.length).toBeGreaterThan(20)
    expect(values.filter((use) => !mayRun.test(use))).toEqual([])
  })
})

describe('words', () => {
  test('Danish for the user stands in the texts, the templates and the vocabulary of time alone', () => {
    const homes = ['db/model/texts/', 'db/model/template/built-in/', 'db/model/time/']
    const danish = sources
      .filter((file) => !homes.some((home) => file.startsWith(home)))
      .filter((file) => /'[^'\n]*[æøåÆØÅ»][^'\n]*'|`[^`]*[æøåÆØÅ»][^`]*`/.test(withoutComments(file)))
    // The folding of letters must name them; the version guard must speak before anything can be imported.
    expect(danish.toSorted()).toEqual(['db/model/search/fold.ts', 'main/node-version.mjs'])
  })
})

function withoutComments(file: string): string {
  return readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
}
