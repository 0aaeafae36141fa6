import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { AppError } from '../../db/model/errors.ts'
import type { HistoryScope } from '../../db/model/history/entry.ts'
import { pruneHistory } from '../../db/prune.ts'
import type { Workbook } from '../../db/workbook.ts'
import { dotsOf, listed } from '../support/history-words.ts'
import { type Choices, choices, randomCommand } from '../support/random-commands.ts'
import { planToTypeIn, rename, write } from '../support/typist.ts'
import { contentOf, placeIn, reopen, temporaryFolder } from '../support/workbooks.ts'

const whole: HistoryScope = { of: 'workbook' }

/** The computer's clock, which stands where it is set. */
function setClock(day: string): void {
  vi.setSystemTime(new Date(`${day}T12:00:00Z`))
}

/** A saved workbook with a plan, made on a day. */
function madeOn(day: string) {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  setClock(day)
  const made = planToTypeIn(placeIn(temporaryFolder()))
  made.workbook.save()
  made.workbook.close()
  return made
}

const sessions = (workbook: Workbook): readonly unknown[] =>
  workbook.db.prepare('SELECT * FROM session ORDER BY rid').all()

describe('a history that goes back too long', () => {
  test('forgets what is older than twelve months when it is saved, and nothing else', () => {
    const { place, clock, indsats } = madeOn('2026-01-10')
    setClock('2026-12-01')
    const second = reopen(place)
    second.execute(rename(indsats, 'I december'))
    second.save()
    second.close()

    setClock('2027-02-01')
    const third = reopen(place)
    clock.wait(60_000)
    third.execute(rename(indsats, 'I februar'))
    const [content, people] = [contentOf(third), sessions(third)]
    third.save()
    expect(listed(third, whole)).toEqual(['node.rename I februar', 'node.rename I december'])
    expect(contentOf(third)).toBe(content)
    expect(sessions(third)).toEqual(people)
    third.undo()
    third.save()
    third.close()
    const fourth = reopen(place)
    expect(fourth.plans[0] && fourth.plan(fourth.plans[0].id).outline.at(0)?.children[0]?.title).toBe(
      'I december',
    )
  })

  test('keeps all that was done since it was opened, however long ago, and all of it can be undone', () => {
    const { place, indsats } = madeOn('2026-01-10')
    const workbook = reopen(place)
    workbook.execute(rename(indsats, 'En gang'))
    setClock('2028-01-10')
    workbook.execute(write(indsats, 'To år senere'))
    workbook.save()
    expect(listed(workbook, whole)).toEqual(['field.write En gang', 'node.rename En gang'])
    workbook.undo()
    workbook.undo()
    expect(() => workbook.undo()).toThrow(new AppError('command.nothing-to-undo', {}))
  })

  test('is left alone by an opening that changes nothing', () => {
    const { place } = madeOn('2026-01-10')
    setClock('2028-01-10')
    const workbook = reopen(place)
    const before = dotsOf(workbook, whole)
    workbook.save()
    expect(dotsOf(workbook, whole)).toEqual(before)
  })

  test('offers no undo of what it has forgotten', () => {
    const { place, indsats } = madeOn('2026-01-10')
    const workbook = reopen(place)
    expect(workbook.history.undo).not.toBeNull()
    setClock('2028-01-10')
    workbook.execute(rename(indsats, 'Ny'))
    workbook.save()
    expect(workbook.undo().undo).toBeNull()
  })
})

describe('a history that takes too much of the file', () => {
  /** 100 kB, another for each number. */
  const long = (number: number): string => `${number} ${'trivsel '.repeat(12_500)}`

  function written(workbook: Workbook, wait: () => void, nodeId: string, times: number): void {
    for (let time = 0; time < times; time++) {
      wait()
      workbook.execute(write(nodeId, long(time)))
    }
  }

  test('is cut from its oldest end, but for what was done since it was opened', () => {
    const { place, clock, indsats } = madeOn('2027-01-10')
    const wait = () => clock.wait(60_000)
    const second = reopen(place)
    written(second, wait, indsats, 60)
    second.save()
    expect(dotsOf(second, whole).filter((dot) => dot >= 2 * 2 ** 32).length).toBe(60)
    second.close()

    const third = reopen(place)
    wait()
    third.execute(rename(indsats, 'Ny'))
    third.save()
    const entries = listed(third, whole)
    expect(entries[0]).toBe('node.rename Ny')
    // Some 3 MB of 100 kB each are left of 6 MB.
    expect(entries.length).toBeGreaterThan(20)
    expect(entries.length).toBeLessThan(40)
    third.save()
    expect(listed(third, whole)).toEqual(entries)
  })

  test('is kept whole while it is small, however small the workbook is', () => {
    const { place, clock, indsats } = madeOn('2027-01-10')
    const wait = () => clock.wait(60_000)
    const second = reopen(place)
    written(second, wait, indsats, 30)
    second.save()
    second.close()
    const third = reopen(place)
    wait()
    third.execute(rename(indsats, 'Ny'))
    const before = dotsOf(third, whole)
    third.save()
    expect(dotsOf(third, whole)).toEqual(before)
  })
})

test('a pruned file is sound, also when another program has repacked it', () => {
  const { place, indsats } = madeOn('2026-01-10')
  setClock('2028-01-10')
  const workbook = reopen(place)
  workbook.execute(rename(indsats, 'Ny'))
  workbook.save()
  const content = contentOf(workbook)
  workbook.close()
  const folder = temporaryFolder()
  const copy = placeIn(folder)
  copyFileSync(place.file, join(folder, 'bog.sqlite'))
  const db = new BetterSqlite3(copy.file)
  db.exec('VACUUM')
  db.close()
  expect(contentOf(reopen(copy))).toBe(content)
})

test('pruning never changes the content, nor what can be undone of this opening', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), choices), { minLength: 10, maxLength: 40 }),
      fc.integer({ min: 2026, max: 2030 }),
      (steps, year) => {
        vi.useFakeTimers({ toFake: ['Date'] })
        setClock('2026-01-10')
        const place = placeIn(temporaryFolder())
        const made = planToTypeIn(place).workbook
        made.save()
        made.close()
        const workbook = reopen(place)
        const states = [contentOf(workbook)]
        for (const [isPruned, choice] of steps) {
          if (attempt(workbook, choice)) states.push(contentOf(workbook))
          setClock(`${year}-06-10`)
          if (isPruned) prune(workbook)
          expect(contentOf(workbook) === states.at(-1)).toBe(true)
        }
        workbook.save()
        for (const state of states.slice(0, -1).toReversed()) {
          workbook.undo()
          expect(contentOf(workbook) === state).toBe(true)
        }
        workbook.close()
        vi.useRealTimers()
      },
    ),
    { numRuns: 20, endOnFailure: true },
  )
})

/** Whether it changed anything. */
function attempt(workbook: Workbook, choice: Choices): boolean {
  try {
    return workbook.execute(randomCommand(workbook, choice)).changes.length > 0
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    return false
  }
}

function prune(workbook: Workbook): void {
  const session = Number(workbook.db.prepare('SELECT max(rid) FROM session').pluck().get())
  pruneHistory(workbook.db, session, new Date())
}
