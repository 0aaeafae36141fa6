import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, connectForReading } from '../../../db/file/connect.ts'
import { openCopy, recoverCopy } from '../../../db/file/open.ts'
import { lastTxn } from '../../../db/file/origin.ts'
import { publish } from '../../../db/file/publish.ts'
import { leftovers, makeWorkingFolder, removeWorkingFolder } from '../../../db/file/working-folder.ts'
import { temporaryFolder } from '../../support/folders.ts'
import { buildWorkbook } from '../../support/workbook-builder.ts'

/**
 * kill -9 while a process edits and saves: nothing that was confirmed is ever lost, and the shared file is
 * whole at every moment. Several users of their own files at once, to use the cores.
 */
const KILLS = 200
const USERS = 4

let root: string
beforeAll(() => {
  root = temporaryFolder()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Confirmed {
  readonly recovered: number
  readonly edited: number
  readonly saved: number
}

/** Runs the child until a random moment of its work; sometimes that is before it has said anything. */
async function runAndKill(folder: string, target: string): Promise<Confirmed> {
  const child = spawn(process.execPath, ['tests/support/crash-child.ts', folder, target])
  const ended = once(child, 'exit')
  const said = collect(child)
  if (Math.random() < 0.9) await Promise.race([once(child.stdout, 'data'), ended])
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 120))
  child.kill('SIGKILL')
  const [code] = await ended
  expect(code, said.errors()).toBeNull()
  return said.confirmed()
}

function collect(child: ChildProcess) {
  let out = ''
  let errors = ''
  child.stdout?.on('data', (data) => {
    out += String(data)
  })
  child.stderr?.on('data', (data) => {
    errors += String(data)
  })
  const last = (what: string): number =>
    Number([...out.matchAll(new RegExp(`${what} (\\d+)\n`, 'g'))].at(-1)?.[1] ?? 0)
  return {
    errors: () => errors,
    confirmed: () => ({ recovered: last('recovered'), edited: last('edited'), saved: last('saved') }),
  }
}

/** The newest command in the shared file, which must be whole and sealed. */
function savedCommand(target: string, base: string): number {
  const folder = makeWorkingFolder(join(base, 'check'))
  try {
    const { path, fingerprint } = openCopy(target, folder)
    expect(fingerprint.seal).not.toBeNull()
    const db = connectForReading(path)
    try {
      return lastTxn(db)
    } finally {
      db.close()
    }
  } finally {
    removeWorkingFolder(folder)
  }
}

describe.concurrent.each(Array.from({ length: USERS }, (_, user) => user))('user %i', (user) => {
  test(`${KILLS / USERS} kills lose no confirmed command and never break the file`, {
    timeout: 600_000,
  }, async () => {
    const shared = join(root, `shared ${user}`)
    const base = join(root, `work ${user}`)
    mkdirSync(shared)
    const target = join(shared, 'plan.sqlite')
    buildWorkbook(target, base, 60)
    const folder = makeWorkingFolder(base)
    let edited = 0
    let saved = 0
    let saves = 0
    for (let kill = 0; kill < KILLS / USERS; kill += 1) {
      const confirmed = await runAndKill(folder, target)
      if (confirmed.recovered > 0) expect(confirmed.recovered).toBeGreaterThanOrEqual(edited)
      edited = Math.max(edited, confirmed.edited, confirmed.recovered)
      saved = Math.max(saved, confirmed.saved)
      if (confirmed.saved > 0) saves += 1
      expect(savedCommand(target, base)).toBeGreaterThanOrEqual(saved)
    }
    expect(saves).toBeGreaterThan(0)
    afterwards({ base, folder, target, shared, edited })
  })
})

interface Afterwards {
  readonly base: string
  readonly folder: string
  readonly target: string
  readonly shared: string
  readonly edited: number
}

/**
 * The next start: the copy is offered, recovered and saved, and what the crashes left beside the file is swept.
 */
function afterwards({ base, folder, target, shared, edited }: Afterwards): void {
  expect(leftovers(base).map((leftover) => leftover.folder)).toEqual([folder])
  const db = connect(recoverCopy(folder).path)
  expect(lastTxn(db)).toBeGreaterThanOrEqual(edited)
  const old = Date.now() / 1000 - 3700
  for (const name of readdirSync(shared)) if (name.endsWith('.tmp')) utimesSync(join(shared, name), old, old)
  publish(db, target, { expected: null, overwrite: true })
  expect(readdirSync(shared)).toEqual(['plan.sqlite'])
  expect(savedCommand(target, base)).toBe(lastTxn(db))
  db.close()
}
