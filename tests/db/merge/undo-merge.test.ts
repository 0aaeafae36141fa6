import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readOrigin, writeOrigin } from '../../../db/file/origin.ts'
import { leftoversOf } from '../../../db/leftovers.ts'
import { Workbook } from '../../../db/workbook.ts'
import { type Colleague, colleagues, nodeIn, rename } from '../../support/colleagues.ts'
import { contentOf } from '../../support/workbooks.ts'

function annesAndBos() {
  const { people, plan } = colleagues()
  const [anne, bo] = people
  if (!anne || !bo) throw new Error('nobody')
  return { anne, bo, plan }
}

/** All of a workbook, its stamps and its history. */
function everythingIn({ workbook }: Colleague): string {
  const { db } = workbook
  const history = ['session', 'txn', 'change'].map((table) =>
    db.prepare(`SELECT * FROM ${table}`).raw().all(),
  )
  const sum = db.prepare("SELECT value FROM meta WHERE key = 'contentSum'").pluck().get()
  return JSON.stringify([contentOf(workbook), sum, history])
}

/** Bo saves what he wrote in Anne's file, as if it were theirs. */
function boSavesInAnnesFile({ workbook }: Colleague, bo: Colleague): void {
  bo.workbook.save()
  copyFileSync(bo.workbook.file, workbook.file)
}

describe('undoing a merge', () => {
  test('makes everything what it was before it, history and all', () => {
    const { anne, bo, plan } = annesAndBos()
    anne.does(rename(plan.node('A'), 'Annes'))
    bo.does(rename(plan.node('A'), 'Bos'), rename(plan.node('B'), 'Bos'))
    const before = everythingIn(anne)
    const { undo } = anne.workbook.history
    const merged = anne.takes(bo)
    expect(anne.workbook.sinceMerge).toBe(0)
    const undone = anne.workbook.undoMerge()
    expect(everythingIn(anne)).toBe(before)
    expect(undone).toMatchObject({ undo, redo: null })
    const rows = (changes: typeof merged.changes) =>
      changes.map(({ table, id }) => `${table} ${id}`).toSorted()
    expect(rows(undone.changes)).toEqual(rows(merged.changes))
    expect(anne.workbook.sinceMerge).toBeNull()
  })

  test('never gives out the numbers that the undone merge had', () => {
    const { anne, bo, plan } = annesAndBos()
    anne.does(rename(plan.node('A'), 'Annes'))
    bo.does(rename(plan.node('B'), 'Bos'))
    anne.takes(bo)
    const sessions = () => anne.workbook.db.prepare('SELECT id FROM session').pluck().all()
    anne.workbook.undoMerge()
    const known = sessions()
    anne.does(rename(plan.node('A'), 'Annes igen'))
    expect(sessions()).toHaveLength(known.length + 1)
  })

  test('can itself be made good: the other’s is merged again', () => {
    const { anne, bo, plan } = annesAndBos()
    bo.does(rename(plan.node('B'), 'Bos'))
    anne.takes(bo)
    anne.workbook.undoMerge()
    expect(nodeIn(anne, plan.node('B'))?.title).toBe('B')
    anne.takes(bo)
    expect(nodeIn(anne, plan.node('B'))?.title).toBe('Bos')
  })

  test('takes later commands only where the user agreed', () => {
    const { anne, bo, plan } = annesAndBos()
    bo.does(rename(plan.node('B'), 'Bos'))
    anne.takes(bo)
    anne.does(rename(plan.node('A'), 'siden'), rename(plan.node('A'), 'og siden'))
    expect(anne.workbook.sinceMerge).toBe(2)
    expect(() => anne.workbook.undoMerge()).toThrow(
      expect.objectContaining({ code: 'merge.edited-since', details: { commands: 2 } }),
    )
    expect(nodeIn(anne, plan.node('A'))?.title).toBe('og siden')
    anne.workbook.undoMerge({ discard: true })
    expect(nodeIn(anne, plan.node('A'))?.title).toBe('A')
  })

  test('is possible once, and only where there was a merge', () => {
    const { anne, bo, plan } = annesAndBos()
    const nothing = expect.objectContaining({ code: 'merge.nothing-to-undo' })
    expect(() => anne.workbook.undoMerge()).toThrow(nothing)
    bo.does(rename(plan.node('B'), 'Bos'))
    anne.takes(bo)
    anne.workbook.undoMerge()
    expect(() => anne.workbook.undoMerge()).toThrow(nothing)
  })

  test('is saved like any other state where the other’s file was merged', () => {
    const { anne, bo, plan } = annesAndBos()
    bo.does(rename(plan.node('B'), 'Bos'))
    anne.takes(bo)
    anne.workbook.save()
    anne.workbook.undoMerge()
    expect(anne.workbook.unsaved).toBe(true)
    anne.workbook.save()
    expect(anne.workbook.unsaved).toBe(false)
    expect(titleInFile(anne, plan.node('B'))).toBe('B')
  })
})

