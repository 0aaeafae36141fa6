import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readHeader, readStart } from '../../../db/file/header.ts'
import { openCopy } from '../../../db/file/open.ts'
import { publish } from '../../../db/file/publish.ts'
import { intactSeal, PUBLISHED_COUNTER } from '../../../db/file/seal.ts'
import { makeWorkingFolder } from '../../../db/file/working-folder.ts'
import { newId } from '../../../db/model/ids.ts'
import { commit } from '../../../db/transaction.ts'
import { temporaryFolder } from '../../support/folders.ts'
import { buildWorkingCopy } from '../../support/workbook-builder.ts'

let root: string
beforeAll(() => {
  root = temporaryFolder()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const PREFIX = 'planvaerk-seal:'
const ZEROS = '0'.repeat(64)

/** Any file with a seal after this many bytes. */
function sealedBytes(before: number): Buffer {
  const unsealed = Buffer.from('x'.repeat(before) + PREFIX + ZEROS + 'y'.repeat(100))
  const digits = createHash('sha256').update(unsealed).digest('hex')
  unsealed.write(digits, before + PREFIX.length)
  return unsealed
}

describe('the seal is found wherever it lies', () => {
  const chunk = 1 << 20
  test.each([0, 1, chunk - 100, chunk - 79, chunk - 78, chunk - 64, chunk - 15, chunk - 1, chunk])(
    'after %i bytes',
    (before) => {
      const file = join(root, 'any')
      const bytes = sealedBytes(before)
      writeFileSync(file, bytes)
      expect(intactSeal(file)).toBe(
        bytes.toString('latin1', before + PREFIX.length, before + PREFIX.length + 64),
      )
      bytes.write('z', bytes.length - 1)
      writeFileSync(file, bytes)
      expect(intactSeal(file)).toBeNull()
    },
  )
})

test('a file without a seal has none', () => {
  const file = join(root, 'none')
  writeFileSync(file, '')
  expect(intactSeal(file)).toBeNull()
  writeFileSync(file, PREFIX + ZEROS)
  expect(intactSeal(file)).toBeNull()
})

describe('a published workbook', () => {
  test('is sealed, has the counter that only publishing leaves, and no trace of a log', () => {
    const { db } = buildWorkingCopy(makeWorkingFolder(root), 20)
    const file = join(root, 'plan.sqlite')
    const { seal, size } = publish(db, file, { expected: null })
    db.close()
    expect(intactSeal(file)).toBe(seal)
    expect(readHeader(readStart(file), size, file)).toEqual({
      userVersion: 1,
      changeCounter: PUBLISHED_COUNTER,
      walMode: false,
    })
  })

  test('is sealed also when users wrote seals into it, old ones of its own among them', () => {
    const { db, session } = buildWorkingCopy(makeWorkingFolder(root), 20)
    const file = join(root, 'pasted.sqlite')
    let fingerprint = publish(db, file, { expected: null })
    for (let pasted = 0; pasted < 10; pasted += 1) {
      const value = `${PREFIX}${fingerprint.seal} ${PREFIX}${ZEROS}`
      commit(db, session, { kind: 'edit', label: () => ({ command: 'test.paste' }) }, (tx) =>
        tx.insert('setting', { id: newId(), key: `pasted-${pasted}`, value }),
      )
      fingerprint = publish(db, file, { expected: fingerprint })
      expect(readFileSync(file).includes(`${PREFIX}${fingerprint.seal}`)).toBe(true)
      expect(openCopy(file, makeWorkingFolder(root)).fingerprint).toMatchObject({ size: fingerprint.size })
    }
    db.close()
  })
})
