import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Backup } from '../../db/model/backup.ts'
import { restoreTexts } from '../../db/model/texts/window/restore.ts'
import type { Problem } from '../../preload/contract.ts'
import { request, sentenceOf } from '../state/client.ts'
import { enterWith } from '../state/program.ts'
import { closeDialog, openDialog } from '../state/view.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { workbookName } from '../ui/file-name.ts'
import { BackupList } from './backup-list.tsx'

const { cancel, earlier: texts } = restoreTexts

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM },
})

interface EarlierDialogProps {
  /** What cannot be opened. */
  readonly file: string
  /** Newest first; at least one. */
  readonly states: readonly Backup[]
  /** Whether the file is there, and something may be read of it. */
  readonly canSalvage: boolean
}

/** What this computer keeps of a workbook whose file is damaged or gone: one of them becomes a file of its own, and is opened. */
export function EarlierDialog({ file, states, canSalvage }: EarlierDialogProps) {
  const styles = useStyles()
  const [name, setName] = useState(states.find(({ damaged }) => !damaged)?.name ?? '')
  const [isWriting, setWriting] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const bring = async () => {
    setWriting(true)
    const answer = await window.planvaerk.request('backup.bring-back', { file, name })
    setWriting(false)
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok || answer.value === null) return
    const made = answer.value
    closeDialog()
    await enterWith(() => request('workbook.open', { file: made }))
  }
  const canBring = !isWriting && states.some((state) => state.name === name && !state.damaged)
  return (
    <DialogFrame
      title={texts.title}
      confirm={{ text: texts.choose, disabled: !canBring, run: () => void bring() }}
      cancel={cancel}
      onClose={closeDialog}
      width={600}
      extra={
        canSalvage && (
          <Button type="button" onClick={() => openDialog({ kind: 'salvage', file })}>
            {texts.salvage}
          </Button>
        )
      }
    >
      <div className={styles.content}>
        <Text>{texts.about(workbookName(file))}</Text>
        <BackupList backups={states} chosen={name} onChoose={setName} />
      </div>
      <div role="status">
        {isWriting && <Spinner size="tiny" label={texts.writing} labelPosition="after" />}
      </div>
      {problem && <Text role="alert">{sentenceOf(problem)}</Text>}
    </DialogFrame>
  )
}
