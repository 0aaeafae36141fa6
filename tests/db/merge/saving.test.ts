import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Command } from '../../../db/model/commands.ts'
import { Workbook, type WorkbookPlace } from '../../../db/workbook.ts'
import { createPlan } from '../../support/commands.ts'
import { contentOf, newWorkbook, placeIn, reopen, temporaryFolder } from '../../support/workbooks.ts'

const organisation = (name: string): Command => ({ type: 'organisation.rename', name })

/** Anne and Bo have the same file open. */
function twoAtOneFile() {
  const folder = temporaryFolder()
  const place = placeIn(folder)
  const first = newWorkbook(place)
  first.save()
  first.close()
  const at = (who: string): WorkbookPlace => ({
    ...place,
    workBase: join(folder, who),
    person: { who, machine: `pc-${who}` },
  })
  const open = (who: string): Workbook => {
    const workbook = Workbook.open(at(who))
    onTestFinished(() => {
      if (workbook.db.open) workbook.close()
    })
    return workbook
  }
  const inFile = (): readonly string[] => {
    const reader = reopen({ ...place, workBase: join(folder, 'reader') })
    const titles = reader.plans.map(({ title }) => title)
    reader.close()
    return titles
  }
  return { folder, file: place.file, at, anne: open('Anne'), bo: open('Bo'), inFile }
}

const titles = (workbook: Workbook): readonly string[] => workbook.plans.map(({ title }) => title).toSorted()

describe('saving after a colleague has saved', () => {
  test('merges hers first, tells what came in, and keeps both', () => {
    const { anne, bo, inFile } = twoAtOneFile()
    bo.execute(createPlan('Bos'))
    expect(bo.save()).toEqual({ merged: [] })
    anne.execute(createPlan('Annes'))
    const heard: unknown[] = []
    const { merged } = anne.save((state) => heard.push(state))
    expect(merged).toMatchObject([{ people: [{ who: 'Bo', commands: 1 }], conflicts: [] }])
    expect(heard).toEqual(merged)
    expect(merged[0]?.changes.map(({ table }) => table)).toContain('plan')
    expect(titles(anne)).toEqual(['Annes', 'Bos'])
    expect(inFile().toSorted()).toEqual(['Annes', 'Bos'])
    expect(anne.unsaved).toBe(false)
  })

  test('goes to and fro without end, and both come to hold the same', () => {
    const { anne, bo } = twoAtOneFile()
    for (const round of [1, 2, 3]) {
      anne.execute(createPlan(`Annes ${round}`))
      anne.save()
      bo.execute(createPlan(`Bos ${round}`))
      bo.save()
    }
    anne.save()
    expect(contentOf(anne)).toBe(contentOf(bo))
    expect(titles(anne)).toHaveLength(6)
  })

  test('leaves nothing unsaved where there was nothing of her own', () => {
    const { anne, bo, file } = twoAtOneFile()
    bo.execute(createPlan('Bos'))
    bo.save()
    expect(anne.merge(file)).toMatchObject({ dot: null })
    expect(anne.unsaved).toBe(false)
    anne.execute(createPlan('Annes'))
    expect(anne.save()).toEqual({ merged: [] })
  })

  test('over an older state of our own is a plain save', () => {
    const { folder, file, anne, inFile } = twoAtOneFile()
    const older = join(folder, 'ældre.sqlite')
    copyFileSync(file, older)
    anne.execute(createPlan('Annes'))
    anne.save()
    copyFileSync(older, file)
    anne.execute(createPlan('Annes nye'))
    expect(anne.save()).toEqual({ merged: [] })
    expect(inFile()).toEqual(['Annes', 'Annes nye'])
  })

  test('keeps mine where both wrote the same, and tells of it', () => {
    const { anne, bo } = twoAtOneFile()
    bo.execute(organisation('Bos Kommune'))
    bo.save()
    anne.execute(organisation('Annes Kommune'))
    const { merged } = anne.save()
    expect(merged[0]?.conflicts).toMatchObject([
      {
        tbl: 'setting',
        unit: 'value',
        firstWho: 'Bo',
        secondWho: 'Anne',
        beforeValue: '{"value":"Sundkøbing Kommune"}',
      },
    ])
    expect(anne.organisation).toBe('Annes Kommune')
  })
})

describe('a file that is not this workbook any more is never merged and never written over', () => {
  const other = (folder: string): string => {
    const place = placeIn(folder, 'en anden.sqlite')
    const workbook = newWorkbook(place)
    workbook.save()
    workbook.close()
    return place.file
  }

  test.each<[string, (file: string, folder: string) => void, string]>([
    ['empty', (file) => writeFileSync(file, ''), 'workbook.empty'],
    ['half', (file) => writeFileSync(file, readFileSync(file).subarray(0, 20_000)), 'workbook.truncated'],
    ['a text', (file) => writeFileSync(file, 'Kære alle'), 'workbook.not-a-workbook'],
    ['damaged', (file) => writeFileSync(file, damaged(readFileSync(file))), 'workbook.damaged'],
    ['newer', (file) => writeFileSync(file, newer(readFileSync(file))), 'workbook.newer'],
    ['another workbook', (file, folder) => copyFileSync(other(folder), file), 'merge.other-workbook'],
  ])('%s', (_name, replace, code) => {
    const { folder, file, anne } = twoAtOneFile()
    anne.execute(createPlan('Annes'))
    replace(file, folder)
    const bytes = readFileSync(file)
    const content = contentOf(anne)
    expect(() => anne.save()).toThrow(expect.objectContaining({ code }))
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(contentOf(anne)).toBe(content)
    expect(anne.unsaved).toBe(true)
    anne.saveAs(join(folder, 'Annes.sqlite'))
    expect(titles(anne)).toEqual(['Annes'])
  })
})

/** A page in the middle is torn. */
function damaged(bytes: Buffer): Buffer {
  return bytes.fill(0xab, 4096 * 3, 4096 * 3 + 600)
}

function newer(bytes: Buffer): Buffer {
  bytes.writeUInt32BE(99, 60)
  return bytes
}

describe('a working copy that was damaged behind our back', () => {
  test('is not published where it has lost rows that no command took away', () => {
    const { file, anne } = twoAtOneFile()
    anne.execute(createPlan('Annes'))
    const bytes = readFileSync(file)
    anne.db.exec('DELETE FROM field WHERE rowid IN (SELECT min(rowid) FROM field)')
    expect(() => anne.save()).toThrow(
      expect.objectContaining({ code: 'workbook.lost-rows', details: { file } }),
    )
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })
})
