import type { CommandOf } from '../../../db/model/commands.ts'
import { send } from '../../state/run.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { type LineProps, TextBox } from '../fields/text-box.tsx'
import { TimeBox } from '../fields/time-box.tsx'
import { cellKey } from '../places.ts'
import { nodeOf, usePeriod } from '../select.ts'

type FieldProps = Omit<LineProps, 'place' | 'saved' | 'send'> & { readonly partId: string }

export function PartTitle({ partId, ...props }: FieldProps) {
  const title = useWorkbook((state) => nodeOf(partId)(state)?.title ?? '')
  return (
    <TextBox
      place={cellKey(partId, 'title')}
      saved={title}
      send={(text) => void send({ type: 'node.rename', id: partId, title: text })}
      {...props}
    />
  )
}

export type MilestoneColumn = 'whenText' | 'responsible'
export type IndicatorColumn = 'unit' | 'baseline' | 'target' | 'whenText'

export function MilestoneField({
  partId,
  column,
  ...props
}: FieldProps & { readonly column: MilestoneColumn }) {
  const saved = useWorkbook(({ mirror }) => mirror?.milestones.get(partId)?.[column] ?? '')
  const changes = (text: string): CommandOf<'milestone.update'>['changes'] => ({ [column]: lineOrNull(text) })
  return (
    <PartLine
      time={column === 'whenText'}
      place={cellKey(partId, column)}
      saved={saved}
      send={(text) => void send({ type: 'milestone.update', id: partId, changes: changes(text) })}
      {...props}
    />
  )
}

export function IndicatorField({
  partId,
  column,
  ...props
}: FieldProps & { readonly column: IndicatorColumn }) {
  const saved = useWorkbook(({ mirror }) => mirror?.indicators.get(partId)?.[column] ?? '')
  const changes = (text: string): CommandOf<'indicator.update'>['changes'] => ({ [column]: lineOrNull(text) })
  return (
    <PartLine
      time={column === 'whenText'}
      place={cellKey(partId, column)}
      saved={saved}
      send={(text) => void send({ type: 'indicator.update', id: partId, changes: changes(text) })}
      {...props}
    />
  )
}

function PartLine({ time, ...props }: LineProps & { readonly time: boolean }) {
  const period = usePeriod()
  return time ? <TimeBox period={period} {...props} /> : <TextBox {...props} />
}

const lineOrNull = (text: string): string | null => (text.trim() === '' ? null : text)