function titleInFile({ workbook }: Colleague, node: string): unknown {
  const reader = Workbook.open({ file: workbook.file, workBase: `${workbook.file}-reader` })
  try {
    return reader.db.prepare('SELECT title FROM node WHERE id = ?').pluck().get(node)
  } finally {
    reader.close()
  }
}

describe('undoing the merge with what a colleague saved in the same file', () => {
  /** Anne's save merged what Bo had saved there. */
  function undone() {
    const { anne, bo, plan } = annesAndBos()
    bo.does(rename(plan.node('B'), 'Bos'))
    boSavesInAnnesFile(anne, bo)
    anne.does(rename(plan.node('A'), 'Annes'))
    expect(anne.workbook.save().merged).toHaveLength(1)
    anne.workbook.undoMerge()
    return { anne, bo, plan, bytes: readFileSync(anne.workbook.file) }
  }

  test('never lets the next save write over it', () => {
    const { anne, plan, bytes } = undone()
    expect(nodeIn(anne, plan.node('B'))?.title).toBe('B')
    for (const again of ['', ' og igen']) {
      anne.does(rename(plan.node('A'), `Annes${again}!`))
      expect(() => anne.workbook.save()).toThrow(
        expect.objectContaining({ code: 'workbook.merge-undone', details: { file: anne.workbook.file } }),
      )
      expect(readFileSync(anne.workbook.file).equals(bytes)).toBe(true)
      expect(anne.workbook.unsaved).toBe(true)
    }
  })

  test('can be made good by merging the file after all', () => {
    const { anne, plan } = undone()
    anne.does(rename(plan.node('A'), 'Annes nye'))
    anne.workbook.merge(anne.workbook.file)
    anne.workbook.save()
    expect(titleInFile(anne, plan.node('A'))).toBe('Annes nye')
    expect(titleInFile(anne, plan.node('B'))).toBe('Bos')
  })

  test('leaves »Gem som …« as the other way out', () => {
    const { anne, plan, bytes } = undone()
    const { file } = anne.workbook
    anne.workbook.saveAs(`${file}-min.sqlite`)
    expect(titleInFile(anne, plan.node('B'))).toBe('B')
    anne.does(rename(plan.node('A'), 'videre'))
    anne.workbook.save()
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test('is remembered over a crash', () => {
    const { anne, plan, bytes } = undone()
    const again = recovered(anne)
    expect(nodeIn({ ...anne, workbook: again }, plan.node('B'))?.title).toBe('B')
    again.execute(rename(plan.node('A'), 'videre'))
    expect(() => again.save()).toThrow(expect.objectContaining({ code: 'workbook.merge-undone' }))
    expect(readFileSync(again.file).equals(bytes)).toBe(true)
  })
})

/** As the program does at its next start. */
function recovered({ workbook }: Colleague): Workbook {
  const place = { file: workbook.file, workBase: join(workbook.file, '..', 'work'), person: workbook.person }
  const folder = join(workbook.db.name, '..')
  workbook.leave()
  const again = Workbook.recover(place, { folder })
  onTestFinished(() => {
    if (again.db.open) again.close()
  })
  return again
}

describe('a crash', () => {
  /** What lies in the working folder, and what is noted of it, at every step of a merge and of its undoing. */
  function stepByStep() {
    const { anne, bo, plan } = annesAndBos()
    anne.does(rename(plan.node('A'), 'Annes'))
    bo.does(rename(plan.node('B'), 'Bos'))
    boSavesInAnnesFile(anne, bo)
    const folder = join(anne.workbook.db.name, '..')
    return { anne, bo, plan, folder }
  }

  test('after a merge and before the note of it leaves it undoable', () => {
    const { anne, plan, folder } = stepByStep()
    const before = readOrigin(folder)
    anne.workbook.merge(anne.workbook.file)
    const { merge } = readOrigin(folder)
    if (!merge) throw new Error('no merge was noted')
    writeOrigin(folder, { ...before, merge: { ...merge, after: null } })
    const again = recovered(anne)
    expect(again.sinceMerge).toBe(0)
    again.undoMerge()
    expect(nodeIn({ ...anne, workbook: again }, plan.node('B'))?.title).toBe('B')
    expect(() => again.save()).toThrow(expect.objectContaining({ code: 'workbook.merge-undone' }))
  })

  test('before a merge that was noted leaves nothing to undo', () => {
    const { anne, folder } = stepByStep()
    const origin = readOrigin(folder)
    const before = Number(anne.workbook.db.prepare('SELECT max(rid) FROM txn').pluck().get())
    const merge = {
      ofFile: true,
      before,
      after: null,
      fingerprint: origin.fingerprint,
      savedTxn: origin.savedTxn,
    }
    writeOrigin(folder, { ...origin, merge })
    const again = recovered(anne)
    expect(again.sinceMerge).toBeNull()
    expect(again.save().merged).toHaveLength(1)
  })

  test('before an undoing that was noted leaves the merge, and saves go on', () => {
    const { anne, plan, folder } = stepByStep()
    anne.workbook.save()
    const origin = readOrigin(folder)
    if (!origin.merge) throw new Error('no merge was noted')
    const { fingerprint, savedTxn } = origin.merge
    writeOrigin(folder, { ...origin, fingerprint, savedTxn, undone: true })
    const again = recovered(anne)
    expect(nodeIn({ ...anne, workbook: again }, plan.node('B'))?.title).toBe('Bos')
    expect(again.sinceMerge).toBe(0)
    again.execute(rename(plan.node('A'), 'videre'))
    expect(again.save()).toEqual({ merged: [] })
  })

  test('after an undoing and before the note of it leaves it undone', () => {
    const { anne, plan, folder } = stepByStep()
    anne.workbook.save()
    const origin = readOrigin(folder)
    if (!origin.merge) throw new Error('no merge was noted')
    anne.workbook.undoMerge()
    const { fingerprint, savedTxn } = origin.merge
    writeOrigin(folder, { ...origin, fingerprint, savedTxn, undone: true })
    const again = recovered(anne)
    expect(nodeIn({ ...anne, workbook: again }, plan.node('B'))?.title).toBe('B')
    expect(again.sinceMerge).toBeNull()
    again.execute(rename(plan.node('A'), 'videre'))
    expect(() => again.save()).toThrow(expect.objectContaining({ code: 'workbook.merge-undone' }))
  })

  test('leaves no copy of the other’s file behind that is offered as anybody’s work', () => {
    const { anne, folder } = stepByStep()
    anne.workbook.merge(anne.workbook.file)
    anne.workbook.leave()
    expect(leftoversOf(join(folder, '..')).map((left) => left.folder)).toEqual([folder])
  })
})
