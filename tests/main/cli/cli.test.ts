import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleBook, planvaerk } from '../../support/command-line.ts'
import { exampleFiles, readJson, temporaryFolder } from '../../support/workbooks.ts'

describe('the main job', () => {
  test('new, import and list: a workbook and its plans, a line each', async () => {
    const book = join(temporaryFolder(), 'bog.sqlite')
    expect(await planvaerk('new', book, '--organisation', 'Sundkøbing Kommune')).toMatchObject({ status: 0 })
    expect(await planvaerk('import', book, ...exampleFiles.slice(0, 3))).toMatchObject({ status: 0 })
    const { out } = await planvaerk('list', book)
    expect(out).toEqual([
      'politisk-grundlag-2026\tpolitisk-grundlag\tPolitisk grundlag\tByrådet\t2026-29\tgodkendt',
      'direktionen-2027\tmaalaftale\tMålaftale\tDirektionen\t2027-29\tgodkendt',
      'boern-og-laering-2027\tmaalaftale\tMålaftale\tCenter for Børn & Læring\t2027-29\tpolitisk-behandling',
    ])
  })

  test('export writes one Word file a plan and prints its path; twice gives identical bytes', async () => {
    const { folder, book } = await exampleBook()
    const first = await planvaerk('export', book, '--out', join(folder, 'a'))
    const second = await planvaerk('export', book, '--out', join(folder, 'b'))
    expect(first.status).toBe(0)
    expect(first.out).toHaveLength(10)
    const names = readdirSync(join(folder, 'a')).sort()
    expect(first.out.toSorted()).toEqual(names.map((name) => join(folder, 'a', name)).toSorted())
    expect(names).toEqual(readdirSync(join(folder, 'b')).sort())
    for (const name of names) {
      expect(readFileSync(join(folder, 'b', name)).equals(readFileSync(join(folder, 'a', name)))).toBe(true)
    }
    expect(second.status).toBe(0)
  })

  test('export as JSON gives the plans that were imported', async () => {
    const { folder, book } = await exampleBook()
    const { out } = await planvaerk('export', book, '--out', join(folder, 'json'), '--format', 'json')
    expect(out.map(readJson)).toEqual(exampleFiles.map(readJson))
  })

  test('export of chosen plans, in the order they were named', async () => {
    const { folder, book } = await exampleBook()
    const wanted = ['strategiplan-2027', 'handleplan-2027']
    const { out } = await planvaerk('export', book, '--out', folder, '--format', 'json', '--plan', ...wanted)
    expect(out.map(readJson)).toMatchObject(wanted.map((id) => ({ plan: { id } })))
  })

  test('check tells that the workbook is sound, also as JSON', async () => {
    const { book } = await exampleBook()
    expect((await planvaerk('check', book)).out[0]).toMatch(
      /^Projektmappen er hel: 10 planer, [\d.]+ punkter\.$/,
    )
    const { out } = await planvaerk('check', book, '--json')
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ sound: true, plans: 10, openReferences: [] })
  })

  test('when tells how time expressions are understood', async () => {
    const { status, out } = await planvaerk('when', '--json', 'ultimo 2027', 'når tid er')
    expect(status).toBe(0)
    expect(out.map((line) => JSON.parse(line))).toMatchObject([
      { text: 'ultimo 2027', earliest: '2027-12-01', latest: '2027-12-31' },
      { text: 'når tid er', kind: 'unknown', earliest: null, latest: null },
    ])
  })

  test('open references and a foreign organisation are told, and the import is done', async () => {
    const { folder } = await exampleBook()
    const book = join(folder, 'anden.sqlite')
    await planvaerk('new', book, '--organisation', 'Egelund Kommune')
    const { status, err } = await planvaerk('import', book, exampleFiles[1] ?? '')
    expect(status).toBe(0)
    expect(err[0]).toContain('er fra »Sundkøbing Kommune«, men projektmappen tilhører »Egelund Kommune«')
    expect(err.slice(1).every((line) => line.includes('som endnu ikke er i projektmappen'))).toBe(true)
    expect(err.length).toBeGreaterThan(5)
  })
})

