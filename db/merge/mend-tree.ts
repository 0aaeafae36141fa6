import { MAX_OUTLINE_DEPTH } from '../model/outline.ts'
import { type Row, unitValue } from '../tables.ts'
import { statement, type Tx } from '../transaction.ts'
import type { Merging } from './merge-row.ts'
import type { Remark } from './outcome.ts'
import { stateOf } from './row-state.ts'

type Tree = 'node' | 'unit'

/**
 * Mends what moves of both sides made of a tree that neither made alone: circles, branches that are too deep, children in
 * another plan than their parent. In every copy the same way.
 */
export function mendTree(tx: Tx, merging: Merging, tree: Tree): void {
  const mended = new Set<string>()
  for (;;) {
    const parents = parentsIn(tx, tree)
    const circle = circleIn(parents)
    if (circle) {
      takeMoveBack(tx, merging, tree, circle, mended)
      continue
    }
    const deep = tooDeep(parents)
    if (deep.length === 0) break
    for (const id of deep) lift(tx, merging, tree, id, parents)
  }
  if (tree === 'node') followPlans(tx)
}

/** The parent of each row, by its id. */
type Parents = ReadonlyMap<string, string | null>

const parentsIn = (tx: Tx, tree: Tree): Parents =>
  new Map(
    statement(tx.db, `SELECT id, parentId FROM main.${tree} ORDER BY id`)
      .all()
      .map(({ id, parentId }) => [String(id), parentId === null ? null : String(parentId)]),
  )

function circleIn(parents: Parents): readonly string[] | null {
  const sound = new Set<string>()
  for (const id of parents.keys()) {
    const way: string[] = []
    const onWay = new Set<string>()
    for (let at: string | null = id; at !== null && !sound.has(at); at = parents.get(at) ?? null) {
      if (onWay.has(at)) return way.slice(way.indexOf(at))
      way.push(at)
      onWay.add(at)
    }
    for (const reached of way) sound.add(reached)
  }
  return null
}

/** The latest of the moves that made the circle is taken back: its row goes where the other side had it. */
function takeMoveBack(
  tx: Tx,
  { causality, outcome }: Merging,
  tree: Tree,
  circle: readonly string[],
  mended: Set<string>,
): void {
  const moved = circle.filter((id) => outcome.places.has(id) && !mended.has(id))
  const [first = '', ...others] = moved.length > 0 ? moved : circle.toSorted()
  const latest = others.reduce(
    (best, id) =>
      causality.later(placeStamp(tx, tree, id), placeStamp(tx, tree, best)) === placeStamp(tx, tree, best)
        ? best
        : id,
    first,
  )
  mended.add(latest)
  const row = rowOf(tx, tree, latest)
  tx.updateRow(tree, latest, moved.length > 0 ? otherPlace(tx, tree, outcome, row) : { parentId: null })
  outcome.remarks.push({ table: tree, row, about: { kind: 'move-taken-back' } })
}

function otherPlace(tx: Tx, tree: Tree, { places }: Merging['outcome'], row: Row): Row {
  const { ours, theirs } = places.get(String(row.id)) ?? {}
  const isOurs = ours && ours.row.parentId === row.parentId && ours.row.pos === row.pos
  const place = unitValue(tree, 'place', (isOurs ? theirs : ours)?.row ?? row)
  const isThere = place.parentId === null || rowsOf(tx, tree, place.parentId ?? null).length > 0
  return isThere ? place : { ...place, parentId: null }
}

const rowsOf = (tx: Tx, tree: Tree, id: Row[string]): readonly Row[] =>
  statement(tx.db, `SELECT * FROM main.${tree} WHERE id = ?`).all(id)

const rowOf = (tx: Tx, tree: Tree, id: string): Row => rowsOf(tx, tree, id)[0] ?? {}

const placeStamp = (tx: Tx, tree: Tree, id: string): number =>
  stateOf(tree, rowOf(tx, tree, id)).stamps.place ?? 0

/** Rows one level below the deepest that may be. */
function tooDeep(parents: Parents): readonly string[] {
  const depths = new Map<string, number>()
  const depthOf = (id: string): number => {
    const known = depths.get(id)
    if (known !== undefined) return known
    const parent = parents.get(id) ?? null
    const depth = parent === null ? 1 : depthOf(parent) + 1
    depths.set(id, depth)
    return depth
  }
  return [...parents.keys()].filter((id) => depthOf(id) === MAX_OUTLINE_DEPTH + 1)
}

function lift(tx: Tx, { outcome }: Merging, tree: Tree, id: string, parents: Parents): void {
  const row = rowOf(tx, tree, id)
  const parentId = parents.get(parents.get(id) ?? '') ?? null
  tx.updateRow(tree, id, { parentId })
  const about: Remark['about'] = { kind: 'lifted' }
  outcome.remarks.push({ table: tree, row, about })
}

/** Whatever moved, a node is in the plan of the node above it. */
function followPlans(tx: Tx): void {
  const strays = statement(
    tx.db,
    `SELECT node.id, parent.planId FROM main.node JOIN main.node parent ON parent.id = node.parentId
     WHERE parent.planId <> node.planId`,
  )
  for (let rows = strays.all(); rows.length > 0; rows = strays.all()) {
    for (const { id, planId } of rows) tx.updateRow('node', String(id), { planId: planId ?? null })
  }
}
