import { makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { Backup } from '../../db/model/backup.ts'
import { restoreTexts as texts } from '../../db/model/texts/window/restore.ts'
import { nameOfDay, timeOf } from '../history/days.ts'

const useStyles = makeStyles({
  list: {
    alignSelf: 'start',
    maxHeight: '50vh',
    '@media (min-width: 720px)': { maxHeight: '100%' },
    boxSizing: 'border-box',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    scrollPaddingTop: '32px',
  },
  days: { display: 'block' },
  day: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    margin: 0,
    padding: '6px 12px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  backup: { display: 'flex' },
  quiet: { color: tokens.colorNeutralForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
})

interface BackupListProps {
  readonly backups: readonly Backup[]
  /** The name of the one that is looked at. */
  readonly chosen: string
  readonly onChoose: (name: string) => void
}

/** The kept states day by day, the newest first. */
export function BackupList({ backups, chosen, onChoose }: BackupListProps) {
  const styles = useStyles()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector<HTMLInputElement>('input:checked')?.focus()
  }, [])
  const now = new Date()
  const days = Map.groupBy(backups, ({ at }) => nameOfDay(new Date(at), now))
  return (
    <div ref={list} className={styles.list}>
      <RadioGroup
        className={styles.days}
        aria-label={texts.backups}
        value={chosen}
        onChange={(_, { value }) => onChoose(value)}
      >
        {[...days].map(([day, kept]) => (
          <div key={day}>
            <h3 className={styles.day}>{day}</h3>
            {kept.map((backup) => (
              <Radio
                key={backup.name}
                className={styles.backup}
                value={backup.name}
                label={<BackupLabel backup={backup} />}
              />
            ))}
          </div>
        ))}
      </RadioGroup>
    </div>
  )
}

function BackupLabel({ backup }: { readonly backup: Backup }) {
  const styles = useStyles()
  return (
    <>
      <Text block>
        {timeOf(backup)} · {texts.kinds[backup.kind]}
      </Text>
      <Text block size={200} className={backup.damaged ? styles.bad : styles.quiet}>
        {backup.damaged ? texts.damaged : texts.contents(backup)}
      </Text>
    </>
  )
}
