import { memo } from 'react'
import { send } from '../../state/run.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { RichTextField } from '../rich-text/rich-text-field.tsx'
import { textOf } from '../select.ts'

interface NodeTextProps {
  readonly nodeId: string
  readonly textKey: string
  readonly label: string
  readonly describedBy: string
  readonly placeholder: string
}

/** A text of a node: its running text or a row of its form. */
export const NodeText = memo(({ nodeId, textKey, ...texts }: NodeTextProps) => {
  const saved = useWorkbook(textOf(nodeId, textKey))
  const field = `${nodeId} ${textKey}`
  return (
    <RichTextField
      key={field}
      field={field}
      place={textKey}
      saved={saved}
      send={(doc) => void send({ type: 'field.write', nodeId, key: textKey, doc })}
      {...texts}
    />
  )
})
