import { Badge, Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons'
import { formatPeriod } from '../../db/model/period.ts'
import { statusNames } from '../../db/model/texts/documents.ts'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import { openDialog } from '../state/view.ts'
import { openPlan, useWorkbook } from '../state/workbook.ts'
import { writtenKey } from '../ui/written-key.ts'

const useStyles = makeStyles({
  header: { display: 'flex', alignItems: 'flex-start', padding: '14px 10px 8px 18px', gap: '4px' },
  words: { flex: 1, minWidth: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '8px',
    rowGap: '2px',
    marginBottom: '2px',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  unit: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  pill: { flexShrink: 0 },
})

/** Which plan it is, and the way to its properties. */
export function PlanHeader() {
  const styles = useStyles()
  const plan = useWorkbook(openPlan)
  const unit = useWorkbook(({ units }) => units.get(plan?.unitId ?? '')?.name ?? '')
  const isPacket = useWorkbook(({ packet }) => packet !== null)
  if (!plan) return null
  const edit = () => openDialog({ kind: 'plan-properties', planId: plan.id })
  const title = titleWithPeriod(plan.title, { from: plan.periodFrom, to: plan.periodTo })
  const button = shellTexts.withKey(outlineTexts.header.properties, writtenKey('plan.properties'))
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <div className={styles.line}>
          <h1 className={styles.title} title={title}>
            {title}
          </h1>
          <Badge className={styles.pill} appearance="tint" color="informative">
            {statusNames[plan.status]}
          </Badge>
        </div>
        <div className={styles.unit} title={unit}>
          {unit}
        </div>
      </div>
      {!isPacket && (
        <Tooltip content={button} relationship="label">
          <Button appearance="subtle" size="small" icon={<EditRegular />} onClick={edit} />
        </Tooltip>
      )}
    </header>
  )
}

/** The period is left out where the title says it. */
function titleWithPeriod(
  title: string,
  period: { readonly from: number; readonly to: number | null },
): string {
  const name = title === '' ? outlineTexts.header.noTitle : title
  return name.includes(String(period.from)) ? name : `${name} ${formatPeriod(period)}`
}
