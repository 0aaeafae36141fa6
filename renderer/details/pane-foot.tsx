import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { plainText } from '../../db/model/rich-text/plain-text.ts'
import { detailsTexts } from '../../db/model/texts/window/details.ts'
import { useWorkbook } from '../state/workbook.ts'
import { figuresOf, levelOf } from './lix.ts'

const texts = detailsTexts.figures

const useStyles = makeStyles({
  foot: {
    flexShrink: '0',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '28px',
    padding: '0 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  button: {
    padding: '0 8px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
})

/** Words and LIX of the node's texts, when asked for. */
export function PaneFoot({ nodeId }: { readonly nodeId: string }) {
  const styles = useStyles()
  const [shown, setShown] = useState(false)
  return (
    <div className={styles.foot}>
      <Button
        appearance="subtle"
        size="small"
        className={styles.button}
        aria-expanded={shown}
        aria-label={shown ? texts.hide : texts.show}
        onClick={() => setShown(!shown)}
      >
        {texts.show}
      </Button>
      {shown && <FiguresLine nodeId={nodeId} />}
    </div>
  )
}

function FiguresLine({ nodeId }: { readonly nodeId: string }) {
  const fields = useWorkbook(({ mirror }) => mirror?.fields.get(nodeId))
  const { words, lix } = useMemo(() => figuresOf((fields ?? []).map(({ doc }) => plainText(doc))), [fields])
  return (
    <span>{lix === null ? texts.none : [texts.words(words), texts.lix(lix), levelOf(lix)].join(' · ')}</span>
  )
}
