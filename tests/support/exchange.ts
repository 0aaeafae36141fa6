import { copyFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect } from 'vitest'
import { ContentSum } from '../../db/file/content-sum.ts'
import { checkRules } from '../../db/file/rules.ts'
import type { Command } from '../../db/model/commands.ts'
import { AppError } from '../../db/model/errors.ts'
import type { RichText } from '../../db/model/rich-text/rich-text.ts'
import { readAll } from '../../db/queries/read.ts'
import type { Workbook } from '../../db/workbook.ts'
import { type Colleague, colleagues, paragraphs } from './colleagues.ts'
import { type Choices, choices, randomCommand } from './random-commands.ts'
import { seenBy, WrittenValues } from './written-values.ts'

export type Step =
  | { readonly does: 'edit' | 'meet' | 'decide'; readonly who: number; readonly choice: Choices }
  | { readonly does: 'undo' | 'redo'; readonly who: number }
  | { readonly does: 'prune'; readonly who: number }
  | { readonly does: 'undo merge'; readonly who: number }
  | { readonly does: 'mail'; readonly who: number }
  | { readonly does: 'take'; readonly who: number; readonly from: number }
  | { readonly does: 'receive'; readonly who: number; readonly from: number }

const who = fc.nat(2)
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant('edit' as const), who, choice: choices }) },
  { weight: 12, arbitrary: fc.record({ does: fc.constant('meet' as const), who, choice: choices }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('undo' as const, 'redo' as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('take' as const), who, from: who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('mail' as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('receive' as const), who, from: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('decide' as const), who, choice: choices }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('prune' as const), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('undo merge' as const), who }) },
)

/** Three people with copies of one workbook, and what they wrote. */
export class Exchange {
  readonly people: readonly Colleague[]
  readonly written = new WrittenValues()
  /** States that were sent and may be received much later, or again. */
  readonly mails: string[] = []
  readonly met = new Set<string>()
  merges = 0
  /** Whether anybody has forgotten any history. */
  hasForgotten = false

  constructor() {
    this.people = colleagues(3).people
  }

  person(number: number): Colleague {
    const person = this.people[number % this.people.length]
    if (!person) throw new Error('nobody')
    return person
  }

  run(step: Step): void {
    const one = this.person(step.who)
    if (step.does === 'take') this.take(one, this.person(step.from))
    else if (step.does === 'mail') this.mail(one)
    else if (step.does === 'receive') this.receive(one, this.mails.at(-1 - step.from))
    else if (step.does === 'prune') this.prune(one)
    else if (step.does === 'undo merge') this.undoMerge(one)
    else this.edit(one, (workbook) => doStep(workbook, step))
  }

  prune({ workbook }: Colleague): void {
    this.hasForgotten = true
    prune(workbook)
  }

  /** Where nothing was written since; what came in comes in again some other time. */
  undoMerge({ workbook }: Colleague): void {
    if (workbook.sinceMerge !== 0) return
    workbook.undoMerge()
    this.met.add('undone')
    expectSound(workbook)
  }

  mail({ workbook }: Colleague): void {
    workbook.save()
    const mail = `${workbook.file} ${this.mails.length}`
    copyFileSync(workbook.file, mail)
    this.mails.push(mail)
  }

  edit({ who, workbook }: Colleague, act: (workbook: Workbook) => ReturnType<Workbook['execute']>): void {
    const before = seenBy(workbook)
    const sum = contentSum(workbook)
    try {
      this.written.note(who, workbook, act(workbook).changes, before)
    } catch (error) {
      expect(error).toBeInstanceOf(AppError)
      expect(contentSum(workbook)).toBe(sum)
    }
  }

  take(one: Colleague, other: Colleague): boolean {
    if (one === other) return false
    other.workbook.save()
    return this.receive(one, other.workbook.file)
  }

  receive({ workbook }: Colleague, file: string | undefined): boolean {
    const merged = file === undefined ? { nothingNew: true as const } : workbook.merge(file)
    if (merged.nothingNew) return false
    this.merges += 1
    for (const { kind } of merged.notices) this.met.add(kind)
    for (const { unit } of merged.conflicts) this.met.add(`conflict: ${unit}`)
    this.written.listed(merged.conflicts, merged.notices)
    expectSound(workbook)
    return true
  }