describe('what cannot be done is one Danish line, exit status 1, and nothing is changed', () => {
  test.each<[string, (folder: string) => readonly string[], RegExp]>([
    ['a missing workbook', (folder) => ['list', join(folder, 'nej.sqlite')], /Der er ingen fil med navnet/],
    [
      'a text file as workbook',
      (folder) => ['check', made(folder, 'a.sqlite', 'Kære alle')],
      /er ikke en projektmappe, men en tekstfil/,
    ],
    [
      'a new workbook over an old file',
      (folder) => ['new', made(folder, 'a.sqlite', 'x'), '--organisation', 'x'],
      /findes allerede/,
    ],
    [
      'a missing exchange file',
      (folder) => ['import', join(folder, 'ny.sqlite'), join(folder, 'nej.json')],
      /findes ikke\. Intet er importeret/,
    ],
    [
      'a folder as exchange file',
      (folder) => ['import', join(folder, 'ny.sqlite'), folder],
      /er ikke en fil/,
    ],
    [
      'broken JSON',
      (folder) => ['import', join(folder, 'ny.sqlite'), made(folder, 'a.json', '{\n  "format": ]')],
      /er ikke gyldig JSON \(linje 2, tegn 13\)/,
    ],
    [
      'invalid UTF-8',
      (folder) => [
        'import',
        join(folder, 'ny.sqlite'),
        made(folder, 'a.json', Buffer.from([0x7b, 0x22, 0xe6, 0x22])),
      ],
      /er ikke skrevet som UTF-8 \(ved byte 3\)/,
    ],
    [
      '100 MB',
      (folder) => [
        'import',
        join(folder, 'ny.sqlite'),
        made(folder, 'a.json', Buffer.alloc(100_000_000, 32)),
      ],
      /fylder 100 MB/,
    ],
    [
      'an unknown key',
      (folder) => [
        'import',
        join(folder, 'ny.sqlite'),
        made(
          folder,
          'a.json',
          '{"format":"planvaerk-plan","version":1,"organisation":{"name":"x"},"hest":1}',
        ),
      ],
      /: plan: mangler\. Intet/,
    ],
    [
      'deep nesting',
      (folder) => ['import', join(folder, 'ny.sqlite'), made(folder, 'a.json', `${'['.repeat(500_000)}`)],
      /er ikke gyldig JSON/,
    ],
  ])('%s', async (_name, words, sentence) => {
    const folder = temporaryFolder()
    const line = words(folder)
    const before = readdirSync(folder)
    const { status, out, err } = await planvaerk(...line)
    expect(status).toBe(1)
    expect(out).toEqual([])
    expect(err).toHaveLength(1)
    expect(err[0]).toMatch(sentence)
    expect(err[0]).not.toContain('\n')
    expect(readdirSync(folder)).toEqual(before)
  })

  test('a refused import leaves the workbook byte for byte as it was', async () => {
    const { folder, book } = await exampleBook()
    const before = readFileSync(book)
    const again = await planvaerk('import', book, exampleFiles[2] ?? '')
    expect(again).toMatchObject({ status: 1, out: [] })
    expect(again.err[0]).toContain('plan.id: projektmappen har allerede planen »boern-og-laering-2027«')
    expect(readFileSync(book).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(['Sundkøbing.sqlite'])
  })

  test('an unknown plan names those that are known', async () => {
    const { folder, book } = await exampleBook()
    const { status, err } = await planvaerk('export', book, '--out', join(folder, 'x'), '--plan', 'hest')
    expect(status).toBe(1)
    expect(err[0]).toContain('ingen plan med id »hest«')
    expect(err[0]).toContain('handleplan-2027')
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })

  test('a folder that cannot be written to', async () => {
    const { folder, book } = await exampleBook()
    const blocked = made(folder, 'fil', 'x')
    const { status, err } = await planvaerk('export', book, '--out', join(blocked, 'Word'))
    expect(status).toBe(1)
    expect(err).toHaveLength(1)
    expect(err[0]).not.toContain('uventet')
  })
})

describe('wrong words are told in Danish, exit status 2', () => {
  test.each<[readonly string[], RegExp]>([
    [[], /Kommandoen kunne ikke forstås/],
    [['hest'], /Kommandoen »hest« kendes ikke/],
    [['list'], /Der mangler et argument: BOOK.sqlite/],
    [['list', 'a', 'b'], /for mange argumenter/],
    [['list', 'a', '--hest'], /Tilvalget --hest kendes ikke/],
    [['export', 'a'], /Tilvalget --out <FOLDER> skal angives/],
    [['export', 'a', '--out', 'b', '--format', 'pdf'], /Værdien til .*--format.* kan ikke bruges/],
    [['new', 'a', '--organisation', ''], /Værdien til .*--organisation.* kan ikke bruges/],
    [['new', 'a', '--organisation', 'x'.repeat(501)], /Værdien til .*--organisation.* kan ikke bruges/],
    [['new', 'a', '--organisation'], /Tilvalget --organisation <NAME> mangler en værdi/],
  ])('%j', async (words, sentence) => {
    const { status, out, err } = await planvaerk(...words)
    expect({ status, out }).toEqual({ status: 2, out: [] })
    expect(err).toHaveLength(1)
    expect(err[0]).toMatch(sentence)
  })

  test.each([
    [],
    ['new'],
    ['import'],
    ['list'],
    ['export'],
    ['merge'],
    ['clean'],
    ['salvage'],
    ['check'],
    ['when'],
  ])('%s --help', async (...command) => {
    const { status, out } = await planvaerk(...command, '--help')
    expect(status).toBe(0)
    expect(out.join('\n')).toMatch(/^Brug: planvaerk/)
    expect(out.join('\n')).not.toMatch(/Usage|[Oo]ptions|command|display help|choices|default/)
  })
})

describe('the program itself', () => {
  const entry = join(import.meta.dirname, '../../../main/planvaerk.mjs')

  test('starts as a process of its own', () => {
    const output = execFileSync(process.execPath, [entry, 'when', 'uge 14 2027'], { encoding: 'utf8' })
    expect(output).toContain('uge 14 2027 →')
  })

  test('ends quietly when the reader of its pipe has left', () => {
    const words = Array.from({ length: 8_000 }, (_, index) => `'uge ${index}'`).join(' ')
    const command = `'${process.execPath}' '${entry}' when ${words} | head -n 1`
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
    expect(stdout.split('\n')).toHaveLength(2)
    expect(stderr).toBe('')
  })

  test('refuses an older Node in one sentence', () => {
    const script = "import { requireNode } from './node-version.mjs'; requireNode('20.20.2')"
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: join(entry, '..'),
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^Planværk kræver Node 24 eller nyere, men kører på Node 20\.20\.2\.[^\n]*\n$/)
  })
})

function made(folder: string, name: string, content: string | Buffer): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}
