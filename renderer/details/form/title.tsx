import { makeStyles, tokens } from '@fluentui/react-components'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { send } from '../../state/run.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { TextBox } from '../fields/text-box.tsx'
import { TITLE, wishFocus } from '../places.ts'
import { nodeOf } from '../select.ts'

const useStyles = makeStyles({
  title: {
    margin: '0 -12px 8px',
    width: 'calc(100% + 24px)',
    padding: '6px 12px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  echo: {
    padding: '8px 12px',
    minHeight: tokens.lineHeightBase300,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    cursor: 'text',
  },
  empty: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
})

/** The node's title, large, above its form. */
export function TitleField({ nodeId, kind }: { readonly nodeId: string; readonly kind: string }) {
  const styles = useStyles()
  const title = useWorkbook((state) => nodeOf(nodeId)(state)?.title ?? '')
  return (
    <TextBox
      className={styles.title}
      place={TITLE}
      saved={title}
      send={(text) => void send({ type: 'node.rename', id: nodeId, title: text })}
      label={`${detailsTexts.title}, ${kind}`}
      placeholder={detailsTexts.titlePlaceholder}
      tooLong={detailsTexts.titleTooLong}
    />
  )
}

/** The title where the paper form has a row for it; it is written above the form. */
export function TitleEcho({ nodeId }: { readonly nodeId: string }) {
  const styles = useStyles()
  const title = useWorkbook((state) => nodeOf(nodeId)(state)?.title ?? '')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; the field itself is above
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div className={styles.echo} onClick={() => wishFocus({ nodeId, key: TITLE, at: 'end' })}>
      {title === '' ? <span className={styles.empty}>{detailsTexts.noTitle}</span> : title}
    </div>
  )
}
