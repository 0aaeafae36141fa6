import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular, DocumentBulletListRegular } from '@fluentui/react-icons'
import { plansTexts } from '../../db/model/texts/window/plans.ts'
import { act } from '../actions/registry.ts'

const useStyles = makeStyles({
  empty: {
    flex: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    padding: '32px',
    textAlign: 'center',
  },
  icon: { color: tokens.colorNeutralForeground3, fontSize: '48px' },
  help: { color: tokens.colorNeutralForeground2, maxWidth: '420px' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalM },
})

/** A workbook without plans says what to do next. */
export function EmptyPlans() {
  const styles = useStyles()
  return (
    <div className={styles.empty}>
      <DocumentBulletListRegular className={styles.icon} />
      <Text as="h2" size={500} weight="semibold">
        {plansTexts.noPlans}
      </Text>
      <Text className={styles.help}>{plansTexts.noPlansHelp}</Text>
      <div className={styles.buttons}>
        <Button appearance="primary" icon={<AddRegular />} autoFocus onClick={() => act('plan.new')}>
          {plansTexts.newPlan}
        </Button>
        <Button onClick={() => act('workbook.import')}>{plansTexts.importPlans}</Button>
      </div>
    </div>
  )
}
