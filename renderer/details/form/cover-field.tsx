import type { Records } from '../../../db/model/records.ts'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import type { CoverRow } from '../../../db/model/template/template.ts'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { send } from '../../state/run.ts'
import { useDraft } from '../../state/use-draft.ts'
import { useWorkbook, type WorkbookState } from '../../state/workbook.ts'
import { SuggestBox } from '../fields/suggest-box.tsx'
import { type LineProps, TextBox } from '../fields/text-box.tsx'
import { TimeBox } from '../fields/time-box.tsx'
import { fittingUnits, useUnitNames } from '../links/units.ts'
import { RichTextField } from '../rich-text/rich-text-field.tsx'

export const coverOf =
  (key: string) =>
  ({ mirror }: WorkbookState): Records['cover'] | undefined =>
    mirror?.cover.get(key)

const NOTHING: RichText = []

interface CoverFieldProps {
  readonly planId: string
  readonly row: CoverRow
  readonly describedBy: string
}

/** A row of the cover, written as its kind wants it. */
export function CoverField({ planId, row, describedBy }: CoverFieldProps) {
  const value = useWorkbook(coverOf(row.key))
  const { key, label } = row
  if (row.kind === 'rich') {
    return (
      <RichTextField
        field={`${planId} ${key}`}
        place={key}
        saved={value?.rich ?? NOTHING}
        send={(rich) => void send({ type: 'cover.write', planId, key, value: rich && { rich } })}
        placeholder={row.guidance}
        label={label}
        describedBy={describedBy}
      />
    )
  }
  const line: LineProps = {
    place: key,
    saved: value?.plain ?? '',
    send: (plain) =>
      void send({ type: 'cover.write', planId, key, value: plain.trim() === '' ? null : { plain } }),
    placeholder: row.kind === 'date' ? detailsTexts.plan.date : row.guidance,
    label,
    describedBy,
  }
  if (row.kind === 'date') return <TimeBox period={null} {...line} />
  return row.kind === 'unit' ? <UnitBox {...line} /> : <TextBox {...line} />
}

/** A unit as the cover names it: any name, those of the workbook suggested. */
function UnitBox({ saved, send: give, describedBy = '', ...props }: LineProps) {
  const draft = useDraft({ saved, send: give })
  const names = useUnitNames()
  return (
    <SuggestBox
      {...props}
      describedBy={describedBy}
      value={draft.value}
      onChange={draft.change}
      suggestions={fittingUnits(names, draft.value)
        .filter((name) => name !== draft.value)
        .map((name) => ({ key: name, text: name }))}
      onPick={({ text }) => {
        draft.change(text)
        draft.flush()
      }}
      onBlur={draft.flush}
      listLabel={detailsTexts.suggestions}
    />
  )
}
