import { Button, Spinner, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { restoreTexts } from '../../db/model/texts/window/restore.ts'
import type { Problem } from '../../preload/contract.ts'
import { request, sentenceOf } from '../state/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import { showPage } from '../state/navigate.ts'
import { tell } from '../state/notices.ts'
import { telling } from '../state/run.ts'
import { closeDialog } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { workbookName } from '../ui/file-name.ts'

const { cancel, close, clean: texts } = restoreTexts

/** What a copy for others holds and does not hold; main then asks where it shall lie. */
export function CleanCopyDialog() {
  const undecided = useWorkbook(({ conflicts }) => conflicts.size)
  const [writing, setWriting] = useState(false)
  const [refused, setRefused] = useState<Problem | null>(null)
  const problem = refused ?? (undecided > 0 ? waiting(undecided) : null)
  const write = async () => {
    setWriting(true)
    setRefused(await writeCopy())
    setWriting(false)
  }
  if (problem) return <Refusal problem={problem} />
  return (
    <DialogFrame
      title={texts.title}
      confirm={{ text: texts.choose, disabled: writing, run: () => void write() }}
      cancel={cancel}
      onClose={closeDialog}
    >
      <p style={{ marginTop: 0 }}>{texts.takenOut}</p>
      <p>{texts.stays}</p>
      <div role="status">
        {writing && <Spinner size="tiny" label={texts.writing} labelPosition="after" />}
      </div>
    </DialogFrame>
  )
}

const waiting = (count: number): Problem => ({ code: 'clean.undecided', details: { count } })

function Refusal({ problem }: { readonly problem: Problem }) {
  const toMerges = () => {
    closeDialog()
    showPage('merges')
  }
  const isUndecided = problem.code === 'clean.undecided'
  return (
    <DialogFrame
      title={texts.title}
      {...(isUndecided ? { confirm: { text: texts.toMerges, run: toMerges } } : {})}
      cancel={close}
      onClose={closeDialog}
    >
      <Text role="alert">{sentenceOf(problem)}</Text>
    </DialogFrame>
  )
}

/** Why it could not be written; null = it was, or the user named no file. */
async function writeCopy(): Promise<Problem | null> {
  flushDrafts()
  const answer = await window.planvaerk.request('clean.write', null)
  if (!answer.ok) return answer.problem
  const path = answer.value
  if (path === null) return null
  closeDialog()
  const reveal = () => void telling(() => request('file.reveal', { path }))
  tell({ text: texts.written(workbookName(path)), offer: { text: texts.reveal, run: reveal } })
  return null
}
