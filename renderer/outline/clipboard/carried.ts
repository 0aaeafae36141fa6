import { create } from 'zustand'
import { type ClipboardContent, formatClipboard } from '../../paste/format-clipboard.ts'
import { OWN_TYPE } from '../../paste/own-format.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { copiedNodes } from '../model/copied.ts'
import { descendantsOf } from '../model/outline.ts'
import type { Scene } from '../scene.ts'
import { titleOf } from '../titles.ts'

/**
 * Rows that were cut. They stay where they are until they are pasted, and are then moved: a row that moves keeps its links and
 * its history, a row that is deleted and made again does not.
 */
interface Cut {
  readonly planId: string
  readonly ids: readonly string[]
  /** They and all below them. */
  readonly rows: ReadonlySet<string>
  /** What lies on the clipboard as long as nothing else was copied. */
  readonly own: string
}

const useCut = create<{ readonly cut: Cut | null }>(() => ({ cut: null }))

export const useCutRows = (): ReadonlySet<string> | undefined => useCut(({ cut }) => cut?.rows)

export const nothingIsCut = (): void => useCut.setState({ cut: null })

export const somethingIsCut = (): boolean => useCut.getState().cut !== null

/** The selected rows with all below them, as they lie on the clipboard. */
export function contentOf({ mirror, template, operands }: Scene): ClipboardContent {
  const { units } = useWorkbook.getState()
  return formatClipboard(copiedNodes({ mirror, units, titleOf }, operands), template)
}

export function rowsAreCut(at: Scene, content: ClipboardContent): void {
  const { mirror, operands: ids } = at
  const rows = new Set(ids.flatMap((id) => [id, ...descendantsOf(mirror, id)]))
  useCut.setState({ cut: { planId: mirror.planId, ids, rows, own: content[OWN_TYPE] } })
}

/** The rows that were cut here, where the clipboard still holds them and they are in the open plan. */
export function cutRows(at: Scene, own: string): readonly string[] {
  const { cut } = useCut.getState()
  if (!cut || cut.own !== own || cut.planId !== at.mirror.planId) return []
  return cut.ids.filter((id) => at.mirror.nodes.has(id))
}
