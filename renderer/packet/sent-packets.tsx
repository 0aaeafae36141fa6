import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular, ClockRegular } from '@fluentui/react-icons'
import { useId } from 'react'
import type { SentPacket } from '../../db/model/packet.ts'
import { packetTexts as texts } from '../../db/model/texts/window/packet.ts'

const useStyles = makeStyles({
  label: { marginBottom: '4px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '180px', overflowY: 'auto' },
  item: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { fontSize: '20px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  waiting: { color: tokens.colorNeutralForeground3 },
  words: { overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** What was sent to whom, and who has answered. */
export function SentPackets({ packets }: { readonly packets: readonly SentPacket[] }) {
  const styles = useStyles()
  const label = useId()
  if (packets.length === 0) return null
  return (
    <div>
      <Text block weight="semibold" id={label} className={styles.label}>
        {texts.sent} · {texts.answered(packets)}
      </Text>
      <ul className={styles.list} aria-labelledby={label}>
        {packets.map((packet) => (
          <li key={packet.id} className={styles.item}>
            <span className={styles.icon} aria-hidden>
              {packet.answer ? (
                <CheckmarkCircleRegular className={styles.good} />
              ) : (
                <ClockRegular className={styles.waiting} />
              )}
            </span>
            <span className={styles.words}>
              {texts.sentTo(packet)}
              <span className={styles.quiet}>{texts.answer(packet)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
