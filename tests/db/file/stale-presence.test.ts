import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Presence } from '../../../db/file/presence.ts'
import { newId } from '../../../db/model/ids.ts'
import { bo, MINUTE, maja, noteOfBo, rewritten, shared } from './noted.ts'

afterEach(() => {
  vi.useRealTimers()
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
