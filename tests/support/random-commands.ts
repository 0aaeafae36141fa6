import fc from 'fast-check'
import type { Command } from '../../db/model/commands.ts'
import { isRestorable, restorableTables } from '../../db/model/history/restorable.ts'
import { newId } from '../../db/model/ids.ts'
import type { PastedNode } from '../../db/model/pasted-node.ts'
import type { NodeRecord } from '../../db/model/records.ts'
import type { RichText } from '../../db/model/rich-text/rich-text.ts'
import { unitsOf } from '../../db/queries/history-values.ts'
import { Past } from '../../db/queries/past.ts'
import { readAll } from '../../db/queries/read.ts'
import type { Workbook } from '../../db/workbook.ts'

/** Numbers that choose: each command is made from the workbook as it is then and a few of these. */
export type Choices = readonly number[]

export const choices: fc.Arbitrary<Choices> = fc.array(fc.nat(1_000_000), { minLength: 8, maxLength: 8 })

const pick = <T>(values: readonly T[], choice: number | undefined): T | undefined =>
  values[(choice ?? 0) % Math.max(values.length, 1)]

const words = ['trivsel', 'æblehave', 'Kystsikring', 'læsning & leg', 'øvrige', '»hjem«', 'å', '😀', '']

const paragraph = (text: string): RichText =>
  text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }]

/** Some command that a user might give next; it may well be refused. */
export function randomCommand(workbook: Workbook, choices: Choices): Command {
  const [kind = 0, a, b, c, d] = choices
  const nodes = readAll(workbook.db, 'node', 'ORDER BY id')
  const plans = workbook.plans
  const plan = pick(plans, a)
  const word = `${pick(words, b)} ${c}`.trim()
  if (!plan || kind % 40 === 0) return createPlan(workbook, choices)
  const ofPlan = nodes.filter(({ planId }) => planId === plan.id)
  const node = pick(ofPlan, b)
  if (!node) return { type: 'plan.update', id: plan.id, changes: { title: word, periodTo: null } }
  const other = pick(ofPlan, c)
  const bidrag = pick(
    ofPlan.filter(({ type }) => type === 'bidrag'),
    c,
  )
  const makers: readonly (() => Command)[] = [
    () => insertBelow(node, ofPlan, choices),
    () => insertBelow(node, ofPlan, choices),
    () => insertMeasure(ofPlan, choices),
    () => ({ type: 'node.rename', id: node.id, title: word }),
    () => ({ type: 'node.move', id: node.id, parentId: other?.id ?? null, after: null }),
    () => ({
      type: 'node.move',
      id: node.id,
      parentId: other?.parentId ?? null,
      after: d === undefined || d % 2 ? null : (other?.id ?? null),
    }),
    () => ({ type: 'node.delete', id: node.id }),
    () => ({
      type: 'field.write',
      nodeId: node.id,
      key: pick(['text', 'effekt', 'ambition'], d) ?? 'text',
      doc: paragraph(word),
    }),
    () => ({ type: 'field.write', nodeId: node.id, key: 'text', doc: null }),
    () => ({ type: 'milestone.update', id: node.id, changes: { whenText: word, responsible: null } }),
    () => ({ type: 'indicator.update', id: node.id, changes: { target: word } }),
    () => ({ type: 'coordinators.set', nodeId: bidrag?.id ?? node.id, units: [word, 'Direktionen'] }),
    () => linkSomething(nodes, choices),
    () => ({ type: 'plan.update', id: plan.id, changes: { status: 'hoering', caseNumber: word } }),
    () => ({ type: 'plan.set-unit', id: plan.id, unit: word }),
    () => ({
      type: 'cover.write',
      planId: plan.id,
      key: 'ansvarlig-chef',
      value: d === undefined || d % 3 ? { plain: word } : null,
    }),
    () => ({ type: 'organisation.rename', name: word }),
    () =>
      d === undefined || d % 5
        ? { type: 'node.rename', id: node.id, title: '' }
        : { type: 'plan.delete', id: plan.id },
    () =>
      d === undefined || d % 5 || ofPlan.length > 30
        ? setLight(node, choices)
        : { type: 'plan.duplicate', id: plan.id, newId: newId(), title: word },
    () => setLight(node, choices),
    () => pasteBelow(node, other ?? node, choices),
    () => restoreSomething(workbook, choices) ?? { type: 'node.rename', id: node.id, title: word },
  ]
  return (pick(makers, kind) ?? makers[0] ?? (() => createPlan(workbook, choices)))()
}

