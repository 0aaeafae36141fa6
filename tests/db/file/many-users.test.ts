import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectForReading } from '../../../db/file/connect.ts'
import { openCopy } from '../../../db/file/open.ts'
import { makeWorkingFolder } from '../../../db/file/working-folder.ts'
import { temporaryFolder } from '../../support/folders.ts'
import { buildWorkbook } from '../../support/workbook-builder.ts'

let root: string
beforeAll(() => {
  root = temporaryFolder()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('four users who save the same file without pause lose nothing of one another', async () => {
  const shared = join(root, 'shared')
  mkdirSync(shared)
  const target = join(shared, 'plan.sqlite')
  buildWorkbook(target, join(root, 'work'), 8)
  const users = ['Anne', 'Bo', 'Carl', 'Dorte']
  const ends = users.map(async (user) => {
    const script = ['tests/support/hammer-child.ts', target, join(root, user), user, '12']
    return (await once(spawn(process.execPath, script, { stdio: 'inherit' }), 'exit'))[0]
  })
  expect(await Promise.all(ends)).toEqual([0, 0, 0, 0])
  const db = connectForReading(openCopy(target, makeWorkingFolder(join(root, 'work'))).path)
  const added = db
    .prepare("SELECT value, count(*) FROM setting WHERE key LIKE '%-%' GROUP BY value ORDER BY value")
    .raw()
    .all()
  db.close()
  expect(added).toEqual(users.map((user) => [user, 12]))
  expect(readdirSync(shared)).toEqual(['plan.sqlite'])
})
