import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanCopy } from '../../db/clean.ts'
import type { SingleCommand } from '../../db/model/commands.ts'
import { newId } from '../../db/model/ids.ts'
import { readAll } from '../../db/queries/read.ts'
import { commit } from '../../db/transaction.ts'
import type { Workbook } from '../../db/workbook.ts'
import { beginSession, richText } from '../support/workbook-builder.ts'
import {
  contentOf,
  exampleFiles,
  incoming,
  newWorkbook,
  placeIn,
  readJson,
  reopen,
  temporaryFolder,
} from '../support/workbooks.ts'

/** A saved workbook with an example plan, and a place for its copy. */
function workbookAndPlace() {
  const folder = temporaryFolder()
  const place = placeIn(folder)
  const workbook = newWorkbook(place)
  workbook.import([incoming(readJson(exampleFiles[2] ?? ''))], { replace: false })
  workbook.save()
  return { folder, workbook, place: { ...place, file: join(folder, 'Ren kopi.sqlite') } }
}

/** Ways to write a text somewhere; each with the command that writes over it or takes it away again. */
const places: readonly ((workbook: Workbook, text: string) => readonly [SingleCommand, SingleCommand])[] = [
  (workbook, text) => {
    const [node] = readAll(workbook.db, 'node', "WHERE type = 'indsats' OR type = 'section'")
    const [id, title] = [node?.id ?? '', node?.title ?? '']
    return [
      { type: 'node.rename', id, title: text },
      { type: 'node.rename', id, title },
    ]
  },
  (workbook, text) => {
    const [field] = readAll(workbook.db, 'field', 'ORDER BY id')
    const [nodeId, key, doc] = [field?.nodeId ?? '', field?.key ?? '', field?.doc ?? null]
    return [
      { type: 'field.write', nodeId, key, doc: richText(text.repeat(300)) },
      { type: 'field.write', nodeId, key, doc },
    ]
  },
  ({ plans: [plan] }, text) => [
    { type: 'cover.write', planId: plan?.id ?? '', key: 'ansvarlig-chef', value: { plain: text } },
    { type: 'cover.write', planId: plan?.id ?? '', key: 'ansvarlig-chef', value: null },
  ],
  (workbook, text) => {
    const [milestone] = readAll(workbook.db, 'milestone')
    const id = milestone?.id ?? ''
    return [
      { type: 'milestone.update', id, changes: { responsible: text } },
      { type: 'milestone.update', id, changes: { responsible: null } },
    ]
  },
  ({ plans: [plan] }, text) => [
    { type: 'plan.update', id: plan?.id ?? '', changes: { caseNumber: text } },
    { type: 'plan.update', id: plan?.id ?? '', changes: { caseNumber: null } },
  ],
  (_workbook, text) => {
    const id = newId()
    const period = { from: 2027, to: 2028 }
    return [
      {
        type: 'plan.create',
        id,
        template: 'kommissorium',
        variant: null,
        title: text,
        period,
        unit: 'Direktionen',
      },
      { type: 'plan.delete', id },
    ]
  },
  ({ organisation }, text) => [
    { type: 'organisation.rename', name: text },
    { type: 'organisation.rename', name: organisation },
  ],
  (workbook, text) => {
    const [unit] = readAll(workbook.db, 'unit')
    const [id, name] = [unit?.id ?? '', unit?.name ?? '']
    return [
      { type: 'unit.rename', id, name: text },
      { type: 'unit.rename', id, name },
    ]
  },
]

/** Where the text stands in the file, however it is written there. */
function encodingsIn(file: string, text: string): readonly string[] {
  const bytes = readFileSync(file)
  const utf16 = Buffer.from(text, 'utf16le')
  const written = {
    'utf-8': Buffer.from(text),
    'latin-1': Buffer.from(text, 'latin1'),
    'utf-16le': utf16,
    'utf-16be': Buffer.from(utf16).swap16(),
    escaped: Buffer.from(JSON.stringify(text).slice(1, -1)),
  }
  return Object.entries(written).flatMap(([name, form]) => (bytes.includes(form) ? [name] : []))
}

