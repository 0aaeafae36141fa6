import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Light } from '../../../db/model/overview/rows.ts'
import type { NodeType } from '../../../db/model/template/template.ts'
import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import { LightIcon } from '../../outline/light-icon.tsx'
import { NodeIcon } from '../../outline/node-icon.tsx'

const useStyles = makeStyles({
  block: { display: 'block' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  lines: {
    display: '-webkit-box',
    overflow: 'hidden',
    overflowWrap: 'break-word',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  small: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  untitled: { fontStyle: 'italic', color: tokens.colorNeutralForeground3 },
  texts: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  titled: { display: 'flex', alignItems: 'center', columnGap: '8px', minWidth: 0 },
  sign: { display: 'flex', flexShrink: 0 },
  light: { display: 'flex', alignItems: 'center', columnGap: '6px', minWidth: 0 },
})

interface WordsProps {
  readonly text: string
  /** Two lines rather than one. */
  readonly wraps?: boolean
  readonly isSmall?: boolean
  /** What is told beside the text when the pointer rests on it. */
  readonly hint?: string | undefined
}

/** A text in a cell; what does not fit is told when the pointer rests on it. */
export function Words({ text, wraps = false, isSmall = false, hint = text }: WordsProps) {
  const styles = useStyles()
  return (
    <span
      className={mergeClasses(
        styles.block,
        wraps ? styles.lines : styles.line,
        isSmall ? styles.small : styles.quiet,
      )}
      title={hint}
    >
      {text}
    </span>
  )
}

interface NodeTitleProps {
  readonly type: NodeType
  readonly title: string
  readonly wraps?: boolean
  /** How deep it stands. */
  readonly level?: number
  /** What it belongs to, in a small line below. */
  readonly under?: string | undefined
}

/** CSS pixels that a level is indented by. */
const INDENT = 20

/** The sign of a node and its title. */
export function NodeTitle({ type, title, wraps = false, level = 0, under }: NodeTitleProps) {
  const styles = useStyles()
  const isEmpty = title.trim() === ''
  return (
    <span className={styles.titled} style={{ paddingLeft: level * INDENT }}>
      <NodeIcon type={type} />
      <span className={styles.texts}>
        <span
          className={mergeClasses(wraps ? styles.lines : styles.line, isEmpty && styles.untitled)}
          title={isEmpty ? undefined : title}
        >
          {outlineTexts.titleOr(title)}
        </span>
        {under !== undefined && <Words text={under} isSmall />}
      </span>
    </span>
  )
}

/** A light with its name: colour alone tells nothing to many. */
export function LightName({ light }: { readonly light: Light }) {
  const styles = useStyles()
  return (
    <span className={styles.light}>
      <span aria-hidden className={styles.sign}>
        <LightIcon light={light} />
      </span>
      <span className={mergeClasses(styles.line, styles.quiet)} title={outlineTexts.lights[light]}>
        {outlineTexts.lights[light]}
      </span>
    </span>
  )
}
