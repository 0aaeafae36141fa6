import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { MailInboxRegular } from '@fluentui/react-icons'
import { packetTexts } from '../../db/model/texts/window/packet.ts'
import { openPlan } from '../state/navigate.ts'
import { useWorkbook } from '../state/workbook.ts'
import { Bar } from '../ui/bar.tsx'

const texts = packetTexts.bar

const useStyles = makeStyles({
  region: { padding: '0 12px 6px' },
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
    <section className={styles.region} aria-label={texts.region}>
      <Bar
        icon={<MailInboxRegular />}
        words={
          <>
            <span className={styles.from}>{texts.from(packet)}</span>{' '}
            <span className={styles.what}>{texts.what}</span>
          </>
        }
      >
        {plan && (
          <Button size="small" onClick={() => void openPlan(plan.id)}>
            {texts.show}
          </Button>
        )}
      </Bar>
    </section>
  )
}
