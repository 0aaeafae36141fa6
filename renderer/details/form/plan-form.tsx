import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { SettingsRegular } from '@fluentui/react-icons'
import { useShallow } from 'zustand/react/shallow'
import { formatPeriod } from '../../../db/model/period.ts'
import type { PlanRecord } from '../../../db/model/records.ts'
import { variantOf } from '../../../db/model/template/rules.ts'
import type { Template } from '../../../db/model/template/template.ts'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { openDialog } from '../../state/view.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { Prose } from '../rich-text/prose.tsx'
import { Card } from './card.tsx'
import { CoverField, coverOf } from './cover-field.tsx'
import { useQuietStyles } from './left-over.tsx'
import { Row } from './row.tsx'

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'start', gap: '12px', margin: '6px 0 12px', flexWrap: 'wrap' },
  names: { flex: '1 1 200px', minWidth: '0' },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { margin: '2px 0 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase300 },
  choose: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase300 },
})

interface PlanFormProps {
  readonly plan: PlanRecord
  readonly template: Template
}

/** The plan itself: its cover as a form. What it is called and whom it is for is changed in its properties. */
export function PlanForm({ plan, template }: PlanFormProps) {
  const styles = useStyles()
  const unit = useWorkbook(({ units }) => units.get(plan.unitId)?.name ?? '')
  const rows = variantOf(template, plan.variant)?.cover ?? []
  return (
    <>
      <div className={styles.head}>
        <div className={styles.names}>
          <h2 className={styles.title}>
            {plan.title} {formatPeriod({ from: plan.periodFrom, to: plan.periodTo })}
          </h2>
          <p className={styles.quiet}>
            {template.name} · {unit}
          </p>
        </div>
        <Button
          icon={<SettingsRegular />}
          onClick={() => openDialog({ kind: 'plan-properties', planId: plan.id })}
        >
          {detailsTexts.plan.properties}
        </Button>
      </div>
      {rows.length > 0 && (
        <Card label={detailsTexts.plan.cover}>
          {rows.map((row) => (
            <Row key={row.key} label={row.label} guidance={row.guidance}>
              {(describedBy) => <CoverField planId={plan.id} row={row} describedBy={describedBy} />}
            </Row>
          ))}
        </Card>
      )}
      <OtherCover template={template} known={rows.map(({ key }) => key)} />
      <p className={styles.choose}>
        {rows.length === 0 && `${detailsTexts.plan.noCover} `}
        {detailsTexts.plan.choose}
      </p>
    </>
  )
}

/** What the cover held in another variant or template: kept, and set in the document. */
function OtherCover({ template, known }: { readonly template: Template; readonly known: readonly string[] }) {
  const styles = useQuietStyles()
  const keys = useWorkbook(useShallow(({ mirror }) => [...(mirror?.cover.keys() ?? [])]))
  const others = keys.filter((key) => !known.includes(key))
  if (others.length === 0) return null
  const labels = template.variants.flatMap(({ cover }) => cover)
  return (
    <Card label={detailsTexts.plan.otherCover}>
      <div className={styles.hint}>{detailsTexts.plan.otherCoverHint}</div>
      {others.map((key) => (
        <Row key={key} label={labels.find((row) => row.key === key)?.label ?? key} guidance="">
          {() => <OtherValue coverKey={key} />}
        </Row>
      ))}
    </Card>
  )
}

function OtherValue({ coverKey }: { readonly coverKey: string }) {
  const styles = useQuietStyles()
  const value = useWorkbook(coverOf(coverKey))
  return <div className={styles.text}>{value?.rich ? <Prose text={value.rich} /> : value?.plain}</div>
}
