import { Button, makeStyles, Text, Tooltip, tokens } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons'
import { whenUsed } from '../../db/model/danish.ts'
import { sharingTexts } from '../../db/model/texts/window/sharing.ts'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import type { SaveState } from '../../preload/contract.ts'
import { act } from '../actions/registry.ts'
import { whyNotSaved } from '../state/notices.ts'
import { mergeWith } from '../state/sharing.ts'
import { useWorkbook } from '../state/workbook.ts'
import { leaveFocus } from '../ui/leave-focus.ts'

const useStyles = makeStyles({
  text: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  failed: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  button: { whiteSpace: 'nowrap', minWidth: 'auto' },
  failedText: { color: tokens.colorStatusDangerForeground1, whiteSpace: 'nowrap' },
})

const clock = whenUsed(() => new Intl.DateTimeFormat('da-DK', { hour: '2-digit', minute: '2-digit' }))

/** »Gemt 14.32«: whether what was written is in the file yet. It is told only when it goes wrong. */
export function SaveStateText() {
  const styles = useStyles()
  const state = useWorkbook((workbook) => workbook.saveState)
  const isReadOnly = useWorkbook((workbook) => workbook.readOnly)
  if (isReadOnly) return <ReadOnly />
  if (state.kind !== 'failed') {
    return (
      <Text size={200} className={styles.text}>
        {wordsOf(state)}
      </Text>
    )
  }
  return (
    <span className={styles.failed}>
      <span role="status">
        <Tooltip content={whyNotSaved(state.problem)} relationship="description">
          <Text size={200} className={styles.failedText} tabIndex={0}>
            {shellTexts.saveStates.failed}
          </Text>
        </Tooltip>
      </span>
      {state.problem.code === 'workbook.merge-undone' ? (
        <MergeAgain file={state.problem.details.file} />
      ) : (
        <Button
          size="small"
          className={styles.button}
          onMouseDown={leaveFocus}
          onClick={() => act('workbook.save')}
        >
          {shellTexts.tryAgain}
        </Button>
      )}
      <Button
        size="small"
        className={styles.button}
        onMouseDown={leaveFocus}
        onClick={() => act('workbook.save-as')}
      >
        {shellTexts.saveAs}
      </Button>
    </span>
  )
}

/** Takes what a colleague saved in the file after all, which would else stand in the way of every save. */
function MergeAgain({ file }: { readonly file: string }) {
  const styles = useStyles()
  return (
    <Button
      size="small"
      className={styles.button}
      onMouseDown={leaveFocus}
      onClick={() => void mergeWith(file)}
    >
      {sharingTexts.mergeAgain}
    </Button>
  )
}

/** Nothing can be edited or saved, until she wants to. */
function ReadOnly() {
  const styles = useStyles()
  return (
    <span className={styles.failed}>
      <LockClosedRegular aria-hidden />
      <Text size={200} className={styles.text}>
        {sharingTexts.readOnly}
      </Text>
      <Button size="small" className={styles.button} onClick={() => act('workbook.read-only')}>
        {sharingTexts.edit}
      </Button>
    </span>
  )
}

function wordsOf(state: Exclude<SaveState, { kind: 'failed' }>): string {
  if (state.kind === 'saved') return shellTexts.saveStates.saved(clock().format(new Date(state.at)))
  return state.kind === 'saving' ? shellTexts.saveStates.saving : shellTexts.saveStates.unsaved
}
