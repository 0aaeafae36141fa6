import { create } from 'zustand'
import { send } from '../state/run.ts'
import { useWorkbook } from '../state/workbook.ts'

/** Titles that were typed and sent, until main has answered: what is shown never falls back to an older text on the way. */
const useSentTitles = create<ReadonlyMap<string, string>>(() => new Map())

export async function rename(id: string, title: string): Promise<void> {
  useSentTitles.setState((sent) => new Map(sent).set(id, title), true)
  await send({ type: 'node.rename', id, title })
  const sent = new Map(useSentTitles.getState())
  if (sent.get(id) !== title) return
  sent.delete(id)
  useSentTitles.setState(sent, true)
}

/** The title of a node as the user knows it. */
export const titleOf = (id: string): string =>
  useSentTitles.getState().get(id) ?? useWorkbook.getState().mirror?.nodes.get(id)?.title ?? ''

export const useSentTitle = (id: string): string | undefined => useSentTitles((sent) => sent.get(id))
