import type { NodeRecord } from '../../../db/model/records.ts'
import { typesUnder } from '../../../db/model/template/rules.ts'
import type { NodeType } from '../../../db/model/template/template.ts'
import { childrenOf } from '../../state/mirror.ts'
import { ancestorsOf } from '../../state/navigate.ts'
import { isMeasure, type Outline, type Refusal, refusalOf } from './outline.ts'

/** What a `node.insert` would make. */
export interface NewRow {
  readonly type: NodeType
  readonly parentId: string | null
  readonly after: string | null
}

export type NewPlace =
  | { readonly ok: true; readonly row: NewRow }
  | { readonly ok: false; readonly why: Refusal }

/**
 * A row right after another and all below it: of its type, else of the first type that may stand there. After the row that is
 * zoomed in on nothing would be seen, so there it becomes its first child. In an empty plan `id` is null.
 */
export function newSiblingOf(outline: Outline, id: string | null): NewPlace {
  if (id !== null && id === outline.root) return newChildOf(outline, id, 'first')
  const node = id === null ? undefined : outline.mirror.nodes.get(id)
  const parentId = node?.parentId ?? null
  const types = typesUnder(outline.template, parentOf(outline, parentId))
  const type = node && types.includes(node.type) ? node.type : types[0]
  return placed(outline, type, parentId, node?.id ?? null)
}

/** A child of a row, of the type that the template offers first. */
export function newChildOf(outline: Outline, id: string, where: 'first' | 'last' = 'last'): NewPlace {
  const [type] = typesUnder(outline.template, parentOf(outline, id))
  return placed(outline, type, id, endOf(outline, id, type, where), outline.mirror.nodes.get(id)?.type)
}

/** A milestone or indicator of the nearest node, from the row upwards, that may be measured. */
export function newMeasureOf(outline: Outline, id: string, type: 'milestone' | 'indicator'): NewPlace {
  const { mirror, template } = outline
  const node = mirror.nodes.get(id)
  if (node?.type === type) return newSiblingOf(outline, id)
  const holder = [id, ...ancestorsOf(mirror, id)].find((candidate) =>
    typesUnder(template, parentOf(outline, candidate)).includes(type),
  )
  if (holder === undefined) return { ok: false, why: { kind: 'not-here', type, parent: node ?? null } }
  return placed(outline, type, holder, endOf(outline, holder, type, 'last'))
}

/** A row of a chosen type: last below a row, or right after it. */
export function newRowOf(
  outline: Outline,
  id: string | null,
  type: NodeType,
  where: 'below' | 'after',
): NewPlace {
  if (where === 'below' && id !== null) return placed(outline, type, id, endOf(outline, id, type, 'last'))
  return placed(outline, type, outline.mirror.nodes.get(id ?? '')?.parentId ?? null, id)
}

export interface Choices {
  /** null: where nothing may stand there */
  readonly below: { readonly parent: NodeRecord; readonly types: readonly NodeType[] } | null
  /** After the row; `parent` null = at the top of the outline. */
  readonly after: { readonly parent: NodeRecord | null; readonly types: readonly NodeType[] } | null
}

/** What may be made at a row, or in an empty plan. */
export function choicesAt(outline: Outline, id: string | null): Choices {
  const { template, mirror, root } = outline
  const node = id === null ? null : (mirror.nodes.get(id) ?? null)
  const below = node ? typesUnder(template, node) : []
  const parent = parentOf(outline, node?.parentId ?? null)
  const after = id !== null && id === root ? [] : typesUnder(template, parent)
  return {
    below: node && below.length > 0 ? { parent: node, types: below } : null,
    after: after.length > 0 ? { parent, types: after } : null,
  }
}

const parentOf = ({ mirror }: Outline, id: string | null): NodeRecord | null =>
  id === null ? null : (mirror.nodes.get(id) ?? null)

/** After which child a new one of the type would stand first or last: measures come before the others. */
export function endOf(
  outline: Outline,
  parentId: string,
  type: NodeType | undefined,
  where: 'first' | 'last',
): string | null {
  const children = childrenOf(outline.mirror, parentId)
  const measures = children.filter((child) => {
    const kind = outline.mirror.nodes.get(child)?.type
    return kind !== undefined && isMeasure(kind)
  })
  const inMeasures = type !== undefined && isMeasure(type)
  if (where === 'last') return (inMeasures ? measures : children).at(-1) ?? null
  return inMeasures ? null : (measures.at(-1) ?? null)
}

function placed(
  outline: Outline,
  type: NodeType | undefined,
  parentId: string | null,
  after: string | null,
  wanted: NodeType = 'section',
): NewPlace {
  const parent = parentOf(outline, parentId)
  if (type === undefined) return { ok: false, why: { kind: 'not-here', type: wanted, parent } }
  const why = refusalOf(outline, type, parentId, 1)
  return why ? { ok: false, why } : { ok: true, row: { type, parentId, after } }
}
