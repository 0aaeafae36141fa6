import { Button, makeStyles, Spinner, Text, Textarea, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { Salvaged } from '../../db/model/salvage.ts'
import { lossSentence, salvageSummary } from '../../db/model/texts/salvage.ts'
import { restoreTexts } from '../../db/model/texts/window/restore.ts'
import type { Problem } from '../../preload/contract.ts'
import { request, sentenceOf } from '../state/client.ts'
import { enterWith } from '../state/program.ts'
import { telling } from '../state/run.ts'
import { closeDialog } from '../state/view.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { workbookName } from '../ui/file-name.ts'
import { forgetSalvage, salvage, useSalvage } from './salvage-run.ts'

const { cancel, close, salvage: texts } = restoreTexts

/** Rows that are seen at once. */
const MOST_ROWS = 10

const useStyles = makeStyles({
  asking: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { width: '100%', marginTop: tokens.spacingVerticalS },
  copy: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, marginTop: '4px' },
})

/** What is read of a damaged workbook into a new one: before, while and after. */
export function SalvageDialog({ file }: { readonly file: string }) {
  const run = useSalvage(file)
  const isDone = run.stage === 'done'
  const leave = () => {
    closeDialog()
    if (isDone) forgetSalvage()
  }
  const open = (made: string) => {
    leave()
    void enterWith(() => request('workbook.open', { file: made }))
  }
  return (
    <DialogFrame
      title={texts.title}
      confirm={
        isDone
          ? { text: texts.open, run: () => open(run.file) }
          : { text: texts.choose, disabled: run.stage === 'reading', run: () => void salvage(file) }
      }
      cancel={run.stage === 'asking' ? cancel : close}
      onClose={leave}
      width={isDone ? 680 : 520}
    >
      {run.stage === 'asking' && <Asking file={file} problem={run.problem} />}
      <div role="status">
        {run.stage === 'reading' && <Spinner size="small" label={texts.reading} labelPosition="after" />}
        {isDone && <Summary salvaged={run.salvaged} />}
      </div>
      {isDone && run.salvaged.losses.length > 0 && <Losses lines={run.salvaged.losses.map(lossSentence)} />}
    </DialogFrame>
  )
}

function Asking({ file, problem }: { readonly file: string; readonly problem: Problem | null }) {
  const styles = useStyles()
  return (
    <div className={styles.asking}>
      {problem && <Text role="alert">{sentenceOf(problem)}</Text>}
      <Text>{texts.about(workbookName(file))}</Text>
      <Text>{texts.older}</Text>
    </div>
  )
}

function Summary({ salvaged }: { readonly salvaged: Salvaged }) {
  return salvageSummary(salvaged).map((line) => (
    <Text key={line} block>
      {line}
    </Text>
  ))
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
        textarea={{ ref: list, rows: Math.min(lines.length + 1, MOST_ROWS) }}
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
