import { mergeClasses } from '@fluentui/react-components'
import { Fragment } from 'react'
import { indicatorParts, type LinePart, milestoneParts } from '../../db/model/report/composed.ts'
import type { RowContent } from '../../db/model/report/report.ts'
import { usePaperStyles } from './paper-styles.ts'
import { bulletAt, closedClass, itemClass, RichTextView, type Setting, textClass } from './rich-text-view.tsx'

interface RowContentProps {
  readonly content: readonly RowContent[]
  readonly setting: Setting
  readonly level?: number
}

/** What stands in a row, in order. */
export function RowContentView({ content, setting, level = 0 }: RowContentProps) {
  return content.map((each) => <PieceView key={each.kind} piece={each} setting={setting} level={level} />)
}

interface PieceProps {
  readonly piece: RowContent
  readonly setting: Setting
  readonly level: number
}

function PieceView({ piece, setting, level }: PieceProps) {
  const styles = usePaperStyles()
  switch (piece.kind) {
    case 'prose':
      return <RichTextView text={piece.text} setting={setting} level={level} />
    case 'title':
      return <p className={textClass(styles, setting)}>{piece.text}</p>
    case 'coordinators':
      return <p className={textClass(styles, setting)}>{piece.names.join(', ')}</p>
    case 'milestones':
      return <ComposedList lines={piece.milestones.map(milestoneParts)} setting={setting} level={level} />
    case 'indicators':
      return <ComposedList lines={piece.indicators.map(indicatorParts)} setting={setting} level={level} />
  }
}

interface ComposedListProps {
  readonly lines: readonly (readonly LinePart[])[]
  readonly setting: Setting
  readonly level: number
}

function ComposedList({ lines, setting, level }: ComposedListProps) {
  const styles = usePaperStyles()
  return (
    <ul className={mergeClasses(styles.list, level > 0 ? styles.innerList : closedClass(styles, setting))}>
      {lines.map((parts, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two milestones may say the same.
        <li key={index} className={styles.listItem} data-sign={bulletAt(level)}>
          <p className={itemClass(styles, setting)}>
            <LineView parts={parts} />
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Parts of a composed line that stand out. */
const bold = new Set(['MilestoneWhen', 'IndicatorTitle'])

function LineView({ parts }: { readonly parts: readonly LinePart[] }) {
  return parts.map(({ text, style }, index) =>
    style !== undefined && bold.has(style) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have a fixed order.
      <strong key={index}>{text}</strong>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have a fixed order.
      <Fragment key={index}>{text}</Fragment>
    ),
  )
}

/** A composed row of one line can stand beside its label. */
export function OnlyLine({ content }: { readonly content: RowContent }) {
  switch (content.kind) {
    case 'milestones':
      return <LineView parts={content.milestones.flatMap(milestoneParts)} />
    case 'indicators':
      return <LineView parts={content.indicators.flatMap(indicatorParts)} />
    case 'coordinators':
      return content.names.join(', ')
    default:
      return null
  }
}

export const isOnlyLine = (content: RowContent): boolean =>
  content.kind === 'coordinators' ||
  (content.kind === 'milestones' && content.milestones.length === 1) ||
  (content.kind === 'indicators' && content.indicators.length === 1)
