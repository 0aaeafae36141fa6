import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import * as z from 'zod'
import type { OutlineNode, PlanDocument } from '../../../db/model/plan/plan-document.ts'
import type { Block, Inline, ListItem, RichText } from '../../../db/model/rich-text/rich-text.ts'
import type { OutlineType } from '../../../db/model/template/template.ts'
import { seed } from '../content/plans.ts'
import { type Random, seeded } from '../content/random.ts'
import { timed } from '../harness.ts'
import { writeDurably } from './durable.ts'
import { commandAbout, EDITS, type EditCommand, type EditedNode, edited } from './edits.ts'
import type { Task } from './index.ts'

/**
 * The same content and the same edits in Yjs: one map of nodes, with the texts as an editor keeps them there. She has her document
 * open and takes in another's from its file, until hers is on the disk. It checks nothing, lists nothing and has no way back.
 */
export function prepareYjs(folder = ''): Task {
  const base = new Y.Doc()
  const nodes: EditedNode[] = []
  base.transact(() => {
    for (const [index, plan] of plansIn(folder).entries()) {
      for (const node of plan.outline) add(base, nodes, node, { planId: `p${index}`, parentId: null })
    }
  })
  const [ours, theirs] = [0, 1].map((person) => {
    const doc = docOf(Y.encodeStateAsUpdate(base))
    const random = seeded(seed + person)
    for (let edits = 0; edits < EDITS; edits += 1) edit(doc, commandIn(nodes, random))
    return Y.encodeStateAsUpdate(doc)
  })
  if (ours === undefined || theirs === undefined) throw new Error('there are two copies')
  const file = join(folder, 'theirs.yjs')
  writeFileSync(file, theirs)
  base.destroy()
  const round = () => {
    const doc = docOf(ours)
    return timed(() => {
      Y.applyUpdate(doc, readFileSync(file))
      writeDurably(join(folder, 'merged.yjs'), Y.encodeStateAsUpdate(doc))
    })
  }
  return { round }
}

const content = z.object({ plans: z.array(z.custom<PlanDocument>()) })

const plansIn = (folder: string): readonly PlanDocument[] =>
  content.parse(JSON.parse(readFileSync(join(folder, 'workbook.json'), 'utf8'))).plans

function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

const nodesOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('nodes')

type Place = Pick<EditedNode, 'planId' | 'parentId'>

/** A node with all below it; those that can be edited are taken down. */
function add(doc: Y.Doc, nodes: EditedNode[], node: OutlineNode, place: Place): void {
  const id = put(doc, nodes, node.type, place, { title: node.title })
  const record = nodesOf(doc).get(id)
  for (const [key, text] of Object.entries(node.fields)) record?.set(key, fragmentOf(text))
  for (const milestone of node.milestones) put(doc, nodes, 'milestone', { ...place, parentId: id }, milestone)
  for (const indicator of node.indicators) put(doc, nodes, 'indicator', { ...place, parentId: id }, indicator)
  for (const child of node.children) add(doc, nodes, child, { ...place, parentId: id })
}

function put(
  doc: Y.Doc,
  nodes: EditedNode[],
  type: OutlineType | 'milestone' | 'indicator',
  place: Place,
  values: object,
): string {
  const id = `n${nodesOf(doc).size}`
  nodesOf(doc).set(id, new Y.Map(Object.entries({ type, ...place, pos: 0, ...values })))
  if (edited.some((one) => one === type)) nodes.push({ id, type, ...place })
  return id
}

function commandIn(nodes: readonly EditedNode[], random: Random): EditCommand {
  const node = nodes[random.below(nodes.length)]
  if (!node) throw new Error('the content holds no nodes')
  return commandAbout(random, node)
}

function edit(doc: Y.Doc, command: EditCommand): void {
  const nodes = nodesOf(doc)
  if (command.type === 'node.insert') {
    const { id, planId, parentId, nodeType: type, title } = command
    nodes.set(id, new Y.Map(Object.entries({ type, planId, parentId, pos: 0, title })))
  } else if (command.type === 'field.write') {
    nodes.get(command.nodeId)?.set(command.key, fragmentOf(command.doc ?? []))
  } else if (command.type === 'node.rename') {
    nodes.get(command.id)?.set('title', command.title)
  } else if (command.type === 'node.move') {
    nodes.get(command.id)?.set('parentId', command.parentId)
    nodes.get(command.id)?.set('pos', -1)
  } else {
    doc.transact(() => {
      for (const [key, value] of Object.entries(command.changes)) nodes.get(command.id)?.set(key, value)
    })
  }
}

function fragmentOf(text: RichText): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  fragment.insert(0, text.map(blockOf))
  return fragment
}

function blockOf(block: Block): Y.XmlElement {
  const element = new Y.XmlElement(block.type)
  element.insert(0, block.type === 'paragraph' ? [textOf(block.content)] : block.items.map(itemOf))
  return element
}

function itemOf(item: ListItem): Y.XmlElement {
  const element = new Y.XmlElement('item')
  element.insert(0, item.blocks.map(blockOf))
  return element
}

function textOf(runs: readonly Inline[]): Y.XmlText {
  const text = new Y.XmlText()
  for (const run of runs) {
    if ('text' in run) text.insert(text.length, run.text, 'bold' in run && run.bold ? { bold: true } : {})
  }
  return text
}
