import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { MergedState } from '../../db/merge/merge-attached.ts'
import type { SingleCommand } from '../../db/model/commands.ts'
import { idOf, newId } from '../../db/model/ids.ts'
import type { Records } from '../../db/model/records.ts'
import type { RichText } from '../../db/model/rich-text/rich-text.ts'
import type { NodeType } from '../../db/model/template/template.ts'
import { readAll } from '../../db/queries/read.ts'
import { Workbook } from '../../db/workbook.ts'
import { contentOf, newWorkbook, placeIn, temporaryFolder } from './workbooks.ts'

/** Somebody with a copy of the workbook of her own, and a way to speak of its nodes by the titles they began with. */
export interface Colleague {
  readonly who: string
  readonly workbook: Workbook
  readonly does: (...commands: readonly SingleCommand[]) => void
  /** Takes in the other's state as it is now; expects that there is something new. */
  readonly takes: (other: Colleague) => MergedState
}

/** Node ids by title, and a plan with two sections, an indsats and a bidrag in each, some texts and measures. */
export interface SharedPlan {
  readonly planId: string
  readonly node: (title: string) => string
}

const PLAN = 'Målaftale'

/** Anne and Bo with the same workbook. */
export function twoColleagues() {
  const { people, plan } = colleagues(2)
  const [anne, bo] = people
  if (!anne || !bo) throw new Error('nobody')
  return { anne, bo, ...plan }
}

/** So many people who have the same workbook, from Anne, Bo, Carla … */
export function colleagues(count: 2 | 3 = 2): {
  readonly people: readonly Colleague[]
  readonly plan: SharedPlan
} {
  const folder = temporaryFolder()
  const first = newWorkbook(placeIn(folder, 'fælles.sqlite'))
  const plan = writePlan(first)
  first.save()
  first.close()
  const people = ['Anne', 'Bo', 'Carla'].slice(0, count).map((who) => colleague(folder, who))
  return { people, plan }
}

function colleague(folder: string, who: string): Colleague {
  const place = placeIn(folder, `${who}.sqlite`)
  copyFileSync(join(folder, 'fælles.sqlite'), place.file)
  const workbook = Workbook.open({ ...place, person: { who, machine: `pc-${who}` } })
  onTestFinished(() => {
    if (workbook.db.open) workbook.close()
  })
  return {
    who,
    workbook,
    does: (...commands) => {
      for (const command of commands) workbook.execute(command)
    },
    takes: (other) => {
      other.workbook.save()
      const merged = workbook.merge(other.workbook.file)
      if (merged.nothingNew) throw new Error('there was nothing new')
      return merged
    },
  }
}

function writePlan(workbook: Workbook): SharedPlan {
  const planId = newId()
  workbook.execute({
    type: 'plan.create',
    id: planId,
    template: 'maalaftale',
    variant: 'center',
    title: PLAN,
    period: { from: 2027, to: 2029 },
    unit: 'Center for Havne',
  })
  const ids = new Map<string, string>()
  const node = (title: string): string => ids.get(title) ?? ''
  const insert = (
    nodeType: NodeType,
    title: string,
    parent: string | null,
    after: string | null = null,
  ): void => {
    const id = newId()
    ids.set(title, id)
    const place = { parentId: parent && node(parent), after: after && node(after) }
    workbook.execute({ type: 'node.insert', id, planId, ...place, nodeType, title })
  }
  insert('section', 'A', null)
  insert('section', 'B', null, 'A')
  insert('section', 'B1', 'B')
  insert('indsats', 'læsning', 'A')
  insert('bidrag', 'skolen', 'A', 'læsning')
  insert('milestone', 'vedtaget', 'læsning')
  insert('indicator', 'fravær', 'læsning')
  workbook.execute(write(node('læsning'), 'effekt', 'Et', 'To', 'Tre'))
  workbook.execute({
    type: 'link.set',
    nodeId: node('skolen'),
    kind: 'contributesTo',
    targets: [node('læsning')],
  })
  workbook.execute({ type: 'coordinators.set', nodeId: node('skolen'), units: ['Direktionen'] })
  return { planId, node }
}

export const paragraphs = (...texts: readonly string[]): RichText =>
  texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))

export const rename = (id: string, title: string): SingleCommand => ({ type: 'node.rename', id, title })

export const write = (nodeId: string, key: string, ...texts: readonly string[]): SingleCommand => ({
  type: 'field.write',
  nodeId,
  key,
  doc: [...paragraphs(...texts)],
})

export const remove = (id: string): SingleCommand => ({ type: 'node.delete', id })

export const move = (id: string, parentId: string | null, after: string | null = null): SingleCommand => ({
  type: 'node.move',
  id,
  parentId,
  after,
})

/** The node, or undefined where it is gone. */
export const nodeIn = ({ workbook }: Colleague, id: string): Records['node'] | undefined =>
  readAll(workbook.db, 'node', 'WHERE id = ?', id)[0]

/** The paragraphs of a text; null where there is none. */
export const titleIn = (person: Colleague, id: string): string | undefined => nodeIn(person, id)?.title

/** Their workbooks hold the same. */
export const expectAlike = (one: Colleague, other: Colleague): void =>
  expect(contentOf(one.workbook)).toBe(contentOf(other.workbook))

export function textIn({ workbook }: Colleague, nodeId: string, key = 'effekt'): readonly string[] | null {
  const [field] = readAll(workbook.db, 'field', 'WHERE id = ?', idOf('field', nodeId, key))
  if (!field) return null
  return field.doc.map((block) =>
    block.type === 'paragraph'
      ? block.content.map((run) => ('text' in run ? run.text : '')).join('')
      : block.type,
  )
}

export const conflictsIn = ({ workbook }: Colleague): readonly Records['conflict'][] =>
  readAll(workbook.db, 'conflict', 'ORDER BY id')

/** Lets two exchange their states until neither has anything new for the other; expects that they then hold the same. */
export function settle(...people: readonly Colleague[]): void {
  for (let round = 0; round < 5; round += 1) {
    let news = 0
    for (const one of people) {
      for (const other of people) {
        if (one === other) continue
        other.workbook.save()
        if (!one.workbook.merge(other.workbook.file).nothingNew) news += 1
      }
    }
    if (news === 0) return
  }
  expect.fail('they never settle')
}
