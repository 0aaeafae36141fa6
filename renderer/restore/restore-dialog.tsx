import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { Backup } from '../../db/model/backup.ts'
import { restoreTexts as texts } from '../../db/model/texts/window/restore.ts'
import type { Problem as ProblemToTell, Result } from '../../preload/contract.ts'
import { sentenceOf } from '../state/client.ts'
import { closeDialog } from '../state/view.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { BackupList } from './backup-list.tsx'
import { DifferencePane, isSame } from './difference-pane.tsx'
import { useBackups, useDifference, useRestoring } from './use-restore.ts'

const WIDTH = 920

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXL,
    marginTop: tokens.spacingVerticalM,
    // Side by side, both go on below their end, and the dialog does not jump from one state to the next.
    '@media (min-width: 720px)': { height: 'min(460px, 58vh)', gridTemplateRows: '100%' },
  },
  problem: {
    padding: '8px 12px',
    marginTop: tokens.spacingVerticalM,
    borderLeft: `4px solid ${tokens.colorStatusDangerBorder2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
})

/** Earlier states of the workbook: what differs from now, and the way back, which can itself be undone. */
export function RestoreDialog() {
  const answer = useBackups()
  const { chosen, choose, plans, choosePlan } = useChoice(answer?.ok ? answer.value : [])
  const difference = useDifference(chosen?.name ?? null)
  const { restore, restoring, problem } = useRestoring()
  const differs = difference?.ok === true && !isSame(difference.value)
  const isReady = chosen !== null && differs && !chosen.damaged && !restoring
  const run = (wanted: readonly string[] | null) => chosen && restore(chosen, wanted)
  return (
    <DialogFrame
      title={texts.title}
      confirm={{
        text: texts.restorePlans(plans.size),
        disabled: !isReady || plans.size === 0,
        run: () => run([...plans]),
      }}
      cancel={texts.cancel}
      onClose={closeDialog}
      width={WIDTH}
      extra={
        <Button type="button" disabledFocusable={!isReady} onClick={() => isReady && run(null)}>
          {texts.restoreAll}
        </Button>
      }
    >
      {answer?.ok && chosen ? (
        <Columns
          list={<BackupList backups={answer.value} chosen={chosen.name} onChoose={choose} />}
          about={
            <DifferencePane backup={chosen} difference={difference} chosen={plans} onChoose={choosePlan} />
          }
        />
      ) : (
        <NothingToChoose answer={answer} />
      )}
      <div role="status">
        {restoring && <Spinner size="tiny" label={texts.restoring} labelPosition="after" />}
        {problem && <Problem problem={problem} />}
      </div>
    </DialogFrame>
  )
}

interface Choice {
  /** null = there is none. */
  readonly chosen: Backup | null
  readonly choose: (name: string) => void
  /** Those that alone are to be as they were. */
  readonly plans: ReadonlySet<string>
  readonly choosePlan: (planId: string, wanted: boolean) => void
}

/** It begins with the newest state that is sound; plans are chosen of one state at a time. */
function useChoice(backups: readonly Backup[]): Choice {
  const [name, setName] = useState<string | null>(null)
  const [plans, setPlans] = useState<ReadonlySet<string>>(new Set())
  const named = backups.find((backup) => backup.name === name)
  return {
    chosen: named ?? backups.find(({ damaged }) => !damaged) ?? backups[0] ?? null,
    choose: (next) => {
      setName(next)
      setPlans(new Set())
    },
    plans,
    choosePlan: (planId, wanted) =>
      setPlans((known) => new Set(wanted ? [...known, planId] : [...known].filter((id) => id !== planId))),
  }
}

function Columns({ list, about }: { readonly list: ReactNode; readonly about: ReactNode }) {
  const styles = useStyles()
  return (
    <>
      <Text>{texts.about}</Text>
      <div className={styles.columns}>
        {list}
        {about}
      </div>
    </>
  )
}

/** `answer` is null until main has answered. */
function NothingToChoose({ answer }: { readonly answer: Result<readonly Backup[]> | null }) {
  return (
    <div role="status">
      {!answer && <Spinner size="small" label={texts.loading} />}
      {answer && !answer.ok && <Text>{sentenceOf(answer.problem)}</Text>}
      {answer?.ok && (
        <>
          <Text block weight="semibold">
            {texts.none}
          </Text>
          <Text>{texts.noneHelp}</Text>
        </>
      )}
    </div>
  )
}

function Problem({ problem }: { readonly problem: ProblemToTell }) {
  const styles = useStyles()
  return (
    <Text block className={styles.problem}>
      {sentenceOf(problem)}
    </Text>
  )
}
