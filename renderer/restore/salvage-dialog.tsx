import { Button, makeStyles, Spinner, Text, Textarea, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { lossSentence, salvageSummary } from '../../db/model/texts/salvage.ts'
import { restoreTexts } from '../../db/model/texts/window/restore.ts'
import type { Problem } from '../../preload/contract.ts'
import { request, sentenceOf } from '../state/client.ts'
import { enterWith } from '../state/program.ts'
import { telling } from '../state/run.ts'
import { closeDialog } from '../state/view.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { workbookName } from '../ui/file-name.ts'
import { forgetSalvage, type SalvageRun, salvage, useSalvage } from './salvage-run.ts'

const { cancel, close, salvage: texts } = restoreTexts

const useStyles = makeStyles({
  summary: { margin: 0, padding: 0, listStyleType: 'none' },
  list: { width: '100%', marginTop: tokens.spacingVerticalS },
  copy: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, marginTop: '4px' },
})

/** What is read of a damaged workbook into a new one: before, while and after. */
export function SalvageDialog({ file }: { readonly file: string }) {
  const run = useSalvage(file)
  switch (run.stage) {
    case 'asking':
      return <Asking file={file} problem={run.problem} />
    case 'reading':
      return (
        <DialogFrame title={texts.title} cancel={close} onClose={closeDialog}>
          <div role="status">
            <Spinner size="small" label={texts.reading} labelPosition="after" />
          </div>
        </DialogFrame>
      )
    case 'done':
      return <Done run={run} />
  }
}

function Asking({ file, problem }: { readonly file: string; readonly problem: Problem | null }) {
  return (
    <DialogFrame
      title={texts.title}
      confirm={{ text: texts.choose, run: () => void salvage(file) }}
      cancel={cancel}
      onClose={closeDialog}
    >
      {problem && <Text role="alert">{sentenceOf(problem)}</Text>}
      <p style={{ marginTop: problem ? undefined : 0 }}>{texts.about(workbookName(file))}</p>
      <p>{texts.older}</p>
    </DialogFrame>
  )
}

function Done({ run: { file, salvaged } }: { readonly run: Extract<SalvageRun, { stage: 'done' }> }) {
  const styles = useStyles()
  const leave = () => {
    closeDialog()
    forgetSalvage()
  }
  const open = () => {
    leave()
    void enterWith(() => request('workbook.open', { file }))
  }
  return (
    <DialogFrame
      title={texts.title}
      confirm={{ text: texts.open, run: open }}
      cancel={close}
      onClose={leave}
      width={680}
    >
      <ul className={styles.summary} role="status">
        {salvageSummary(salvaged).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {salvaged.losses.length > 0 && <Losses lines={salvaged.losses.map(lossSentence)} />}
    </DialogFrame>
  )
}

/** Lines a reader may search, and take with her. */
function Losses({ lines }: { readonly lines: readonly string[] }) {
  const styles = useStyles()
  const list = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    list.current?.focus()
    list.current?.select()
    const done = await telling(async () => {
      await request('clipboard.run', { what: 'copy' })
      return true
    })
    setCopied(done === true)
  }
  return (
    <>
      <Textarea
        className={styles.list}
        textarea={{ ref: list, rows: 10 }}
        readOnly
        aria-label={texts.losses}
        value={lines.join('\n')}
      />
      <div className={styles.copy}>
        <Button onClick={() => void copy()}>{texts.copy}</Button>
        <Text role="status">{copied ? texts.copied : ''}</Text>
      </div>
    </>
  )
}
