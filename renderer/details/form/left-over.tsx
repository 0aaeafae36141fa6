import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { Prose } from '../rich-text/prose.tsx'
import { useProseStyles } from '../rich-text/prose-styles.ts'
import { textOf } from '../select.ts'
import { Card } from './card.tsx'
import type { Form } from './form-of.ts'
import { Row } from './row.tsx'

export const useQuietStyles = makeStyles({
  hint: {
    padding: '8px 12px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  text: {
    padding: '8px 12px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
})

interface LeftOverProps {
  readonly nodeId: string
  readonly rows: Form['leftOver']
}

/** Texts that the template has no row for (any more): the workbook takes no edits of them, but nothing is hidden. */
export function LeftOver({ nodeId, rows }: LeftOverProps) {
  const styles = useQuietStyles()
  return (
    <Card label={detailsTexts.leftOver.group}>
      <div className={styles.hint}>{detailsTexts.leftOver.hint}</div>
      {rows.map(({ key, label }) => (
        <Row key={key} label={label} guidance="">
          {() => <LeftOverText nodeId={nodeId} textKey={key} />}
        </Row>
      ))}
    </Card>
  )
}

function LeftOverText({ nodeId, textKey }: { readonly nodeId: string; readonly textKey: string }) {
  const { text } = useQuietStyles()
  const { prose } = useProseStyles()
  const saved = useWorkbook(textOf(nodeId, textKey))
  return (
    <div className={mergeClasses(text, prose)} lang="da">
      <Prose text={saved} />
    </div>
  )
}
