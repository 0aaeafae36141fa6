import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
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

const { cancel, clean: texts } = restoreTexts

const useStyles = makeStyles({
  sentences: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

/** What a copy for others holds and does not hold; main then asks where it shall lie. */
export function CleanCopyDialog() {
  const styles = useStyles()
  const undecided = useWorkbook(({ conflicts }) => conflicts.size)
  const [writing, setWriting] = useState(false)
  const [refused, setRefused] = useState<Problem | null>(null)
  const problem = refused ?? (undecided > 0 ? waiting(undecided) : null)
  const write = async () => {
    setWriting(true)
    setRefused(await writeCopy())
    setWriting(false)
  }
  const isUndecided = problem?.code === 'clean.undecided'
  return (
    <DialogFrame
      title={texts.title}
      confirm={
        isUndecided
          ? { text: texts.toMerges, run: toMerges }
          : { text: texts.choose, disabled: writing, run: () => void write() }
      }
      cancel={cancel}
      onClose={closeDialog}
    >
      <div className={styles.sentences}>
        {problem && <Text role="alert">{sentenceOf(problem)}</Text>}
        {!isUndecided && (
          <>
            <Text>{texts.takenOut}</Text>
            <Text>{texts.stays}</Text>
          </>
        )}
      </div>
      <div role="status">
        {writing && <Spinner size="tiny" label={texts.writing} labelPosition="after" />}
      </div>
    </DialogFrame>
  )
}

const waiting = (count: number): Problem => ({ code: 'clean.undecided', details: { count } })

function toMerges(): void {
  closeDialog()
  showPage('merges')
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
