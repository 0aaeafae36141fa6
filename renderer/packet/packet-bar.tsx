import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { MailInboxRegular } from '@fluentui/react-icons'
import { packetTexts } from '../../db/model/texts/window/packet.ts'
import { openPlan } from '../state/navigate.ts'
import { useWorkbook } from '../state/workbook.ts'

const texts = packetTexts.bar

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '4px',
    margin: '0 12px 6px',
    padding: '6px 8px 6px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorBrandForeground1 },
  words: { flex: '1 1 320px', minWidth: 0, overflowWrap: 'anywhere' },
  from: { fontWeight: tokens.fontWeightSemibold },
  what: { color: tokens.colorNeutralForeground2 },
})

/** In a contribution packet: from whom it is, for whom, and what to do with it. */
export function PacketBar() {
  const styles = useStyles()
  const packet = useWorkbook((workbook) => workbook.packet)
  const plan = useWorkbook(({ plans }) =>
    [...plans.values()].find(({ unitId }) => unitId === packet?.unit.id),
  )
  if (!packet) return null
  return (
    <section className={styles.bar} aria-label={texts.region}>
      <span className={styles.icon} aria-hidden>
        <MailInboxRegular />
      </span>
      <span className={styles.words}>
        <span className={styles.from}>{texts.from(packet)}</span>{' '}
        <span className={styles.what}>{texts.what}</span>
      </span>
      {plan && (
        <Button size="small" onClick={() => void openPlan(plan.id)}>
          {texts.show}
        </Button>
      )}
    </section>
  )
}
