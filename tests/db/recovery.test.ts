import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { hold } from '../../db/file/hold.ts'
import { readOrigin, WORKING_COPY, writeOrigin } from '../../db/file/origin.ts'
import { discardLeftover, leftoversOf } from '../../db/leftovers.ts'
import type { Command } from '../../db/model/commands.ts'
import { AppError } from '../../db/model/errors.ts'
import { newId } from '../../db/model/ids.ts'
import { Workbook } from '../../db/workbook.ts'
import type { Job } from '../support/recovery-child.ts'
import { contentOf, newWorkbook, placeIn, reopen, temporaryFolder } from '../support/workbooks.ts'

const organisation = (name: string): Command => ({ type: 'organisation.rename', name })
const names = (...all: readonly string[]) => all.map((name) => ({ command: organisation(name) }))

/** A program that has done its job and is still running. */
async function running(job: Job): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['tests/support/recovery-child.ts', JSON.stringify(job)])
  onTestFinished(() => void child.kill('SIGKILL'))
  let errors = ''
  child.stderr.on('data', (data) => {
    errors += String(data)
  })
  const ready = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => null)])
  expect(ready, errors).not.toBeNull()
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

const crashed = async (job: Job): Promise<void> => kill(await running(job))

function savedWorkbook() {
  const place = placeIn(temporaryFolder())
  const workbook = newWorkbook(place)
  workbook.save()
  workbook.close()
  return place
}

function onlyLeftover(workBase: string) {
  const [leftover, ...others] = leftoversOf(workBase)
  if (!leftover || others.length > 0) throw new Error('there is not one leftover')
  return leftover
}

/** As the user opens it again. */
function recovered(...[place, leftover]: Parameters<typeof Workbook.recover>): Workbook {
  const workbook = Workbook.recover(place, leftover)
  onTestFinished(() => {
    if (workbook.db.open) workbook.close()
  })
  return workbook
}

