import { describe, expect, test } from 'vitest'
import type { CommandOf } from '../../db/model/commands.ts'
import { newId } from '../../db/model/ids.ts'
import { latestRound, readAll } from '../../db/queries/read.ts'
import { commit } from '../../db/transaction.ts'
import { smallPlan, text } from '../support/small-outline.ts'
import { beginSession } from '../support/workbook-builder.ts'
import { contentOf } from '../support/workbooks.ts'

type Light = CommandOf<'status.set'>['light']

function followedUp() {
  const small = smallPlan()
  const { workbook, idOf } = small
  const set = (title: string, light: Light, today = '2027-03-09') =>
    workbook.execute({ type: 'status.set', nodeId: idOf(title), light, today })
  /** Writes as the view of follow-up will, for which there are no commands yet. */
  const write = (edit: Parameters<typeof commit<void>>[3]) =>
    commit(workbook.db, beginSession(workbook.db), { kind: 'edit', label: () => ({ command: 'test' }) }, edit)
  const lights = () => readAll(workbook.db, 'status').map(({ nodeId, light }) => [nodeId, light])
  return { ...small, set, write, lights }
}

describe('the next status', () => {
  test('the first one makes the round, named after the follow-up that is next', () => {
    const { set, workbook, lights, idOf } = followedUp()
    set('a1', 'green')
    expect(latestRound(workbook.db)).toMatchObject({ name: 'Opfølgning maj 2027', date: '2027-05-01' })
    set('a2', 'not-started', '2028-11-11')
    expect(readAll(workbook.db, 'round')).toHaveLength(1)
    expect(lights()).toEqual([
      [idOf('a1'), 'green'],
      [idOf('a2'), 'not-started'],
    ])
  })

  test('is given in the latest round, whenever that is', () => {
    const { set, workbook, write } = followedUp()
    const [may, september] = [newId(), newId()]
    write((tx) => {
      tx.insert('round', { id: september, name: 'Opfølgning september 2026', date: '2026-09-01' })
      tx.insert('round', { id: may, name: 'Opfølgning maj 2026', date: '2026-05-01' })
    })
    set('a1', 'red', '2029-01-01')
    expect(readAll(workbook.db, 'status')).toMatchObject([{ roundId: september, light: 'red', doc: [] }])
  })

  test('another light keeps the text; no light takes the status away, and undo brings it back', () => {
    const { set, workbook, write } = followedUp()
    set('a1', 'yellow')
    const [status] = readAll(workbook.db, 'status')
    write((tx) => tx.update('status', status?.id ?? '', { doc: text('Er begyndt') }))
    set('a1', 'green')
    expect(readAll(workbook.db, 'status')).toEqual([{ ...status, light: 'green', doc: text('Er begyndt') }])
    set('a1', null)
    expect(readAll(workbook.db, 'status')).toEqual([])
    workbook.undo()
    expect(readAll(workbook.db, 'status')).toMatchObject([{ light: 'green', doc: text('Er begyndt') }])
  })

  test('no light where there was none changes nothing, and makes no round', () => {
    const { set, workbook } = followedUp()
    expect(set('a1', null).changes).toEqual([])
    expect(latestRound(workbook.db)).toBeNull()
  })

  test('indsatser, bidrag and milestones have one, nothing else', () => {
    const { set, insert, workbook } = followedUp()
    insert('milestone', 'm', 'a1')
    insert('indicator', 'i', 'a1')
    for (const title of ['a1', 'a2', 'm']) expect(set(title, 'done').changes).not.toEqual([])
    const before = contentOf(workbook)
    for (const title of ['A', 'i']) {
      expect(() => set(title, 'done')).toThrow(expect.objectContaining({ code: 'command.not-allowed' }))
    }
    expect(contentOf(workbook)).toBe(before)
  })

  test('two people who begin the same follow-up apart mean the same round', () => {
    const rounds = [followedUp(), followedUp()].map(({ set, workbook }, person) => {
      set('a1', 'green', `2027-0${person + 1}-09`)
      return latestRound(workbook.db)
    })
    expect(rounds[0]).toEqual(rounds[1])
  })
})
