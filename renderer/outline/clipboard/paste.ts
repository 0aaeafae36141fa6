import { create } from 'zustand'
import { newId } from '../../../db/model/ids.ts'
import type { PastedNode } from '../../../db/model/pasted-node.ts'
import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import { oneLineOf } from '../../paste/blocks.ts'
import { fitNodes } from '../../paste/fit-nodes.ts'
import type { PasteTarget } from '../../paste/growing-outline.ts'
import { OWN_TYPE } from '../../paste/own-format.ts'
import { type ClipboardGetter, readClipboard } from '../../paste/read-clipboard.ts'
import { type PasteProposal, toOutline } from '../../paste/to-outline.ts'
import { ancestorsOf } from '../../state/navigate.ts'
import { run, tellUndoable } from '../../state/run.ts'
import { look, useView } from '../../state/view.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { hint, rearrange, refuse } from '../actions/doing.ts'
import { dropOf } from '../model/drop.ts'
import { withoutFolded } from '../model/folding.ts'
import { type Place, pastePlaceOf, textPlaceOf } from '../model/paste-place.ts'
import { focusRow, keepShown } from '../row-focus.ts'
import { type Scene, scene } from '../scene.ts'
import { cutRows, nothingIsCut } from './carried.ts'

/** What waits in the dialog that shows it first. */
interface Previewed {
  readonly place: Place
  readonly proposal: PasteProposal
}

export const usePreviewed = create<{ readonly previewed: Previewed | null }>(() => ({ previewed: null }))

/**
 * Puts what the clipboard holds into the outline at the current row, never over it. Rows of our own go straight in; what
 * has to be changed to fit, and text of several lines, is shown first.
 */
export function pasteFrom(get: ClipboardGetter): void {
  const at = scene()
  if (!at) return
  const cut = cutRows(at, get(OWN_TYPE))
  if (cut.length > 0) {
    moveCut(at, cut)
    return
  }
  const reading = readClipboard(get)
  if (reading.kind === 'nodes') {
    const place = placeFor(at, reading.nodes)
    propose(place, fitNodes(reading.nodes, targetOf(at, place)))
    return
  }
  const place = textPlaceOf(at.outline, at.view.current)
  const proposal = toOutline(reading.blocks, targetOf(at, place))
  if (reading.blocks.length === 0) hint(outlineTexts.refused.nothingToPaste)
  else if (oneLineOf(reading.blocks) === null) usePreviewed.setState({ previewed: { place, proposal } })
  else propose(place, proposal)
}

/** Whether what the clipboard holds belongs into a title that is edited; else into the outline. */
export function fitsTitle(get: ClipboardGetter): boolean {
  const reading = readClipboard(get)
  return reading.kind === 'blocks' && (reading.blocks.length === 0 || oneLineOf(reading.blocks) !== null)
}

function moveCut(at: Scene, ids: readonly string[]): void {
  const { current } = at.view
  nothingIsCut()
  // Pasted where they stand, they stay.
  const inside =
    current !== null && [current, ...ancestorsOf(at.mirror, current)].some((id) => ids.includes(id))
  if (inside) return
  const types = ids.flatMap((id) => at.mirror.nodes.get(id)?.type ?? [])
  const place = pastePlaceOf(at.outline, current, types)
  if (!place.ok) refuse(at, place.why)
  else {
    rearrange({ ...at, operands: ids }, dropOf(at.outline, ids, { ...place, why: null }), 'always')
    showInserted(place.parentId, ids)
  }
}

function placeFor(at: Scene, nodes: readonly PastedNode[]): Place {
  const types = nodes.map(({ type }) => type)
  const place = pastePlaceOf(at.outline, at.view.current, types)
  return place.ok ? place : textPlaceOf(at.outline, at.view.current)
}

function targetOf({ mirror, template }: Scene, { parentId, after }: Place): PasteTarget {
  const sibling = mirror.nodes.get(after ?? '')
  const keys = [...mirror.nodes.values()].flatMap(({ sectionKey }) => sectionKey ?? [])
  const units = [...useWorkbook.getState().units.values()].map(({ name }) => name)
  return {
    template,
    parent: parentId === null ? null : (mirror.nodes.get(parentId) ?? null),
    ...(sibling ? { siblingType: sibling.type } : {}),
    sections: keys,
    units,
  }
}

function propose(place: Place, proposal: PasteProposal): void {
  if (proposal.notes.length === 0) void insert(place, proposal.nodes)
  else usePreviewed.setState({ previewed: { place, proposal } })
}

/** Inserts in one step and selects what came. */
export async function insert(
  place: Place,
  nodes: readonly PastedNode[],
  tellOf: (titles: readonly string[]) => string = outlineTexts.pasted,
): Promise<void> {
  const at = scene()
  if (!at || nodes.length === 0) return
  const named = nodes.map((node) => ({ ...node, id: node.id ?? newId() }))
  const { parentId, after } = place
  const done = await run({ type: 'outline.paste', planId: at.mirror.planId, parentId, after, nodes: named })
  if (!done) return
  showInserted(
    parentId,
    named.map(({ id }) => id),
  )
  tellUndoable(tellOf(nodes.map(({ title }) => title)))
}

function showInserted(parentId: string | null, ids: readonly string[]): void {
  const [first] = ids
  if (first === undefined || !useWorkbook.getState().mirror?.nodes.has(first)) return
  const { folded } = useView.getState().outline
  const selected = new Set(ids.length > 1 ? ids : [])
  look({ folded: withoutFolded(folded, [parentId]), current: first, anchor: first, editing: false, selected })
  keepShown(ids)
  focusRow(first)
}
