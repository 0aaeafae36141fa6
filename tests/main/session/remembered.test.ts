import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../db/model/ids.ts'
import { preferencesIn } from '../../../main/session/preferences.ts'
import { recentsIn } from '../../../main/session/recents.ts'
import { preferencesSchema } from '../../../preload/preferences.ts'
import { temporaryFolder } from '../../support/workbooks.ts'

const defaults = preferencesSchema.parse({})

describe('preferences', () => {
  test('are the defaults at first, and what was written at the next start', () => {
    const file = join(temporaryFolder(), 'data', 'preferences.json')
    const preferences = preferencesIn(file)
    expect(preferences.get()).toEqual(defaults)
    preferences.write({ zoom: 125, theme: 'dark' })
    expect(preferencesIn(file).get()).toEqual({ ...defaults, zoom: 125, theme: 'dark' })
  })

  test('of one plan leave those of others as they are', () => {
    const file = join(temporaryFolder(), 'preferences.json')
    const [one, other] = [newId(), newId()]
    const place = { nodeId: null, folded: [], layout: 'skabelon' as const }
    preferencesIn(file).write({ plans: { [one]: place } })
    preferencesIn(file).write({ plans: { [other]: place } })
    expect(Object.keys(preferencesIn(file).get().plans)).toEqual([one, other])
  })

  test('a value that cannot be read falls back alone', () => {
    const file = join(temporaryFolder(), 'preferences.json')
    writeFileSync(file, JSON.stringify({ zoom: 1000, theme: 'dark', unknown: 1 }))
    expect(preferencesIn(file).get()).toEqual({ ...defaults, theme: 'dark' })
  })

  test.each(['', '{', '[]', '7'])('a file with %j in it is put aside and begun anew', (text) => {
    const file = join(temporaryFolder(), 'preferences.json')
    writeFileSync(file, text)
    const preferences = preferencesIn(file)
    expect(preferences.get()).toEqual(defaults)
    expect(readFileSync(`${file}.broken`, 'utf8')).toBe(text)
    preferences.write({ zoom: 150 })
    expect(preferencesIn(file).get().zoom).toBe(150)
  })

  test('that cannot be written hold until the program ends', () => {
    const file = join(temporaryFolder(), 'preferences.json')
    const preferences = preferencesIn(file)
    mkdirSync(file)
    preferences.write({ zoom: 150 })
    expect(preferences.get().zoom).toBe(150)
  })
})

describe('recent workbooks', () => {
  test('stand newest first, each once, at most ten, and tell which are missing', async () => {
    const folder = temporaryFolder()
    const list = join(folder, 'recents.json')
    const files = Array.from({ length: 12 }, (_, index) => join(folder, `${index}.sqlite`))
    const recents = recentsIn(list)
    for (const file of files) recents.add(file, 'Søby Kommune', 'id')
    writeFileSync(files[5] ?? '', '')
    recents.add(files[5] ?? '', 'Søby Kommune', 'id')
    const next = recentsIn(list)
    await next.check()
    const known = next.list()
    expect(known.map(({ file }) => file)).toEqual(
      [5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((index) => files[index]),
    )
    expect(known.filter(({ missing }) => !missing).map(({ file }) => file)).toEqual([files[5]])
  })

  test('know by which id the kept states of a file go, and nothing of other files', () => {
    const list = join(temporaryFolder(), 'recents.json')
    const openedAt = new Date(0).toISOString()
    writeFileSync(list, JSON.stringify([{ file: '/gammel.sqlite', organisation: 'A', openedAt }]))
    const recents = recentsIn(list)
    recents.add('/b.sqlite', 'B', 'id-b')
    const known = recentsIn(list)
    expect(known.list().map(({ file }) => file)).toEqual(['/b.sqlite', '/gammel.sqlite'])
    expect(['/b.sqlite', '/gammel.sqlite', '/c.sqlite'].map(known.workbookAt)).toEqual(['id-b', '', ''])
  })

  test('can be forgotten', () => {
    const recents = recentsIn(join(temporaryFolder(), 'recents.json'))
    recents.add('/a.sqlite', 'A', 'id-a')
    recents.add('/b.sqlite', 'B', 'id-b')
    recents.forget('/a.sqlite')
    expect(recents.list().map(({ organisation }) => organisation)).toEqual(['B'])
  })
})