function createPlan(workbook: Workbook, [, a, b]: Choices): Command {
  const template = pick(workbook.templates, a)
  return {
    type: 'plan.create',
    id: newId(),
    template: template?.key ?? 'maalaftale',
    variant: null,
    title: template?.title ?? '',
    period: { from: 2026, to: 2028 },
    unit:
      pick(
        words.filter((word) => word !== ''),
        b,
      ) ?? 'Direktionen',
  }
}

function insertBelow(parent: NodeRecord, ofPlan: readonly NodeRecord[], [, , , c, d, e]: Choices): Command {
  const siblings = ofPlan.filter(({ parentId }) => parentId === parent.id)
  const types = [
    'section',
    'theme',
    'indsats',
    'bidrag',
    'milestone',
    'indicator',
    'indsats',
    'bidrag',
  ] as const
  return {
    type: 'node.insert',
    id: newId(),
    planId: parent.planId,
    parentId: parent.id,
    after: d === undefined || d % 2 ? null : (pick(siblings, d)?.id ?? null),
    nodeType: pick(types, e) ?? 'indsats',
    title: `${pick(words, c)} ${c}`,
  }
}

function insertMeasure(ofPlan: readonly NodeRecord[], [, , a, b, , c]: Choices): Command {
  const parent = pick(
    ofPlan.filter(({ type }) => type === 'indsats' || type === 'bidrag'),
    a,
  )
  return {
    type: 'node.insert',
    id: newId(),
    planId: parent?.planId ?? newId(),
    parentId: parent?.id ?? null,
    after: null,
    nodeType: b === undefined || b % 2 ? 'milestone' : 'indicator',
    title: `${pick(words, c)} ${c}`,
  }
}

function setLight(node: NodeRecord, [, , , , a, b, c]: Choices): Command {
  const lights = ['green', 'yellow', 'red', 'done', 'not-started', null] as const
  const month = pick(['01', '05', '06', '09', '12'], b)
  return {
    type: 'status.set',
    nodeId: node.id,
    light: pick(lights, a) ?? null,
    today: `20${20 + ((c ?? 0) % 10)}-${month}-17`,
  }
}

/** Two rows with what may hang on them, below a node; the second links to some node that may suit. */
function pasteBelow(parent: NodeRecord, target: NodeRecord, [, , , a, b, c, d]: Choices): Command {
  const type = pick(['section', 'theme', 'indsats'] as const, a) ?? 'section'
  const title = `${pick(words, b)} ${b}`
  const milestone = { whenText: `ultimo ${2020 + ((c ?? 0) % 10)}`, responsible: null }
  const row: PastedNode = {
    type,
    title,
    text: paragraph(`${pick(words, c)}`),
    children: type === 'indsats' ? [{ type: 'milestone', title, milestone, children: [] }] : [],
  }
  const bidrag: PastedNode = {
    type: 'bidrag',
    title: `${title} +`,
    fields: { effekt: paragraph(`${pick(words, d)}`) },
    coordinators: ['Direktionen'],
    contributesTo: target.type === 'indsats' ? [target.id] : [newId()],
    children: [],
  }
  const nodes = d === undefined || d % 2 ? [row] : [row, bidrag]
  return { type: 'outline.paste', planId: parent.planId, parentId: parent.id, after: null, nodes }
}

function linkSomething(nodes: readonly NodeRecord[], [, a, b]: Choices): Command {
  const from = pick(
    nodes.filter(({ type }) => type === 'bidrag'),
    a,
  )
  const to = pick(
    nodes.filter(({ type }) => type === 'indsats'),
    b,
  )
  return {
    type: 'link.set',
    nodeId: from?.id ?? newId(),
    kind: 'contributesTo',
    targets: to ? [to.id] : [],
  }
}

/** What stood before some change; null where that change is none that can be restored. */
function restoreSomething({ db }: Workbook, [, a, b, c]: Choices): Command | null {
  const last = Number(db.prepare('SELECT max(rid) FROM txn').pluck().get())
  // One of the last twenty, so that its place is often still there.
  const change = pick(new Past(db).changesOf(Math.max(1, last - ((a ?? 0) % 20)), 200), b)
  const table = restorableTables.find((name) => name === change?.table)
  const unit = change ? pick(unitsOf(change), c) : undefined
  if (!change || !table || unit === undefined || !isRestorable(table, unit)) return null
  return { type: 'history.restore', dot: change.dot, table, rowId: change.rowId, unit }
}
