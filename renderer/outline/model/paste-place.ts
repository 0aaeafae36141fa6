import { typesUnder } from '../../../db/model/template/rules.ts'
import type { NodeType } from '../../../db/model/template/template.ts'
import { childrenOf } from '../../state/mirror.ts'
import { ancestorsOf } from '../../state/navigate.ts'
import { endOf } from './new-row.ts'
import type { Outline, Refusal } from './outline.ts'

/** Below `parentId` (null = the top), right after a sibling or first. */
export interface Place {
  readonly parentId: string | null
  readonly after: string | null
}

type PastePlace = ({ readonly ok: true } & Place) | { readonly ok: false; readonly why: Refusal }

/**
 * Where rows of these types land when they are pasted at a row, never in place of it: after a row of their kind, else last
 * below a row that may hold them, else after it, else after the nearest row above that lets them.
 */
export function pastePlaceOf(
  outline: Outline,
  current: string | null,
  types: readonly NodeType[],
): PastePlace {
  const { mirror, root } = outline
  const [type] = types
  const node = mirror.nodes.get(current ?? '')
  if (!node || type === undefined) return placeAtEnd(outline, types)
  const path = [node.id, ...ancestorsOf(mirror, node.id)]
  const inside = root === null ? path : path.slice(0, path.indexOf(root))
  const after = inside.map((id) => ({ parentId: mirror.nodes.get(id)?.parentId ?? null, after: id }))
  const below = { parentId: node.id, after: endOf(outline, node.id, type, 'last') }
  const candidates = node.type === type ? [...after.slice(0, 1), below, ...after] : [below, ...after]
  const place = candidates.find(({ parentId }) => mayStand(outline, parentId, types))
  return place ? { ok: true, ...place } : { ok: false, why: { kind: 'not-here', type, parent: node } }
}

function placeAtEnd(outline: Outline, types: readonly NodeType[]): PastePlace {
  const [type = 'section'] = types
  if (!mayStand(outline, null, types)) return { ok: false, why: { kind: 'not-here', type, parent: null } }
  return { ok: true, parentId: null, after: childrenOf(outline.mirror, null).at(-1) ?? null }
}

function mayStand(
  { mirror, template }: Outline,
  parentId: string | null,
  types: readonly NodeType[],
): boolean {
  const may = typesUnder(template, parentId === null ? null : (mirror.nodes.get(parentId) ?? null))
  return types.every((type) => may.includes(type))
}

/** Where text from elsewhere lands, whose types the place decides: last below a row that gathers others, else after the row. */
export function textPlaceOf({ mirror, root }: Outline, current: string | null): Place {
  const node = mirror.nodes.get(current ?? '')
  if (!node) return { parentId: null, after: childrenOf(mirror, null).at(-1) ?? null }
  const gathers = node.type === 'section' || node.type === 'theme' || node.type === 'programme'
  return gathers || node.id === root
    ? { parentId: node.id, after: childrenOf(mirror, node.id).at(-1) ?? null }
    : { parentId: node.parentId, after: node.id }
}
