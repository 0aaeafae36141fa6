import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { typesUnder } from '../../db/model/template/rules.ts'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import { openTemplate, useWorkbook } from '../state/workbook.ts'
import { makeRow } from './actions/structure.ts'
import { labelOf } from './labels.ts'

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: '24px 20px',
    color: tokens.colorNeutralForeground2,
  },
})

/** A plan without rows: what to do first. */
export function EmptyOutline() {
  const styles = useStyles()
  const template = useWorkbook(openTemplate)
  if (!template) return null
  const [first] = typesUnder(template, null)
  return (
    <div className={styles.empty}>
      <Text weight="semibold">{outlineTexts.empty.title}</Text>
      <Text>{outlineTexts.empty.advice}</Text>
      {first && (
        <Button appearance="primary" icon={<AddRegular />} onClick={() => makeRow(first, 'after')}>
          {outlineTexts.empty.begin(labelOf(template, first).singular)}
        </Button>
      )}
    </div>
  )
}

/** Nothing matches the filter: where else to look. */
export function NothingFound() {
  const styles = useStyles()
  return (
    <div className={styles.empty}>
      <Text weight="semibold">{outlineTexts.nothingFound.title}</Text>
      <Text>{outlineTexts.nothingFound.advice}</Text>
    </div>
  )
}
