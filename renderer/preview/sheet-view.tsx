import { mergeClasses } from '@fluentui/react-components'
import { memo } from 'react'
import type { Layout } from '../../db/model/report/layout.ts'
import { sheetColumn } from '../../db/model/report/look.ts'
import { labelRows, leastRowHeight } from '../../db/model/report/measures.ts'
import { sheetTitle } from '../../db/model/report/one-line.ts'
import type { ReportRow, Sheet, SheetGroup } from '../../db/model/report/report.ts'
import { repeatedTitle } from '../../db/model/report/running.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { HeadCell } from './head-cell.tsx'
import { HeadingLine } from './heading-view.tsx'
import { usePaperStyles } from './paper-styles.ts'
import { placed } from './place.ts'
import { RichTextView } from './rich-text-view.tsx'
import { RowContentView } from './row-content.tsx'
import { same } from './same.ts'
import { twips } from './units.ts'

interface SheetProps {
  readonly sheet: Sheet
  readonly layout: Layout
  /** Width of the row labels' column, in twips. */
  readonly labelWidth: number
  readonly onTop: boolean
  readonly capitals: boolean
  readonly current: string | null
}

/** The agreement's table below its heading: turned side labels, or a heading and a plain table for each group. */
export function SheetView({ sheet, layout, labelWidth, onTop, capitals, current }: SheetProps) {
  const { at, text, groups, level } = sheet
  return (
    <>
      <HeadingLine level={level} capitals={capitals} onTop={onTop} at={at} current={current}>
        {sheetTitle(sheet)}
      </HeadingLine>
      {text.length > 0 && (
        <div {...placed(at && { path: at.path, key: 'text' }, current)}>
          <RichTextView text={text} setting="prose" />
        </div>
      )}
      {layout === 'skabelon' && groups.length > 0 && (
        <FormTable sheet={sheet} labelWidth={labelWidth} current={current} />
      )}
      {layout === 'tilgaengelig' &&
        groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a form may have two groups with one label.
          <div key={index}>
            <HeadingLine level={belowOf(level)} capitals={capitals} onTop={false} current={null}>
              {group.label}
            </HeadingLine>
            <PlainTable
              group={group}
              title={`${sheetTitle(sheet)} – ${group.label}`}
              labelWidth={labelWidth}
              current={current}
            />
          </div>
        ))}
    </>
  )
}

const belowOf = (level: Sheet['level']): 2 | 3 | 4 => (level === 1 ? 2 : level === 2 ? 3 : 4)

interface FormTableProps {
  readonly sheet: Sheet
  readonly labelWidth: number
  readonly current: string | null
}

/** The form's own table. */
function FormTable({ sheet, labelWidth, current }: FormTableProps) {
  const styles = usePaperStyles()
  const columns = [sheetColumn.side, labelWidth].map(twips).join(' ')
  return (
    <table
      className={mergeClasses(styles.table, styles.rows, styles.withSideLabels)}
      aria-label={sheetTitle(sheet)}
    >
      <thead className={styles.group}>
        <tr className={styles.row} style={{ gridTemplateColumns: `${columns} 1fr` }}>
          <HeadCell name={documentTexts.part} />
          <HeadCell name={documentTexts.field} />
          <HeadCell name={documentTexts.content}>
            {' – '}
            <span className={styles.label}>{repeatedTitle(sheet)}</span>
          </HeadCell>
        </tr>
      </thead>
      {sheet.groups.map((group, index) => (
        <GroupView
          // biome-ignore lint/suspicious/noArrayIndexKey: a form may have two groups with one label.
          key={index}
          group={group}
          side
          labelWidth={labelWidth}
          current={current}
        />
      ))}
    </table>
  )
}

interface PlainTableProps {
  readonly group: SheetGroup
  readonly title: string
  readonly labelWidth: number
  readonly current: string | null
}

function PlainTable({ group, title, labelWidth, current }: PlainTableProps) {
  const styles = usePaperStyles()
  return (
    <table className={mergeClasses(styles.table, styles.rows)} aria-label={title}>
      <thead className={styles.group}>
        <tr className={styles.row} style={{ gridTemplateColumns: `${twips(labelWidth)} 1fr` }}>
          <HeadCell name={documentTexts.field} />
          <HeadCell name={documentTexts.content} />
        </tr>
      </thead>
      <GroupView group={group} side={false} labelWidth={labelWidth} current={current} />
    </table>
  )
}

interface GroupProps {
  readonly group: SheetGroup
  /** Whether its turned label stands beside it. */
  readonly side: boolean
  readonly labelWidth: number
  readonly current: string | null
}

/** The rows under one side label. */
function GroupView({ group, side, labelWidth, current }: GroupProps) {
  const styles = usePaperStyles()
  const carrying = Math.min(labelRows, group.rows.length)
  const least = side ? leastRowHeight(group.label, carrying) : 0
  return (
    <tbody className={mergeClasses(styles.group, styles.groupOpens, side && styles.besideLabel)}>
      {group.rows.map((row, at) => (
        <RowView
          // biome-ignore lint/suspicious/noArrayIndexKey: a form may have two rows with one label.
          key={at}
          row={row}
          centred={side}
          labelWidth={labelWidth}
          leastHeight={at < carrying ? least : 0}
          {...(side && at === 0 ? { side: group.label, span: group.rows.length } : {})}
          current={current}
        />
      ))}
    </tbody>
  )
}

interface RowProps {
  readonly row: ReportRow
  readonly centred: boolean
  /** In twips. */
  readonly labelWidth: number
  readonly leastHeight: number
  /** The turned label that begins with this row, and over how many rows it stands. */
  readonly side?: string
  readonly span?: number
  readonly current: string | null
}

const RowView = memo(function RowView(props: RowProps) {
  const { row, centred, labelWidth, leastHeight, side, span, current } = props
  const styles = usePaperStyles()
  const look = mergeClasses(styles.cell, centred && styles.centred)
  const size = { gridTemplateColumns: `${twips(labelWidth)} 1fr`, minHeight: twips(leastHeight) }
  return (
    <tr className={styles.row} style={size} {...placed(row.at, current)}>
      {side !== undefined && (
        <th className={styles.sideCell} scope="rowgroup" rowSpan={span}>
          {side}
        </th>
      )}
      <th className={mergeClasses(look, styles.cellLabel)} scope="row">
        {row.label}
      </th>
      <td className={look}>
        <RowContentView content={row.content} setting="cell" />
      </td>
    </tr>
  )
}, same)
