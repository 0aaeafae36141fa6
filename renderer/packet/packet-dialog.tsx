import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { inDanishOrder } from '../../db/model/danish.ts'
import { packetTexts as texts } from '../../db/model/texts/window/packet.ts'
import { useSummaries } from '../plans/use-summaries.ts'
import { request } from '../state/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import { telling } from '../state/run.ts'
import { closeDialog } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { IndsatsChoice } from './indsats-choice.tsx'
import { SentPackets } from './sent-packets.tsx'
import { useChoices, useSent } from './use-answer.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  about: { color: tokens.colorNeutralForeground2 },
  problem: { color: tokens.colorStatusDangerForeground1 },
})

/** To which unit, and about which indsatser; then where the file lies; and what was sent before, with the answers. */
export function PacketDialog() {
  const styles = useStyles()
  const [unitId, setUnitId] = useState('')
  const [changed, setChanged] = useState<ReadonlySet<string> | null>(null)
  const [written, setWritten] = useState<string | null>(null)
  const choices = useChoices(unitId)
  const sent = useSent(written)
  const unit = useWorkbook(({ units }) => units.get(unitId)?.name ?? '')
  const own = choices?.indsatser.filter(({ bidrag }) => bidrag.length > 0) ?? []
  const chosen = changed ?? new Set(own.map(({ id }) => id))
  const chosenChoices = choices?.indsatser.filter(({ id }) => chosen.has(id)) ?? []
  const needsPlan = choices?.hasPlan === false && chosenChoices.some(({ bidrag }) => bidrag.length === 0)
  const begin = (id: string) => {
    setUnitId(id)
    setChanged(null)
    setWritten(null)
  }
  const send = async () => {
    flushDrafts()
    const indsatser = chosenChoices.map(({ id }) => id)
    const file = await telling(() => request('packet.send', { unitId, indsatser }))
    if (file !== null) setWritten(file)
  }
  if (written !== null) {
    return (
      <DialogFrame
        title={texts.title}
        cancel={texts.close}
        onClose={closeDialog}
        width={640}
        extra={<WrittenButtons file={written} onAnother={() => begin('')} />}
      >
        <div className={styles.form}>
          <Text block role="status">
            {texts.written(unit)} {texts.next}
          </Text>
          <SentPackets packets={sent} />
        </div>
      </DialogFrame>
    )
  }
  return (
    <DialogFrame
      title={texts.title}
      confirm={{ text: texts.send, disabled: chosen.size === 0 || needsPlan, run: () => void send() }}
      cancel={texts.cancel}
      onClose={closeDialog}
      width={640}
    >
      <div className={styles.form}>
        <Text block className={styles.about}>
          {texts.about}
        </Text>
        <UnitChoice value={unitId} onChange={begin} />
        {choices && (
          <IndsatsChoice choices={choices.indsatser} chosen={chosen} onChoose={(ids) => setChanged(ids)} />
        )}
        {needsPlan && (
          <Text block className={styles.problem} role="status">
            {texts.noPlan}
          </Text>
        )}
        <SentPackets packets={sent} />
      </div>
    </DialogFrame>
  )
}

interface WrittenButtonsProps {
  readonly file: string
  readonly onAnother: () => void
}

function WrittenButtons({ file, onAnother }: WrittenButtonsProps) {
  return (
    <>
      <Button appearance="primary" onClick={() => void telling(() => request('file.reveal', { path: file }))}>
        {texts.reveal}
      </Button>
      <Button onClick={onAnother}>{texts.another}</Button>
    </>
  )
}

interface UnitChoiceProps {
  readonly value: string
  readonly onChange: (unitId: string) => void
}

/** The units that have plans, those with bidrag first: the others have nowhere to write one. */
function UnitChoice({ value, onChange }: UnitChoiceProps) {
  const { units, plans } = useWorkbook()
  const summaries = useSummaries()
  const counts = new Map<string, number>()
  for (const { id, unitId } of plans.values()) {
    counts.set(unitId, (counts.get(unitId) ?? 0) + (summaries.get(id)?.bidrag ?? 0))
  }
  const options = Array.from(counts, ([id, count]) => ({ id, count, name: units.get(id)?.name ?? '' }))
  const ordered = options.toSorted(
    (a, b) => Number(b.count > 0) - Number(a.count > 0) || inDanishOrder(a.name, b.name),
  )
  return (
    <Field label={texts.unit}>
      <Select value={value} onChange={(_, chosen) => onChange(chosen.value)}>
        <option value="">{texts.chooseUnit}</option>
        {ordered.map(({ id, name, count }) => (
          <option key={id} value={id}>
            {texts.unitOption(name, count)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
