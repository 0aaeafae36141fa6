import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { changed, type FileCase, fileIn } from './case.ts'

const named =
  (name: string): FileCase['make'] =>
  (folder, sound) => {
    copyFileSync(sound, join(folder, name))
    return join(folder, name)
  }

const opened = (name: string, make: FileCase['make']): FileCase => ({ name, make, expected: 'opened' })

function readOnly(folder: string, sound: string): undefined {
  changed((file) => chmodSync(file, 0o444))(folder, sound)
  chmodSync(folder, 0o555)
}

function longPath(folder: string, sound: string): string {
  const deep = join(folder, ...Array.from({ length: 12 }, (_, level) => `${level}`.padEnd(100, 'å')))
  mkdirSync(deep, { recursive: true })
  copyFileSync(sound, join(deep, 'plan.sqlite'))
  return join(deep, 'plan.sqlite')
}

/** What is no file, cannot be reached, or has a name that somewhere means something else. */
export const pathCases: readonly FileCase[] = [
  {
    name: '62 folder',
    make: (folder) => void mkdirSync(fileIn(folder)),
    expected: 'workbook.not-a-file',
    details: /folder/,
  },
  {
    name: '63 FIFO',
    make: (folder) => void execFileSync('mkfifo', [fileIn(folder)]),
    expected: 'workbook.not-a-file',
    details: /special/,
  },
  { name: '64 device', make: () => '/dev/zero', expected: 'workbook.not-a-file', details: /special/ },
  {
    name: '65 dangling link',
    make: (folder) => void symlinkSync(join(folder, 'gone'), fileIn(folder)),
    expected: 'workbook.missing',
  },
  {
    name: '66 link in a circle',
    make: (folder) => void symlinkSync(fileIn(folder), fileIn(folder)),
    expected: 'workbook.missing',
  },
  { name: '67 does not exist', make: () => undefined, expected: 'workbook.missing' },
  {
    name: '67a in a folder that is a file',
    make: (_, sound) => join(sound, 'x'),
    expected: 'workbook.missing',
  },
  {
    name: '68 no permission to read',
    make: changed((file) => chmodSync(file, 0o000)),
    expected: 'workbook.no-access',
    asNobody: true,
  },
  { ...opened('69 read-only file in read-only folder', readOnly), asNobody: true },
  opened('70 name with æøå, emoji, decomposed å', named('Målaftale æøå 🌳 a\u030A.sqlite')),
  opened("71 name with # ? % ' and ;", named("a#b?c%20d'e;f.sqlite")),
  opened('72 name with leading and trailing space', named('  plan.sqlite  ')),
  opened('73 name beginning with "file:"', named('file:plan.sqlite?mode=memory')),
  opened('74 name ":memory:"', named(':memory:')),
  opened('75 name of 255 bytes', named('a'.repeat(255))),
  {
    name: '76 name of 300 bytes',
    make: (folder) => join(folder, 'a'.repeat(300)),
    expected: 'workbook.missing',
  },
  opened('77 path of about 1,200 characters', longPath),
]