describe('after a crash', () => {
  test('what was not saved is offered: of which file, since when, how much', async () => {
    const place = savedWorkbook()
    const before = Date.now()
    await crashed({ place, how: 'open', commands: names('A', 'B', 'C') })
    const leftover = onlyLeftover(place.workBase)
    expect(leftover).toMatchObject({ file: place.file, unsaved: 3 })
    expect(Date.parse(leftover.changedAt)).toBeGreaterThanOrEqual(before)
    expect(Date.parse(leftover.changedAt)).toBeLessThanOrEqual(Date.now())
    expect(leftoversOf(place.workBase)).toEqual([leftover])
  })

  test('everything is there again, with its history and the places of its commands', async () => {
    const place = savedWorkbook()
    const [planId, title] = [newId(), 'Kommissorium']
    const focus = { planId, nodeId: null, place: 'title@3' }
    const create: Command = {
      type: 'plan.create',
      id: planId,
      template: 'kommissorium',
      variant: null,
      title,
      period: { from: 2027, to: 2027 },
      unit: 'Direktionen',
    }
    const retitle: Command = { type: 'plan.update', id: planId, changes: { title: 'Trivsel' } }
    await crashed({ place, how: 'open', commands: [{ command: create }, { command: retitle, focus }] })
    const workbook = recovered({ ...place, file: 'never asked' }, onlyLeftover(place.workBase))
    expect(workbook.file).toBe(place.file)
    expect(workbook.unsaved).toBe(true)
    expect(workbook.plan(planId).title).toBe('Trivsel')
    expect(workbook.undo()).toMatchObject({ focus, undo: { label: { command: 'plan.create' } } })
    expect(workbook.plan(planId).title).toBe(title)
    workbook.redo()
    workbook.save()
    expect(workbook.unsaved).toBe(false)
    const content = contentOf(workbook)
    workbook.close()
    expect(contentOf(reopen(place))).toBe(content)
    expect(leftoversOf(place.workBase)).toEqual([])
  })

  test('what was saved before it counts for nothing, and is not offered alone', async () => {
    const place = savedWorkbook()
    await crashed({ place, how: 'open', commands: names('A', 'B'), save: true })
    await crashed({ place, how: 'open', commands: [] })
    expect(foldersIn(place.workBase)).toHaveLength(2)
    expect(leftoversOf(place.workBase)).toEqual([])
    expect(foldersIn(place.workBase)).toEqual([])
    expect(reopen(place).organisation).toBe('B')
  })

  test('a workbook that was never saved has no file yet, and gets the one that is given', async () => {
    const place = placeIn(temporaryFolder())
    await crashed({ place, how: 'create', commands: names('A') })
    const leftover = onlyLeftover(place.workBase)
    expect(leftover).toMatchObject({ file: null, unsaved: 2 })
    const chosen = join(place.workBase, '../valgt.sqlite')
    const workbook = recovered({ ...place, file: chosen }, leftover)
    expect(workbook.file).toBe(chosen)
    workbook.save()
    workbook.close()
    expect(reopen({ ...place, file: chosen }).organisation).toBe('A')
    expect(existsSync(place.file)).toBe(false)
  })

  test('what a colleague has saved since is merged, not written over', async () => {
    const place = savedWorkbook()
    await crashed({ place, how: 'open', commands: names('Mine') })
    const colleague = reopen({ ...place, workBase: join(place.workBase, '../pc-2') })
    colleague.execute(organisation('Hers'))
    colleague.save()
    const workbook = recovered(place, onlyLeftover(place.workBase))
    const [merged] = workbook.save().merged
    expect(workbook).toMatchObject({ organisation: 'Mine', unsaved: false })
    expect(merged?.conflicts).toMatchObject([
      { firstValue: '{"value":"Mine"}', secondValue: '{"value":"Hers"}' },
    ])
  })

  test('our own save that a crash kept from being noted is not taken for a colleague’s', async () => {
    const place = savedWorkbook()
    await crashed({ place, how: 'open', commands: names('Mine'), save: true })
    await crashed({ place, how: 'open', commands: names('More') })
    const { folder } = onlyLeftover(place.workBase)
    const before = readOrigin(folder)
    const saving = recovered(place, onlyLeftover(place.workBase))
    saving.save()
    const seal = readOrigin(folder).fingerprint?.seal ?? ''
    saving.leave()
    writeOrigin(folder, { ...before, publishing: { seal, txn: before.savedTxn + 1 } })
    const workbook = recovered(place, onlyLeftover(place.workBase))
    expect(workbook.unsaved).toBe(false)
    workbook.execute(organisation('Still more'))
    workbook.save()
    expect(reopen(place).organisation).toBe('Still more')
  })

  test('a file of an older version is still kept when it is first replaced', async () => {
    const place = savedWorkbook()
    await crashed({ place, how: 'open', commands: names('A') })
    const leftover = onlyLeftover(place.workBase)
    writeOrigin(leftover.folder, { ...readOrigin(leftover.folder), keepOriginal: true })
    const before = readFileSync(place.file)
    recovered(place, leftover).save()
    expect(readFileSync(place.file.replace('bog', 'bog (før opgradering)')).equals(before)).toBe(true)
    expect(readOrigin(leftover.folder).keepOriginal).toBeUndefined()
  })

  test('a crash after the recovery loses nothing either', async () => {
    const place = savedWorkbook()
    await crashed({ place, how: 'open', commands: names('A', 'B') })
    const workbook = recovered(place, onlyLeftover(place.workBase))
    workbook.execute(organisation('C'))
    workbook.leave()
    const again = recovered(place, onlyLeftover(place.workBase))
    expect(again.organisation).toBe('C')
    for (const name of ['B', 'A', 'Sundkøbing Kommune']) {
      again.undo()
      expect(again.organisation).toBe(name)
    }
  })

  test('a copy that is damaged is offered, refused, and kept', async () => {
    const place = savedWorkbook()
    await crashed({ place, how: 'open', commands: names('A') })
    const { folder } = onlyLeftover(place.workBase)
    writeFileSync(join(folder, WORKING_COPY), 'x'.repeat(5000))
    const leftover = onlyLeftover(place.workBase)
    expect(leftover).toMatchObject({ unsaved: null, changedAt: expect.stringMatching(/^20\d\d-.*Z$/) })
    expect(() => Workbook.recover(place, leftover)).toThrow(
      expect.objectContaining({
        code: 'workbook.damaged',
        details: expect.objectContaining({ file: place.file }),
      }),
    )
    expect(onlyLeftover(place.workBase)).toEqual(leftover)
  })
})

