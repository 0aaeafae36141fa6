import { generateKeyBetween } from 'fractional-indexing'
import type { ChangeOf } from '../../db/model/changes.ts'
import type { Command, SingleCommand } from '../../db/model/commands.ts'
import type { NodeRecord } from '../../db/model/records.ts'
import { applyChanges, childrenOf, type Mirror } from './mirror.ts'

/**
 * What the window knows that main will do: rows that come, move and go are shown at once, so that the next key finds them where
 * they belong however slow the disk is. Main's own changes follow and have the last word.
 */

export type NodeChange = ChangeOf<'node'>

/** Beyond this, main has done it before the window has worked it out. */
const MOST_EXPECTED = 50

/** The rows of the outline as they will stand after the command; nothing for what only main can work out. */
export function expectedChanges(mirror: Mirror, command: Command): readonly NodeChange[] {
  if (command.type !== 'batch') return changesOf(mirror, command)
  if (command.commands.length > MOST_EXPECTED) return []
  let next = mirror
  return command.commands.flatMap((single) => {
    const changes = changesOf(next, single)
    next = applyChanges(next, changes)
    return changes
  })
}

function changesOf(mirror: Mirror, command: SingleCommand): readonly NodeChange[] {
  switch (command.type) {
    case 'node.insert':
      return command.planId === mirror.planId ? [inserted(mirror, command)] : []
    case 'node.move': {
      const node = mirror.nodes.get(command.id)
      return node ? [change(node, { ...node, parentId: command.parentId, pos: place(mirror, command) })] : []
    }
    case 'node.delete':
      return branch(mirror, command.id).map((node) => change(node, null))
    default:
      return []
  }
}

const change = (before: NodeRecord, after: NodeRecord | null): NodeChange => ({
  table: 'node',
  id: before.id,
  before,
  after,
})

function inserted(mirror: Mirror, command: Extract<SingleCommand, { type: 'node.insert' }>): NodeChange {
  const { id, planId, parentId, nodeType: type, title } = command
  const pos = place(mirror, command)
  const after = { id, planId, parentId, pos, type, title, ref: null, sectionKey: null, annex: 0 } as const
  return { table: 'node', id, before: null, after }
}

/** A node and all below it, the deepest first. */
function branch(mirror: Mirror, id: string): readonly NodeRecord[] {
  const node = mirror.nodes.get(id)
  return node ? [...childrenOf(mirror, id).flatMap((child) => branch(mirror, child)), node] : []
}

interface Place {
  /** Of a row that moves: it does not count among its own siblings. */
  readonly id: string
  readonly parentId: string | null
  readonly after: string | null
}

/** The key that main will give it, unless two copies used the same gap: equal keys are told apart by main. */
function place(mirror: Mirror, { id, parentId, after }: Place): string {
  const siblings = childrenOf(mirror, parentId).filter((sibling) => sibling !== id)
  const at = after === null ? -1 : siblings.indexOf(after)
  const [before = null, next = null] = [siblings[at], siblings[at + 1]].map(
    (sibling) => mirror.nodes.get(sibling ?? '')?.pos,
  )
  return before !== null && next !== null && before >= next ? before : generateKeyBetween(before, next)
}

/** How many commands are on their way that move a row, or make or delete it. */
export type Underway = ReadonlyMap<string, number>

/**
 * Main's news as the window shows them: where a row was moved on since, what main says of its place is old already. A
 * command's news come before its answer, so the command that they tell of is still counted.
 */
export function withoutOldPlaces(mirror: Mirror, underway: Underway, news: NodeChange): NodeChange | null {
  const { id, before, after } = news
  if (after === null) return news
  const places = before?.parentId !== after.parentId || before.pos !== after.pos
  const isOld = (underway.get(id) ?? 0) > (places ? 1 : 0)
  if (!isOld) return news
  const known = mirror.nodes.get(id)
  return known ? { ...news, after: { ...after, parentId: known.parentId, pos: known.pos } } : null
}
