import type { FreshMerge } from '../../db/model/merge/report.ts'
import { mergeTexts } from '../../db/model/texts/window/merge.ts'
import { sharingTexts } from '../../db/model/texts/window/sharing.ts'
import type { OtherOpener, Sharing } from '../../preload/contract.ts'
import { workbookName } from '../ui/file-name.ts'
import { request } from './client.ts'
import { flushDrafts } from './drafts.ts'
import { showPage } from './navigate.ts'
import { mustBeRead, tell } from './notices.ts'
import { isRefused, telling } from './run.ts'
import { useWorkbook } from './workbook.ts'

/**
 * Who else is there now. Somebody who comes while she works is a quiet line, where nothing stands there that must be read; who was
 * there before her is told by a bar.
 */
export function hearSharing(sharing: Sharing): void {
  const known = new Set(useWorkbook.getState().sharing.others.map(nameOf))
  useWorkbook.setState({ sharing })
  const came = sharing.others.filter((other) => other.came && !known.has(nameOf(other)))
  if (came.length > 0 && !mustBeRead()) tell({ text: sharingTexts.came(came), kind: 'hint' })
}

const nameOf = ({ who, machine, since }: OtherOpener): string => JSON.stringify([who, machine, since])

/** »Flettet med Annes ændringer: 3 rækker · Vis«. What waits to be decided stands until it is read. */
export function tellMerged(merged: FreshMerge): void {
  const offer = { text: mergeTexts.show, run: () => showPage('merges') }
  tell({ text: mergeTexts.merged(merged), kind: 'done', offer })
}

/** Merges a file, or where none is named the one that the user chooses. */
export async function mergeWith(file: string | null): Promise<void> {
  if (isRefused()) return
  flushDrafts()
  const answer = await telling(() => request('workbook.merge', { file }))
  if (!answer) return
  if (answer.merged) tellMerged(answer.merged)
  else tell({ text: mergeTexts.nothingNew(workbookName(answer.file)), kind: 'hint' })
}
