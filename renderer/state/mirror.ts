import { shallow } from 'zustand/shallow'
import type { Change, ChangeOf } from '../../db/model/changes.ts'
import type { NodeRecord, Records } from '../../db/model/records.ts'
import type { Contributor, LinkTarget, PlanRows } from '../../preload/contract.ts'
import { patched } from './patched-map.ts'

/**
 * The open plan as the window knows it: an immutable value, brought up to date by the changes that main announces. Maps
 * that a change does not touch stay the same objects, so what shows them need not be drawn again.
 */
export interface Mirror {
  readonly planId: string
  readonly nodes: ReadonlyMap<string, NodeRecord>
  /** Children in order, by parent; the top of the outline under `TOP`. Milestones and indicators are among them. */
  readonly children: ReadonlyMap<string, readonly string[]>
  /** By node. */
  readonly fields: ReadonlyMap<string, readonly Records['field'][]>
  readonly links: ReadonlyMap<string, readonly Records['link'][]>
  readonly coordinators: ReadonlyMap<string, readonly Records['coordinator'][]>
  readonly statuses: ReadonlyMap<string, readonly Records['status'][]>
  readonly milestones: ReadonlyMap<string, Records['milestone']>
  readonly indicators: ReadonlyMap<string, Records['indicator']>
  /** By key of the cover row. */
  readonly cover: ReadonlyMap<string, Records['cover']>
  readonly targets: ReadonlyMap<string, LinkTarget>
  /** By the node here that they link to. */
  readonly contributors: ReadonlyMap<string, readonly Contributor[]>
}

/** Stands for the parent of nodes at the top of the outline. */
export const TOP = ''

const NONE: readonly never[] = []

export function mirrorOf(planId: string, rows: PlanRows): Mirror {
  const children = new Map<string, string[]>()
  for (const { id, parentId } of rows.nodes.toSorted(byPosition)) {
    const siblings = children.get(parentId ?? TOP)
    if (siblings) siblings.push(id)
    else children.set(parentId ?? TOP, [id])
  }
  return {
    planId,
    nodes: byId(rows.nodes),
    children,
    fields: Map.groupBy(rows.fields, ({ nodeId }) => nodeId),
    links: Map.groupBy(rows.links, ({ fromNode }) => fromNode),
    coordinators: Map.groupBy(rows.coordinators, ({ nodeId }) => nodeId),
    statuses: Map.groupBy(rows.statuses, ({ nodeId }) => nodeId),
    milestones: byId(rows.milestones),
    indicators: byId(rows.indicators),
    cover: new Map(rows.cover.map((row) => [row.key, row])),
    targets: byId(rows.targets),
    contributors: Map.groupBy(rows.contributors, ({ nodeId }) => nodeId),
  }
}

/** Children of a node, or of the top for null, in order. */
export const childrenOf = (mirror: Mirror, parentId: string | null): readonly string[] =>
  mirror.children.get(parentId ?? TOP) ?? NONE

/** The mirror after the changes; those that concern other plans, or say what it knows, leave it as it is. */
export function applyChanges(mirror: Mirror, changes: readonly Change[]): Mirror {
  const next = new MirrorInWork(mirror)
  for (const change of changes) next.apply(change)
  return next.done()
}

/** A map while changes are applied to it. */
class MapInWork<V extends object> {
  readonly #before: ReadonlyMap<string, V>
  readonly #patch = new Map<string, V | null>()

  constructor(before: ReadonlyMap<string, V>) {
    this.#before = before
  }