describe('what a running program has open', () => {
  test('is offered to no other, cannot be recovered and is not discarded', async () => {
    const place = savedWorkbook()
    const child = await running({ place, how: 'open', commands: names('A') })
    expect(leftoversOf(place.workBase)).toEqual([])
    const [folder = ''] = foldersIn(place.workBase)
    const leftover = { folder: join(place.workBase, folder), file: place.file }
    const inUse = expect.objectContaining({ code: 'disk.file-in-use', details: { file: place.file } })
    expect(() => Workbook.recover(place, leftover)).toThrow(inUse)
    expect(() => discardLeftover(leftover)).toThrow(inUse)
    await kill(child)
    expect(recovered(place, onlyLeftover(place.workBase)).organisation).toBe('A')
  })

  test('also while it has done nothing yet, or has just been recovered', async () => {
    const place = savedWorkbook()
    const opened = reopen(place)
    expect(leftoversOf(place.workBase)).toEqual([])
    expect(opened.organisation).toBe('Sundkøbing Kommune')
    await crashed({ place, how: 'open', commands: names('A') })
    const leftover = onlyLeftover(place.workBase)
    const workbook = recovered(place, leftover)
    expect(leftoversOf(place.workBase)).toEqual([])
    expect(() => Workbook.recover(place, leftover)).toThrow(AppError)
    expect(workbook.execute(organisation('B')).changes).toHaveLength(1)
  })
})

test('a copy that a program is still about to open is left alone', () => {
  const place = savedWorkbook()
  const workbook = reopen(place)
  workbook.execute(organisation('A'))
  workbook.leave()
  const leftover = onlyLeftover(place.workBase)
  const held = hold(leftover.folder, place.file)
  expect(leftoversOf(place.workBase)).toEqual([])
  expect(() => Workbook.recover(place, leftover)).toThrow(AppError)
  held.release()
  expect(recovered(place, onlyLeftover(place.workBase)).organisation).toBe('A')
})

describe('a leftover', () => {
  test('that is discarded is gone, and nothing else is', async () => {
    const place = savedWorkbook()
    await crashed({ place, how: 'open', commands: names('A') })
    await crashed({ place, how: 'open', commands: names('B') })
    const [one, other] = leftoversOf(place.workBase)
    if (!one || !other) throw new Error('there are not two leftovers')
    const before = readFileSync(place.file)
    discardLeftover(one)
    expect(leftoversOf(place.workBase)).toEqual([other])
    expect(readFileSync(place.file).equals(before)).toBe(true)
    expect(() => Workbook.recover(place, one)).toThrow(expect.objectContaining({ code: 'workbook.missing' }))
    expect(() => discardLeftover(one)).toThrow(expect.objectContaining({ code: 'workbook.missing' }))
  })

  test('is what a program leaves that cannot save', () => {
    const place = savedWorkbook()
    const workbook = reopen(place)
    workbook.execute(organisation('A'))
    workbook.leave()
    expect(onlyLeftover(place.workBase)).toMatchObject({ file: place.file, unsaved: 1 })
  })

  test('of a program that died while it was still opening is swept after an hour, never before', () => {
    const { workBase } = savedWorkbook()
    const folder = join(workBase, 'workbook-halfwy')
    mkdirSync(folder)
    writeFileSync(join(folder, WORKING_COPY), 'half')
    expect(leftoversOf(workBase)).toEqual([])
    expect(existsSync(folder)).toBe(true)
    const old = Date.now() / 1000 - 3700
    utimesSync(folder, old, old)
    expect(leftoversOf(workBase)).toEqual([])
    expect(existsSync(folder)).toBe(false)
  })
})

const foldersIn = (workBase: string): readonly string[] =>
  readdirSync(workBase).filter((name) => name.startsWith('workbook-'))
