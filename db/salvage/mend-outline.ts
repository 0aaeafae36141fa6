import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { MAX_OUTLINE_DEPTH } from '../model/outline.ts'
import type { Records } from '../model/records.ts'
import type { Rescue } from './rescue.ts'

/** Sees to it that every node has a way up to the top of its own plan, not too long, and a place among its siblings. */
export function mendOutline(rescue: Rescue): void {
  mendUnits(rescue)
  bringUp(rescue)
  followParents(rescue)
  for (const siblings of siblingsOf(rescue.rows('node'), ({ planId, parentId }) => `${planId} ${parentId}`)) {
    respace(siblings, (node, pos) => rescue.put('node', { ...node, pos }))
  }
  for (const siblings of siblingsOf(rescue.rows('unit'), ({ parentId }) => `${parentId}`)) {
    respace(siblings, (unit, pos) => rescue.put('unit', { ...unit, pos }))
  }
  respace(rescue.rows('plan'), (plan, pos) => rescue.put('plan', { ...plan, pos }))
}

interface Branch {
  readonly id: string
  readonly parentId: string | null
}

/**
 * Of rows whose parents are all there, those that must come to stand elsewhere: one of each circle, and those that are too
 * deep, so far apart that what is below them is not. `lifted` is the level on which they will stand.
 */
function astray<T extends Branch>(rows: readonly T[], lifted: number): readonly T[] {
  const circles = new Set(oneOfEachCircle(rows))
  const children = Map.groupBy(
    rows.filter((row) => !circles.has(row)),
    ({ parentId }) => parentId,
  )
  const deep: T[] = []
  let level: readonly T[] = [...(children.get(null) ?? []), ...(lifted === 1 ? circles : [])]
  for (let depth = 1; level.length > 0 || depth <= lifted; depth += 1) {
    const beyond = depth - MAX_OUTLINE_DEPTH - 1
    if (beyond >= 0 && beyond % (MAX_OUTLINE_DEPTH - lifted + 1) === 0) deep.push(...level)
    const lower = level.flatMap(({ id }) => children.get(id) ?? [])
    level = depth + 1 === lifted ? [...lower, ...circles] : lower
  }
  return [...circles, ...deep]
}

function oneOfEachCircle<T extends Branch>(rows: readonly T[]): readonly T[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const walked = new Set<T>()
  return rows.flatMap((start) => {
    const way = new Set<T>()
    let circle: readonly T[] = []
    for (let at: T | undefined = start; at && !walked.has(at); at = byId.get(at.parentId ?? '')) {
      if (way.has(at)) {
        circle = [at]
        break
      }
      way.add(at)
    }
    for (const row of way) walked.add(row)
    return circle
  })
}

/** A unit in a circle, too deep, or below one that is lost stands at the top. */
function mendUnits(rescue: Rescue): void {
  const { unit: units } = rescue.tables
  const toTheTop = (unit: Records['unit']): void => {
    rescue.put('unit', { ...unit, parentId: null })
    rescue.tell('unit', unit, 'mended')
  }
  for (const unit of rescue.rows('unit')) {
    if (unit.parentId !== null && !units.has(unit.parentId)) toTheTop(unit)
  }
  for (const unit of astray(rescue.rows('unit'), 1)) toTheTop(unit)
}

/** Nodes in a circle, or too deep, come to stand under the heading of their plan, with all that is below them. */
function bringUp(rescue: Rescue): void {
  for (const node of astray(rescue.rows('node'), 2)) {
    rescue.put('node', { ...node, parentId: rescue.headingIn(node.planId) })
    rescue.tell('node', node, 'moved')
  }
}

/** A node is in the plan of what it stands under. */
function followParents(rescue: Rescue): void {
  const children = Map.groupBy(rescue.rows('node'), ({ parentId }) => parentId)
  const waiting = [...(children.get(null) ?? [])]
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    for (const node of children.get(parent.id) ?? []) {
      const { planId } = parent
      waiting.push({ ...node, planId })
      if (planId === node.planId) continue
      rescue.put('node', { ...node, planId })
      rescue.tell('node', node, 'mended')
    }
  }
}

const siblingsOf = <T extends Branch>(rows: readonly T[], key: (row: T) => string): Iterable<readonly T[]> =>
  Map.groupBy(rows, key).values()

type Placed = Records['node'] | Records['unit'] | Records['plan']

/** Keys that no place can be found between are made anew for all siblings, in the order in which they stand. */
function respace<T extends Placed>(siblings: readonly T[], place: (row: T, pos: string) => void): void {
  if (siblings.every(({ pos }) => isKey(pos))) return
  const ordered = siblings.toSorted((one, other) =>
    `${one.pos} ${one.id}` < `${other.pos} ${other.id}` ? -1 : 1,
  )
  const keys = generateNKeysBetween(null, null, ordered.length)
  for (const [index, row] of ordered.entries()) place(row, keys[index] ?? row.pos)
}

function isKey(pos: string): boolean {
  try {
    return generateKeyBetween(pos, null) > pos
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}
