import { Checkbox, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components'
import type { Backup, Difference, PlanDifference } from '../../db/model/backup.ts'
import { plansTexts } from '../../db/model/texts/window/plans.ts'
import { restoreTexts as texts } from '../../db/model/texts/window/restore.ts'
import type { Result } from '../../preload/contract.ts'
import { sentenceOf } from '../state/client.ts'
import { useWorkbook } from '../state/workbook.ts'
import { planName } from '../ui/plan-name.ts'

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0, minHeight: 0 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  plans: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    minHeight: '120px',
    overflowY: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  plan: { padding: '4px 0 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  // Under the words of the checkbox.
  inset: { paddingLeft: '32px', overflowWrap: 'anywhere' },
  name: { padding: '6px 0 0 32px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface DifferencePaneProps {
  readonly backup: Backup
  /** null until main has answered. */
  readonly difference: Result<Difference> | null
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (planId: string, wanted: boolean) => void
}

/** What is another now than it was in a kept state. */
export function DifferencePane({ backup, difference, chosen, onChoose }: DifferencePaneProps) {
  const styles = useStyles()
  return (
    <section className={styles.pane} aria-label={texts.kinds[backup.kind]}>
      <Text className={styles.quiet}>{texts.kindsAbout[backup.kind]}</Text>
      <div role="status">
        <Outcome damaged={backup.damaged} difference={difference} />
      </div>
      {difference?.ok && <Plans difference={difference.value} chosen={chosen} onChoose={onChoose} />}
    </section>
  )
}

function Outcome({
  damaged,
  difference,
}: {
  readonly damaged: boolean
  readonly difference: Result<Difference> | null
}) {
  const styles = useStyles()
  if (damaged) return <Text>{texts.damagedHelp}</Text>
  if (!difference) return <Spinner size="tiny" label={texts.comparing} labelPosition="after" />
  if (!difference.ok) return <Text>{sentenceOf(difference.problem)}</Text>
  if (isSame(difference.value)) {
    return (
      <>
        <h3 className={styles.heading}>{texts.same}</h3>
        <Text>{texts.sameHelp}</Text>
      </>
    )
  }
  return <h3 className={styles.heading}>{texts.differs(difference.value)}</h3>
}

export const isSame = ({ plans, others }: Difference): boolean => plans.length === 0 && others === 0

function Plans({
  difference: { plans, others },
  chosen,
  onChoose,
}: Omit<DifferencePaneProps, 'backup' | 'difference'> & { readonly difference: Difference }) {
  const styles = useStyles()
  return (
    <>
      {plans.some(({ since }) => since !== 'added') && <Text>{texts.choose}</Text>}
      {plans.length > 0 && (
        <ul className={styles.plans}>
          {plans.map((plan) => (
            <li key={plan.planId} className={styles.plan}>
              <PlanLines plan={plan} chosen={chosen.has(plan.planId)} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
      {others > 0 && <Text className={styles.quiet}>{texts.others(others)}</Text>}
    </>
  )
}

interface PlanLinesProps {
  readonly plan: PlanDifference
  readonly chosen: boolean
  readonly onChoose: DifferencePaneProps['onChoose']
}

/** A plan that was not there has nothing that it could be again. */
function PlanLines({ plan, chosen, onChoose }: PlanLinesProps) {
  const styles = useStyles()
  const name = useWorkbook(({ plans, units }) => {
    const present = plans.get(plan.planId)
    return present ? planName(present, units) : plan.title || plansTexts.untitled
  })
  const titles = texts.titles(plan)
  return (
    <>
      {plan.since === 'added' ? (
        <Text block className={styles.name}>
          {name}
        </Text>
      ) : (
        <Checkbox
          label={name}
          checked={chosen}
          onChange={(_, { checked }) => onChoose(plan.planId, checked === true)}
        />
      )}
      <Text block size={200} className={styles.inset}>
        {texts.plan(plan)} {plan.since === 'added' && texts.addedHelp}
      </Text>
      {titles !== '' && (
        <Text block size={200} className={mergeClasses(styles.inset, styles.quiet)}>
          {titles}
        </Text>
      )}
    </>
  )
}