  get(key: string): V | undefined {
    const changed = this.#patch.get(key)
    return changed === undefined ? this.#before.get(key) : (changed ?? undefined)
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  /** null takes the entry away. */
  put(key: string, value: V | null): void {
    this.#patch.set(key, value)
  }

  /** The map that it was, where nothing was put. */
  done(): ReadonlyMap<string, V> {
    return patched(this.#before, this.#patch)
  }
}

/** A mirror while changes are applied to it. */
class MirrorInWork {
  readonly #mirror: Mirror
  readonly #nodes: MapInWork<NodeRecord>
  readonly #children: MapInWork<readonly string[]>
  readonly #fields: MapInWork<readonly Records['field'][]>
  readonly #links: MapInWork<readonly Records['link'][]>
  readonly #coordinators: MapInWork<readonly Records['coordinator'][]>
  readonly #statuses: MapInWork<readonly Records['status'][]>
  readonly #milestones: MapInWork<Records['milestone']>
  readonly #indicators: MapInWork<Records['indicator']>
  readonly #cover: MapInWork<Records['cover']>
  /** Parents whose children must be put in order again. */
  readonly #unsorted = new Set<string>()

  constructor(mirror: Mirror) {
    this.#mirror = mirror
    this.#nodes = new MapInWork(mirror.nodes)
    this.#children = new MapInWork(mirror.children)
    this.#fields = new MapInWork(mirror.fields)
    this.#links = new MapInWork(mirror.links)
    this.#coordinators = new MapInWork(mirror.coordinators)
    this.#statuses = new MapInWork(mirror.statuses)
    this.#milestones = new MapInWork(mirror.milestones)
    this.#indicators = new MapInWork(mirror.indicators)
    this.#cover = new MapInWork(mirror.cover)
  }

  apply(change: Change): void {
    if (change.table === 'node') this.#node(change)
    else if (change.table === 'cover') this.#coverRow(change)
    else if (change.table === 'milestone') this.#part(this.#milestones, change)
    else if (change.table === 'indicator') this.#part(this.#indicators, change)
    else if (change.table === 'field') this.#grouped(this.#fields, change, (row) => row.nodeId)
    else if (change.table === 'link') this.#grouped(this.#links, change, (row) => row.fromNode)
    else if (change.table === 'coordinator') this.#grouped(this.#coordinators, change, (row) => row.nodeId)
    else if (change.table === 'status') this.#grouped(this.#statuses, change, (row) => row.nodeId)
  }

  done(): Mirror {
    for (const parent of this.#unsorted) {
      const siblings = (this.#children.get(parent) ?? NONE).flatMap((id) => this.#nodes.get(id) ?? [])
      const ordered = siblings.toSorted(byPosition).map(({ id }) => id)
      this.#children.put(parent, ordered.length === 0 ? null : ordered)
    }
    const next = {
      ...this.#mirror,
      nodes: this.#nodes.done(),
      children: this.#children.done(),
      fields: this.#fields.done(),
      links: this.#links.done(),
      coordinators: this.#coordinators.done(),
      statuses: this.#statuses.done(),
      milestones: this.#milestones.done(),
      indicators: this.#indicators.done(),
      cover: this.#cover.done(),
    }
    return shallow(next, this.#mirror) ? this.#mirror : next
  }

  #node({ id, after }: ChangeOf<'node'>): void {
    const known = this.#nodes.get(id)
    const wanted = after?.planId === this.#mirror.planId ? after : null
    if (shallow(known ?? null, wanted)) return
    this.#nodes.put(id, wanted)
    if (known && wanted && known.parentId === wanted.parentId && known.pos === wanted.pos) return
    if (known) this.#setChildren(known.parentId, (siblings) => siblings.filter((sibling) => sibling !== id))
    if (wanted) this.#setChildren(wanted.parentId, (siblings) => [...siblings, id])
  }

  #setChildren(parentId: string | null, change: (siblings: readonly string[]) => readonly string[]): void {
    const parent = parentId ?? TOP
    this.#children.put(parent, change(this.#children.get(parent) ?? NONE))
    this.#unsorted.add(parent)
  }

  #grouped<R extends { readonly id: string; readonly pos?: string }>(
    groups: MapInWork<readonly R[]>,
    { id, before, after }: { readonly id: string; readonly before: R | null; readonly after: R | null },
    nodeOf: (row: R) => string,
  ): void {
    const row = after ?? before
    if (!row) return
    const node = nodeOf(row)
    const others = (groups.get(node) ?? NONE).filter((other) => other.id !== id)
    const isHere = after !== null && this.#nodes.has(node)
    const rows = isHere ? [...others, after].toSorted(byPosition) : others
    if (rows.length > 0 || groups.has(node)) groups.put(node, rows.length === 0 ? null : rows)
  }

  /** Of a milestone or an indicator, whose row has the id of its node. */
  #part<R extends object>(
    rows: MapInWork<R>,
    { id, after }: { readonly id: string; readonly after: R | null },
  ): void {
    const wanted = this.#nodes.has(id) ? after : null
    if (wanted !== null || rows.has(id)) rows.put(id, wanted)
  }

  #coverRow({ before, after }: ChangeOf<'cover'>): void {
    const row = after ?? before
    if (row?.planId === this.#mirror.planId) this.#cover.put(row.key, after)
  }
}

interface Placed {
  readonly id: string
  readonly pos?: string
}

/**
 * The order of the file: by position, and by id where there is none or two copies used the same gap. Compared by code unit, as SQLite does.
 */
function byPosition(a: Placed, b: Placed): number {
  const [left, right] = a.pos === b.pos ? [a.id, b.id] : [a.pos ?? '', b.pos ?? '']
  return left < right ? -1 : 1
}

const byId = <V extends { readonly id: string }>(rows: readonly V[]): ReadonlyMap<string, V> =>
  new Map(rows.map((row) => [row.id, row]))
