import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Backup } from '../../db/model/backup.ts'
import { restoreTexts as texts } from '../../db/model/texts/window/restore.ts'
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
  const backups = useBackups()
  if (backups?.ok && backups.value.length > 0) return <Chooser backups={backups.value} />
  return (
    <DialogFrame title={texts.title} cancel={texts.close} onClose={closeDialog} width={WIDTH}>
      <div role="status">
        {!backups && <Spinner size="small" label={texts.loading} />}
        {backups && !backups.ok && <Text>{sentenceOf(backups.problem)}</Text>}
        {backups?.ok && (
          <>
            <Text block weight="semibold">
              {texts.none}
            </Text>
            <Text>{texts.noneHelp}</Text>
          </>
        )}
      </div>
    </DialogFrame>
  )
}

const NONE: ReadonlySet<string> = new Set()

function Chooser({ backups }: { readonly backups: readonly Backup[] }) {
  const styles = useStyles()
  const [name, setName] = useState(() => (backups.find(({ damaged }) => !damaged) ?? backups[0])?.name ?? '')
  const [plans, setPlans] = useState(NONE)
  const { restore, restoring, problem } = useRestoring()
  const difference = useDifference(name)
  const backup = backups.find((each) => each.name === name)
  if (!backup) return null
  const isReady = difference?.ok === true && !isSame(difference.value) && !backup.damaged && !restoring
  const choose = (id: string, wanted: boolean) =>
    setPlans((known) => new Set(wanted ? [...known, id] : [...known].filter((each) => each !== id)))
  return (
    <DialogFrame
      title={texts.title}
      confirm={{
        text: texts.restorePlans(plans.size),
        disabled: !isReady || plans.size === 0,
        run: () => restore(backup, [...plans]),
      }}
      cancel={texts.cancel}
      onClose={closeDialog}
      width={WIDTH}
      extra={
        <Button type="button" disabledFocusable={!isReady} onClick={() => restore(backup, null)}>
          {texts.restoreAll}
        </Button>
      }
    >
      <Text>{texts.about}</Text>
      <div className={styles.columns}>
        <BackupList
          backups={backups}
          chosen={name}
          onChoose={(next) => {
            setName(next)
            setPlans(NONE)
          }}
        />
        <DifferencePane backup={backup} difference={difference} chosen={plans} onChoose={choose} />
      </div>
      <div role="status">
        {restoring && <Spinner size="tiny" label={texts.restoring} labelPosition="after" />}
        {problem && <Text className={styles.problem}>{sentenceOf(problem)}</Text>}
      </div>
    </DialogFrame>
  )
}
