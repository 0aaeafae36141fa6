import { spawnSync } from 'node:child_process'
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
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Presence } from '../../../db/file/presence.ts'
import { newId } from '../../../db/model/ids.ts'
import { openElsewhere } from '../../../db/model/texts/presence.ts'
import { diskAt, mayMount } from '../../support/disks.ts'
import { newWorkbook, placeIn, temporaryFolder } from '../../support/workbooks.ts'

const MINUTE = 60_000
const maja = { who: 'Maja Holm', machine: 'PC-17' }
const bo = { who: 'Bo', machine: 'PC-18' }

/** A folder that is shared, and in it a workbook, for which anything will do. */
function shared(name = 'Sundkøbing.sqlite') {
  const folder = temporaryFolder()
  const file = join(folder, name)
  writeFileSync(file, 'x')
  const notes = () => readdirSync(folder).filter((found) => found !== name)
  const only = () => {
    const [note, ...others] = notes()
    if (note === undefined || others.length > 0) throw new Error(`there is not one note: ${notes()}`)
    return join(folder, note)
  }
  return { folder, file, notes, only }
}

/** Bo's note, as his program wrote it some minutes ago. */
async function noteOfBo({ file, only }: ReturnType<typeof shared>, age = 0): Promise<string> {
  await Presence.announce(file, bo)
  const path = only()
  const at = (Date.now() - age) / 1000
  utimesSync(path, at, at)
  return path
}

const rewritten = (path: string, change: Readonly<Record<string, unknown>>): void =>
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }))

afterEach(() => {
  vi.useRealTimers()
})

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

describe('a note that nobody renews', () => {
  test('of a program that died on this computer is removed at once', async () => {
    const place = shared()
    const path = await noteOfBo(place)
    const { pid } = spawnSync('true')
    rewritten(path, { machine: hostname(), pid })
    const hers = await Presence.announce(place.file, maja)
    expect(await hers.others()).toEqual([])
    expect(existsSync(path)).toBe(false)
  })

  test.each([
    ['counts for some minutes', 4 * MINUTE, 1],
    ['counts no longer after that', 6 * MINUTE, 0],
    ['counts while it is dated in the future', -90 * MINUTE, 1],
  ])('of another computer %s', async (_what, age, count) => {
    const place = shared()
    const path = await noteOfBo(place, age)
    const hers = await Presence.announce(place.file, maja)
    expect(await hers.others()).toHaveLength(count)
    expect(existsSync(path)).toBe(true)
  })

  test('is removed after a day', async () => {
    const place = shared()
    const path = await noteOfBo(place, 25 * 60 * MINUTE)
    const hers = await Presence.announce(place.file, maja)
    expect(await hers.others()).toEqual([])
    expect(existsSync(path)).toBe(false)
  })

  test('counts for some minutes of our own, however it is dated', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const place = shared()
    await noteOfBo(place, -300 * MINUTE)
    const hers = await Presence.announce(place.file, maja)
    expect(await hers.others()).toHaveLength(1)
    vi.advanceTimersByTime(4 * MINUTE)
    expect(await hers.others()).toHaveLength(1)
    vi.advanceTimersByTime(2 * MINUTE)
    expect(await hers.others()).toEqual([])
  })
})

describe('clocks that are wrong', () => {
  test('one that is behind hides nobody who is seen to renew her note', async () => {
    const place = shared()
    const path = await noteOfBo(place, 120 * MINUTE)
    const hers = await Presence.announce(place.file, maja)
    expect(await hers.others()).toEqual([])
    const at = (Date.now() - 119 * MINUTE) / 1000
    utimesSync(path, at, at)
    expect(await hers.others()).toMatchObject([bo])
  })

  test('our own does not count: the disk dates our note and theirs', async () => {
    const place = shared()
    const path = await noteOfBo(place)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 300 * MINUTE })
    const hers = await Presence.announce(place.file, maja)
    expect(await hers.others()).toMatchObject([bo])
    expect(existsSync(path)).toBe(true)
  })
})

describe('what is no note', () => {
  const valid = {
    version: 1,
    ...bo,
    pid: 1,
    instance: newId(),
    since: '2026-11-22T10:00:00.000Z',
    seen: '2026-11-22T10:00:00.000Z',
  }
  const written = (change: Readonly<Record<string, unknown>>) => (path: string) =>
    writeFileSync(path, JSON.stringify({ ...valid, ...change }))

  test('that the note itself is one', async () => {
    expect(await othersBeside(written({}))).toMatchObject([bo])
  })

  test.each<[string, (path: string) => void]>([
    ['nothing', (path) => writeFileSync(path, '')],
    ['not JSON', (path) => writeFileSync(path, '{ "who": "Bo')],
    ['a list', (path) => writeFileSync(path, '[]')],
    ['a megabyte', written({ who: 'x'.repeat(1_000_000) })],
    ['deeply nested', (path) => writeFileSync(path, '['.repeat(4000))],
    ['a folder', (path) => void mkdirSync(path)],
    ['a pipe', (path) => void spawnSync('mkfifo', [path])],
    ['a dangling link', (path) => symlinkSync(`${path}.gone`, path)],
    ['of a newer version', written({ version: 2 })],
    ['of a version that knows more', written({ plan: 'Målaftale' })],
    ['without a name', written({ who: '  ' })],
    ['with a name of two lines', written({ who: 'Bo\nHolm' })],
    ['with a name that turns the sentence around', written({ who: 'Bo \u202E' })],
    ['with a number that is no process', written({ pid: -1 })],
    ['with a time that is none', written({ since: 'i går' })],
  ])('%s is shown as nobody, and stays where it is', async (_what, make) => {
    let made = ''
    const others = await othersBeside((path) => {
      make(path)
      made = path
    })
    expect(others).toEqual([])
    expect(readdirSync(join(made, '..'))).toContain(basename(made))
  })

  test('a thousand of them are not all read', async () => {
    const { folder, file } = shared()
    for (let index = 0; index < 1000; index += 1) {
      written({ instance: newId() })(join(folder, `.~Sundkøbing.sqlite.i-brug-hos-Bo-${index}.json`))
    }
    const hers = await Presence.announce(file, maja)
    expect((await hers.others()).length).toBeLessThanOrEqual(50)
  })

  async function othersBeside(make: (path: string) => void) {
    const { folder, file } = shared()
    make(join(folder, '.~Sundkøbing.sqlite.i-brug-hos-Bo-PC-18-0a1b2c.json'))
    return (await Presence.announce(file, maja)).others()
  }
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
