import { request } from '../state/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import { telling } from '../state/run.ts'
import { useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'

/** Makes the open workbook one that can only be read, or again one that can be written. What was typed is saved first. */
export async function setReadOnly(readOnly: boolean): Promise<void> {
  flushDrafts()
  const saveState = await telling(() => request('workbook.set-read-only', { readOnly }))
  if (!saveState) return
  useWorkbook.setState({ readOnly, saveState })
  useView.setState(({ outline }) => ({ othersRead: true, outline: { ...outline, editing: false } }))
}
