import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { Guidance } from './guidance.tsx'

/** Narrower than this, the label stands above its content. */
const BESIDE = '@container form (min-width: 440px)'
/** A table has too little room beside its label. */
const TABLE_BESIDE = '@container form (min-width: 700px)'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    '@media (hover: hover)': {
      '&:not(:hover):not(:focus-within) > * > [data-guidance]': { opacity: 0 },
    },
    flexDirection: 'column',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  beside: { [BESIDE]: { flexDirection: 'row' } },
  tableBeside: { [TABLE_BESIDE]: { flexDirection: 'row' } },
  head: {
    flexShrink: '0',
    boxSizing: 'border-box',
    // Beside or above a long text, the label follows along; it is also where the guidance opens.
    position: 'sticky',
    top: '0',
    zIndex: '1',
    alignSelf: 'flex-start',
    width: '100%',
    padding: '8px 4px 0 12px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  headBeside: { [BESIDE]: { width: '120px', padding: '8px 0 8px 12px' } },
  headTableBeside: { [TABLE_BESIDE]: { width: '120px', padding: '8px 0 8px 12px' } },
  label: {
    minWidth: '0',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  missing: {
    display: 'inline-block',
    verticalAlign: 'middle',
    marginLeft: '6px',
    borderRadius: tokens.borderRadiusCircular,
    // A border is drawn in forced colours too.
    border: `2px solid ${tokens.colorNeutralForeground4}`,
  },
  content: { flex: '1 1 auto', minWidth: '0' },
  bare: { position: 'relative' },
  headBare: {
    position: 'absolute',
    top: '0',
    right: '0',
    width: 'auto',
    padding: '6px',
    backgroundColor: 'transparent',
  },
  contentBare: {
    '& > [data-place]': { minHeight: '120px', '--field-padding': '12px 34px 12px 14px' },
  },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

/** `table` needs more room than beside its label; `bare` is running text, whose label only screen readers hear. */
type Shape = 'beside' | 'table' | 'bare'

interface RowProps {
  readonly label: string
  readonly guidance: string
  /** Somebody is expected to fill it in, and nobody has. */
  readonly missing?: boolean
  readonly shape?: Shape
  /** Draws the content; the id is of the guidance, which describes the field. */
  readonly children: (describedBy: string) => ReactNode
}

/** A row of the form: its label, its guidance, and its content. */
export function Row({ label, guidance, missing = false, shape = 'beside', children }: RowProps) {
  const styles = useStyles()
  const id = useId()
  const [explained, setExplained] = useState(false)
  // Before the field hears the key: its Escape would leave the field.
  const press = (event: KeyboardEvent) => {
    const asks = event.key === 'F1' && event.shiftKey && guidance !== ''
    if (!asks && !(event.key === 'Escape' && explained)) return
    event.preventDefault()
    event.stopPropagation()
    setExplained(asks)
  }
  const blur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (!currentTarget.contains(relatedTarget)) setExplained(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key for whatever field the row holds
    <div className={mergeClasses(styles.row, around[shape](styles))} onKeyDownCapture={press} onBlur={blur}>
      <div className={mergeClasses(styles.head, head[shape](styles))}>
        <span className={shape === 'bare' ? styles.unseen : styles.label}>{label}</span>
        {missing && <span className={styles.missing} role="img" aria-label={detailsTexts.missing} />}
        {guidance !== '' && (
          <Guidance id={id} row={label} guidance={guidance} open={explained} onOpen={setExplained} />
        )}
      </div>
      <div className={mergeClasses(styles.content, shape === 'bare' && styles.contentBare)}>
        {children(guidance === '' ? '' : id)}
      </div>
    </div>
  )
}

type Styles = ReturnType<typeof useStyles>

const around: Readonly<Record<Shape, (styles: Styles) => string>> = {
  beside: ({ beside }) => beside,
  table: ({ tableBeside }) => tableBeside,
  bare: ({ bare }) => bare,
}

const head: Readonly<Record<Shape, (styles: Styles) => string>> = {
  beside: ({ headBeside }) => headBeside,
  table: ({ headTableBeside }) => headTableBeside,
  bare: ({ headBare }) => headBare,
}
