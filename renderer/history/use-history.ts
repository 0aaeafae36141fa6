import { useCallback, useEffect, useState } from 'react'
import type { HistoryChanges, HistoryPage, HistoryScope } from '../../db/model/history/entry.ts'
import { onEvent, request } from '../state/client.ts'
import { telling } from '../state/run.ts'

/** Entries that are asked for at a time. */
const PAGE = 50

export interface History {
  /** null until main has answered for the first time. */
  readonly page: HistoryPage | null
  readonly showOlder: () => void
}

/** The history of a scope, kept up to date; as far back as the user has asked for. Give a new scope a new `key`. */
export function useHistory(scope: HistoryScope): History {
  const [page, setPage] = useState<HistoryPage | null>(null)
  useEffect(
    () =>
      keepFresh(async (isWanted) => {
        const newest = await ask(scope, null)
        if (newest && isWanted()) setPage((known) => withNewest(known, newest))
      }),
    [scope],
  )
  const last = page?.entries.at(-1)?.dot
  const showOlder = useCallback(async () => {
    if (last === undefined) return
    const older = await ask(scope, last)
    if (older) setPage((known) => withOlder(known, older, last))
  }, [scope, last])
  return { page, showOlder }
}

/** What one entry changed, kept up to date; null until main has answered. */
export function useChanges(scope: HistoryScope, dot: number): HistoryChanges | null {
  const [changes, setChanges] = useState<HistoryChanges | null>(null)
  useEffect(
    () =>
      keepFresh(async (isWanted) => {
        const answer = await telling(() => request('history.changes', { scope, dot }))
        if (answer && isWanted()) setChanges(answer)
      }),
    [scope, dot],
  )
  return changes
}

const ask = (scope: HistoryScope, before: number | null): Promise<HistoryPage | null> =>
  telling(() => request('history.page', { scope, before, limit: PAGE }))

/** Loads now and whenever something was done; answers with a function that stops it. */
function keepFresh(load: (isWanted: () => boolean) => Promise<void>): () => void {
  let wanted = true
  const isWanted = () => wanted
  void load(isWanted)
  const stop = onEvent('workbook.changed', () => void load(isWanted))
  return () => {
    wanted = false
    stop()
  }
}

/** The newest entries, followed by the older ones that are known already. */
function withNewest(known: HistoryPage | null, newest: HistoryPage): HistoryPage {
  const last = newest.entries.at(-1)?.dot
  const meeting = known?.entries.findIndex(({ dot }) => dot === last) ?? -1
  if (!known || meeting < 0) return newest
  return { entries: [...newest.entries, ...known.entries.slice(meeting + 1)], more: known.more }
}

/** Unless the list has changed below its end meanwhile. */
function withOlder(known: HistoryPage | null, older: HistoryPage, after: number): HistoryPage | null {
  if (known?.entries.at(-1)?.dot !== after) return known
  return { entries: [...known.entries, ...older.entries], more: older.more }
}
