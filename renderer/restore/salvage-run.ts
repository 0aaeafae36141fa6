import { create } from 'zustand'
import type { Salvaged } from '../../db/model/salvage.ts'
import { restoreTexts } from '../../db/model/texts/window/restore.ts'
import type { Problem } from '../../preload/contract.ts'
import { tell } from '../state/notices.ts'
import { openDialog, useView } from '../state/view.ts'
import { workbookName } from '../ui/file-name.ts'

/** The reading of a damaged workbook, which may outlast its dialog. */
export type SalvageRun =
  | { readonly stage: 'asking'; readonly problem: Problem | null }
  | { readonly stage: 'reading' }
  | { readonly stage: 'done'; readonly file: string; readonly salvaged: Salvaged }

const asking: SalvageRun = { stage: 'asking', problem: null }

const useRuns = create<{ readonly damaged: string; readonly run: SalvageRun }>(() => ({
  damaged: '',
  run: asking,
}))

/** How far the reading of this file is. */
export const useSalvage = (damaged: string): SalvageRun =>
  useRuns((known) => (known.damaged === damaged ? known.run : asking))

/** Reads the file; main asks where to. */
export async function salvage(damaged: string): Promise<void> {
  useRuns.setState({ damaged, run: { stage: 'reading' } })
  const answer = await window.planvaerk.request('salvage.run', { file: damaged })
  const run: SalvageRun = !answer.ok
    ? { stage: 'asking', problem: answer.problem }
    : answer.value === null
      ? asking
      : { stage: 'done', ...answer.value }
  useRuns.setState({ damaged, run })
  if (useView.getState().dialog?.kind !== 'salvage') tellOutcome(damaged, run)
}

/** The user has seen what came of it. */
export const forgetSalvage = (): void => useRuns.setState({ damaged: '', run: asking })

/** She has closed the dialog meanwhile. */
function tellOutcome(damaged: string, run: SalvageRun): void {
  const { ready, failed, show, showFailure } = restoreTexts.salvage
  if (run.stage !== 'done' && !(run.stage === 'asking' && run.problem)) return
  const isDone = run.stage === 'done'
  tell({
    text: isDone ? ready(workbookName(run.file)) : failed(workbookName(damaged)),
    kind: isDone ? 'done' : 'problem',
    offer: {
      text: isDone ? show : showFailure,
      run: () => openDialog({ kind: 'salvage', file: damaged }),
    },
  })
}
