import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Presence } from '../../../db/file/presence.ts'
import { openElsewhere } from '../../../db/model/texts/presence.ts'
import { diskAt, mayMount } from '../../support/disks.ts'
import { newWorkbook, placeIn, temporaryFolder } from '../../support/workbooks.ts'
import { bo, maja, shared } from './noted.ts'

describe('who has the workbook open', () => {
  test('is told to all others, and not to oneself', async () => {
    const { file } = shared()
    const before = new Date().toISOString()
    const [hers, his] = [await Presence.announce(file, maja), await Presence.announce(file, bo)]
    expect(await hers.others()).toEqual([{ ...bo, since: expect.any(String) }])
    expect(await his.others()).toEqual([{ ...maja, since: expect.any(String) }])
    const [opener] = await hers.others()
    expect(opener && opener.since >= before).toBe(true)
  })

  test('is nobody once it is closed', async () => {
    const { file, notes } = shared()
    const [hers, his] = [await Presence.announce(file, maja), await Presence.announce(file, bo)]
    his.withdraw()
    expect(await hers.others()).toEqual([])
    hers.withdraw()
    expect(notes()).toEqual([])
    await hers.refresh()
    expect(notes()).toEqual([])
  })

  test('is the same on two computers of one user, and in two windows', async () => {
    const { file } = shared()
    const mine = await Presence.announce(file, maja)
    await Presence.announce(file, { ...maja, machine: 'BÆRBAR' })
    await Presence.announce(file, maja)
    expect((await mine.others()).map(({ machine }) => machine).toSorted()).toEqual(['BÆRBAR', 'PC-17'])
  })

  test('is told of each workbook by itself', async () => {
    const { folder, file } = shared()
    writeFileSync(join(folder, 'Sundkøbing.sqlite.kopi.sqlite'), 'x')
    const hers = await Presence.announce(file, maja)
    await Presence.announce(join(folder, 'Sundkøbing.sqlite.kopi.sqlite'), bo)
    await Presence.announce(join(folder, 'Sundkøbing'), bo)
    expect(await hers.others()).toEqual([])
  })

  test('is told to those who open it by a link, too', async () => {
    const { folder, file } = shared()
    symlinkSync(file, join(folder, 'link.sqlite'))
    const hers = await Presence.announce(join(folder, 'link.sqlite'), maja)
    await Presence.announce(file, bo)
    expect(await hers.others()).toMatchObject([bo])
  })

  test('is told where systems compose letters differently', async () => {
    const { folder, file } = shared('Måltal.sqlite')
    const hers = await Presence.announce(file, maja)
    const his = await Presence.announce(join(folder, 'Måltal.sqlite'.normalize('NFD')), bo)
    expect(await hers.others()).toMatchObject([bo])
    expect(await his.others()).toMatchObject([maja])
  })
})

describe('the note beside the workbook', () => {
  test('has a name that a person and every sync program understands', async () => {
    const { file, only } = shared()
    await Presence.announce(file, { who: 'DOMÆNE\\maja.holm', machine: 'RÅD-PC/17: øst' })
    const name = basename(only())
    expect(name).toMatch(
      /^\.~Sundkøbing\.sqlite\.i-brug-hos-DOMÆNE-maja-holm-RÅD-PC-17-øst-[0-9a-f]{6}\.json$/,
    )
    expect(name).not.toMatch(/^~\$|["*:<>?/\\|]|[ .]$/)
  })

  test.each([
    ['a name of 255 bytes', `${'å'.repeat(124)}.sqlite`],
    ['a name of 200 bytes', `${'a'.repeat(193)}.sqlite`],
    ['an emoji', '🌳.sqlite'],
  ])('finds room behind %s', async (_what, name) => {
    const { file } = shared(name)
    const hers = await Presence.announce(file, { who: 'Æ'.repeat(80), machine: 'ø'.repeat(80) })
    await Presence.announce(file, bo)
    expect(await hers.others()).toMatchObject([bo])
  })

  test('is not taken for what interrupted saves leave behind', async () => {
    const place = placeIn(temporaryFolder())
    const workbook = newWorkbook(place)
    const hers = await Presence.announce(place.file, maja)
    await Presence.announce(place.file, bo)
    for (const name of readdirSync(join(place.file, '..')).filter((found) => found.endsWith('.json'))) {
      utimesSync(join(place.file, '..', name), 1, 1)
    }
    await hers.refresh()
    workbook.save()
    const left = readdirSync(join(place.file, '..')).filter((name) => name.endsWith('.json'))
    expect(left).toHaveLength(2)
  })

  test('is written over in place and never seen half', async () => {
    const { file, only } = shared()
    const hers = await Presence.announce(file, maja)
    const before = readFileSync(only(), 'utf8')
    await hers.refresh()
    const after = readFileSync(only(), 'utf8')
    expect(after).toHaveLength(before.length)
    expect(JSON.parse(after)).toMatchObject({ ...maja, version: 1, pid: process.pid })
  })

  test('comes again where somebody has removed it', async () => {
    const { file, only } = shared()
    const hers = await Presence.announce(file, maja)
    rmSync(only())
    await Promise.all([hers.refresh(), hers.refresh()])
    expect(existsSync(only())).toBe(true)
  })
})

describe('never in the way', () => {
  test.skipIf(!mayMount)(
    'of a folder that cannot be written: no note, no error, and others are seen',
    async () => {
      const { folder, file } = shared()
      const disk = diskAt(join(folder, 'disk'), '1m')
      await Presence.announce(join(disk.folder, basename(file)), bo)
      disk.becomeReadOnly()
      const hers = await Presence.announce(join(disk.folder, basename(file)), maja)
      await hers.refresh()
      expect(await hers.others()).toMatchObject([bo])
      hers.withdraw()
      expect(readdirSync(disk.folder)).toHaveLength(1)
    },
  )

  test('of a folder that is gone, or comes back', async () => {
    const { folder, file } = shared()
    const hers = await Presence.announce(file, maja)
    rmSync(folder, { recursive: true })
    await hers.refresh()
    expect(await hers.others()).toEqual([])
    mkdirSync(folder)
    await hers.refresh()
    expect(readdirSync(folder)).toHaveLength(1)
    rmSync(folder, { recursive: true })
    hers.withdraw()
  })

  test('of a file that is not there', async () => {
    const nowhere = await Presence.announce('/nowhere/bog.sqlite', maja)
    expect(await nowhere.others()).toEqual([])
    nowhere.withdraw()
  })
})

test('the sentence tells who, since when and where', () => {
  const now = new Date(2026, 10, 22, 16, 0)
  const since = (day: number) => new Date(2026, 10, day, 14, 5).toISOString()
  expect(openElsewhere({ ...bo, since: since(22) }, now)).toBe(
    'Projektmappen er åben hos Bo siden kl. 14.05 på PC-18.',
  )
  expect(openElsewhere({ ...bo, since: since(20) }, now)).toBe(
    'Projektmappen er åben hos Bo siden 20. november kl. 14.05 på PC-18.',
  )
})
