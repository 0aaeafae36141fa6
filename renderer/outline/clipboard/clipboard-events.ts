import type { ClipboardEvent } from 'react'
import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import { flushDrafts } from '../../state/drafts.ts'
import { tell } from '../../state/notices.ts'
import { scene } from '../scene.ts'
import { titleOf } from '../titles.ts'
import { contentOf, nothingIsCut, rowsAreCut } from './carried.ts'
import { fitsTitle, pasteFrom } from './paste.ts'

const isInTitle = ({ target }: ClipboardEvent): boolean => target instanceof HTMLInputElement

/** What the browser's clipboard events mean on rows; in a title that is edited, they are about its text. */
export const clipboardEvents = {
  onCopy: (event: ClipboardEvent) => {
    if (!isInTitle(event)) carry(event.nativeEvent, 'copy')
  },
  onPaste: (event: ClipboardEvent) => {
    const get = (type: string) => event.clipboardData.getData(type)
    if (isInTitle(event) && fitsTitle(get)) return
    event.preventDefault()
    flushDrafts()
    pasteFrom(get)
  },
} as const

/** Puts the selected rows on the clipboard of an event. */
export function carry(
  event: Event & Pick<globalThis.ClipboardEvent, 'clipboardData'>,
  how: 'copy' | 'cut',
): void {
  const at = scene()
  if (!at || at.operands.length === 0 || !event.clipboardData) return
  event.preventDefault()
  const content = contentOf(at)
  for (const [type, data] of Object.entries(content)) event.clipboardData.setData(type, data)
  if (how === 'cut') rowsAreCut(at, content)
  else nothingIsCut()
  tell({ text: (how === 'cut' ? outlineTexts.cut : outlineTexts.copied)(at.operands.map(titleOf)) })
}