describe('what was deleted', () => {
  test('is not in the bytes of the copy, wherever it was written and whoever wrote it', () => {
    const steps = fc.array(fc.tuple(fc.nat(places.length - 1), fc.boolean()), { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(steps, (steps) => {
        const { workbook, place } = workbookAndPlace()
        const secrets = steps.map(([which, saved], index) => {
          const secret = `Hemmelig-fyreseddel-${index}-æøå`
          const commands = places[which]?.(workbook, secret) ?? []
          for (const command of commands) {
            workbook.execute(command)
            if (saved) workbook.save()
          }
          return secret
        })
        workbook.save()
        cleanCopy(workbook, place)
        for (const secret of [...secrets, 'Maja', 'pc-1', 'Hemmelig-fyreseddel']) {
          expect(encodingsIn(place.file, secret)).toEqual([])
        }
        expect(secrets.every((secret) => encodingsIn(workbook.file, secret).includes('utf-8'))).toBe(true)
        workbook.close()
      }),
      { numRuns: 15 },
    )
  })

  test('would be found in each way of writing it', () => {
    const file = join(temporaryFolder(), 'x')
    for (const [encoding, name] of [
      ['utf8', 'utf-8'],
      ['latin1', 'latin-1'],
      ['utf16le', 'utf-16le'],
    ] as const) {
      writeFileSync(file, Buffer.from('foran Ærøskøbing bag', encoding))
      expect(encodingsIn(file, 'Ærøskøbing')).toContain(name)
    }
  })
})

describe('the copy', () => {
  test('says what the workbook says now, saved or not, and has no past', () => {
    const { workbook, place } = workbookAndPlace()
    workbook.execute({ type: 'organisation.rename', name: 'Vesterlyng Kommune' })
    const before = contentOf(workbook)
    const history = workbook.history
    cleanCopy(workbook, place)
    expect(workbook).toMatchObject({ unsaved: true, history })
    const copy = reopen(place)
    expect(contentOf(copy)).toBe(before)
    expect(copy.history).toEqual({ undo: null, redo: null })
    for (const table of ['txn', 'change']) {
      expect(copy.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
    }
    copy.execute({ type: 'organisation.rename', name: 'Egelund Kommune' })
    copy.save()
    copy.undo()
    expect(copy.organisation).toBe('Vesterlyng Kommune')
  })

  test('is the same workbook, which knows what it has seen: it can be merged when it comes back', () => {
    const { workbook, place } = workbookAndPlace()
    cleanCopy(workbook, place)
    const copy = reopen(place)
    const seen = 'SELECT rid, id, lastSeq FROM session ORDER BY rid'
    const stamps = 'SELECT id, born, mods FROM node ORDER BY id'
    const id = "SELECT value FROM meta WHERE key = 'workbookId'"
    for (const sql of [seen, stamps, id]) {
      expect(copy.db.prepare(sql).all()).toEqual(workbook.db.prepare(sql).all())
    }
    expect(copy.db.prepare('SELECT DISTINCT who, machine FROM session').all()).toEqual([
      { who: '', machine: '' },
    ])
  })

  test('of a packet is still one, and does not tell who made it', () => {
    const { workbook, place } = workbookAndPlace()
    const unit = { id: newId(), name: 'Center for Alt' }
    const packet = { id: newId(), unit, madeAt: '2026-11-22T10:00:00.000Z', madeBy: 'Maja', sessions: 1 }
    workbook.db.prepare("INSERT INTO meta VALUES ('packet', ?)").run(JSON.stringify(packet))
    cleanCopy(workbook, place)
    expect(reopen(place).packet).toEqual({ ...packet, madeBy: '' })
    expect(encodingsIn(place.file, 'Maja')).toEqual([])
  })

  test('leaves nothing beside it, and nothing in the private folder', () => {
    const { folder, workbook, place } = workbookAndPlace()
    const before = [readdirSync(folder), readdirSync(place.workBase)]
    cleanCopy(workbook, place)
    expect([readdirSync(folder), readdirSync(place.workBase)]).toEqual([
      [...(before[0] ?? []), 'Ren kopi.sqlite'].toSorted(),
      before[1],
    ])
  })
})

describe('is refused', () => {
  test('where there is a file, until the user agrees', () => {
    const { workbook, place } = workbookAndPlace()
    writeFileSync(place.file, 'noget andet')
    expect(() => cleanCopy(workbook, place)).toThrow(expect.objectContaining({ code: 'workbook.exists' }))
    expect(readFileSync(place.file, 'utf8')).toBe('noget andet')
    cleanCopy(workbook, place, { overwrite: true })
    expect(contentOf(reopen(place))).toBe(contentOf(workbook))
  })

  test.each([['bog.sqlite'], ['link.sqlite']])(
    'in the place of the workbook itself, by the name %s',
    (name) => {
      const { folder, workbook, place } = workbookAndPlace()
      symlinkSync(workbook.file, join(folder, 'link.sqlite'))
      const before = readFileSync(workbook.file)
      expect(() => cleanCopy(workbook, { ...place, file: join(folder, name) }, { overwrite: true })).toThrow(
        expect.objectContaining({ code: 'workbook.exists' }),
      )
      expect(readFileSync(workbook.file).equals(before)).toBe(true)
    },
  )

  test('while there is something to decide', () => {
    const { workbook, place } = workbookAndPlace()
    const [node] = readAll(workbook.db, 'node')
    const [session] = workbook.db.prepare<[], string>('SELECT id FROM session').pluck().all()
    commit(
      workbook.db,
      beginSession(workbook.db),
      { kind: 'merge', label: () => ({ command: 'test' }) },
      (tx) =>
        tx.insert('conflict', {
          id: newId(),
          tbl: 'node',
          rowId: node?.id ?? '',
          unit: 'title',
          firstValue: '{"title":"Min"}',
          firstWho: 'Maja',
          firstAt: null,
          firstSession: session ?? '',
          firstSeq: 1,
          secondValue: '{"title":"Hans"}',
          secondWho: 'Bo',
          secondAt: null,
          secondSession: session ?? '',
          secondSeq: 2,
          beforeValue: null,
        }),
    )
    expect(() => cleanCopy(workbook, place)).toThrow(
      expect.objectContaining({ code: 'clean.undecided', details: { count: 1 } }),
    )
    expect(existsSync(place.file)).toBe(false)
  })

  test('where the folder is not there', () => {
    const { workbook, place } = workbookAndPlace()
    expect(() => cleanCopy(workbook, { ...place, file: '/nowhere/kopi.sqlite' })).toThrow(
      expect.objectContaining({ code: 'disk.no-folder' }),
    )
  })
})
