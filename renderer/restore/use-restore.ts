import { useEffect, useState } from 'react'
import type { Backup, Difference } from '../../db/model/backup.ts'
import { restoreTexts } from '../../db/model/texts/window/restore.ts'
import type { Problem, Result } from '../../preload/contract.ts'
import { tellUndoable } from '../state/run.ts'
import { closeDialog } from '../state/view.ts'
import { writtenTime } from '../ui/dates.ts'

/** Milliseconds: arrows that pass over many states do not have each of them read. */
const PAUSE = 150

/** The kept states of the workbook; null until main has answered. */
export function useBackups(): Result<readonly Backup[]> | null {
  const [backups, setBackups] = useState<Result<readonly Backup[]> | null>(null)
  useEffect(() => {
    let wanted = true
    void window.planvaerk.request('backup.list', null).then((answer) => wanted && setBackups(answer))
    return () => {
      wanted = false
    }
  }, [])
  return backups
}

/** How the workbook differs from a kept state; null until main has answered, and where there is none. */
export function useDifference(name: string | null): Result<Difference> | null {
  const [known, setKnown] = useState<{ readonly name: string; readonly answer: Result<Difference> } | null>(
    null,
  )
  useEffect(() => {
    if (name === null) return
    let wanted = true
    const load = async () => {
      const answer = await window.planvaerk.request('backup.difference', { name })
      if (wanted) setKnown({ name, answer })
    }
    const timer = setTimeout(() => void load(), PAUSE)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [name])
  return known !== null && known.name === name ? known.answer : null
}

export interface Restoring {
  /** Makes everything, or these plans, as it was, and closes the dialog; a refusal is kept as `problem`. */
  readonly restore: (backup: Backup, plans: readonly string[] | null) => void
  readonly restoring: boolean
  readonly problem: Problem | null
}

export function useRestoring(): Restoring {
  const [state, setState] = useState<Omit<Restoring, 'restore'>>({ restoring: false, problem: null })
  const restore = async ({ name, at }: Backup, plans: readonly string[] | null) => {
    setState({ restoring: true, problem: null })
    const answer = await window.planvaerk.request('backup.restore', {
      name,
      plans: plans === null ? null : [...plans],
    })
    if (!answer.ok) {
      setState({ restoring: false, problem: answer.problem })
      return
    }
    closeDialog()
    tellUndoable(restoreTexts.done(writtenTime(at)))
  }
  return { ...state, restore: (backup, plans) => void restore(backup, plans) }
}