  /**
   * Everybody takes from everybody, and from every mail, until nobody has anything new. A merge that was undone may have been
   * sent before, and comes back with the mail.
   */
  settle(): void {
    for (let round = 0; round < 6; round += 1) {
      const news = this.people.flatMap((one) => [
        ...this.people.map((other) => this.take(one, other)),
        ...this.mails.map((mail) => this.receive(one, mail)),
      ])
      if (!news.includes(true)) return
    }
    expect.fail('they never settle')
  }

  close(): void {
    for (const { workbook } of this.people) workbook.close()
  }
}

function doStep(
  workbook: Workbook,
  step: Extract<Step, { does: 'edit' | 'meet' | 'decide' | 'undo' | 'redo' }>,
): ReturnType<Workbook['execute']> {
  switch (step.does) {
    case 'undo':
      return workbook.undo()
    case 'redo':
      return workbook.redo()
    case 'edit':
      return workbook.execute(randomCommand(workbook, step.choice))
    case 'meet':
      return workbook.execute(meetSomewhere(workbook, step.choice))
    case 'decide':
      return workbook.execute(decideSomething(workbook, step.choice))
  }
}

/** Another first, second … paragraph, or one more. */
function editedText(doc: RichText, place: number, word: number): RichText[number][] {
  const [paragraph] = paragraphs(['Et', 'To', 'Tre', 'Fire'][word % 4] ?? '')
  return paragraph ? doc.toSpliced(place % (doc.length + 1), 1, paragraph) : [...doc]
}

/** In few places and with few words, so that people meet. */
function meetSomewhere({ db }: Workbook, [a = 0, b = 0, c = 0, d = 0]: Choices): Command {
  const nodes = readAll(db, 'node', 'ORDER BY id LIMIT 9')
  const node = nodes[a % Math.max(nodes.length, 1)]
  const other = nodes[c % Math.max(nodes.length, 1)]
  if (!node || !other) throw new AppError('command.outdated', { what: 'node' })
  const parentId = d % 4 === 0 ? node.parentId : other.id
  const after =
    nodes.findLast((sibling) => sibling.parentId === parentId && sibling.id !== node.id)?.id ?? null
  const key = node.type === 'indsats' ? 'effekt' : 'text'
  const [field] = readAll(db, 'field', 'WHERE nodeId = ? AND key = ?', node.id, key)
  const doc = editedText(field?.doc ?? [], c, d)
  const commands: readonly Command[] = [
    { type: 'node.rename', id: node.id, title: `Titel ${c % 4}` },
    { type: 'node.move', id: node.id, parentId, after: d % 2 ? after : null },
    { type: 'node.move', id: node.id, parentId, after: d % 2 ? after : null },
    { type: 'field.write', nodeId: node.id, key, doc },
    { type: 'field.write', nodeId: node.id, key, doc },
    c % 3 ? { type: 'field.write', nodeId: node.id, key, doc: null } : { type: 'node.delete', id: node.id },
  ]
  return commands[b % commands.length] ?? { type: 'node.delete', id: node.id }
}

function decideSomething(workbook: Workbook, [a = 0, b = 0]: Choices): Command {
  const ids = workbook.db.prepare<[], string>('SELECT id FROM conflict ORDER BY id').pluck().all()
  const choices = ['kept', 'first', 'second', 'both'] as const
  return {
    type: 'conflict.resolve',
    id: ids[a % Math.max(ids.length, 1)] ?? '',
    choice: choices[b % 4] ?? 'kept',
  }
}

/** Forgets the older half of the history, as a save that prunes it does. */
function prune({ db }: Workbook): void {
  const half = Number(db.prepare('SELECT (min(rid) + max(rid)) / 2 FROM txn').pluck().get())
  db.prepare('DELETE FROM change WHERE txnRid <= ?').run(half)
  db.prepare('DELETE FROM txn WHERE rid <= ?').run(half)
}

const contentSum = ({ db }: Workbook): unknown =>
  db.prepare("SELECT value FROM meta WHERE key = 'contentSum'").pluck().get()

function expectSound(workbook: Workbook): void {
  const { db } = workbook
  expect(contentSum(workbook)).toBe(ContentSum.ofAllRows(db).toString())
  expect(db.pragma('foreign_key_check')).toEqual([])
  checkRules(db, 'the merged')
}
