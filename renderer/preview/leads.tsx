import { mergeClasses } from '@fluentui/react-components'
import { onOneLine } from '../../db/model/report/one-line.ts'
import type { Beside, Item, ItemList, ReportRow, RunIn } from '../../db/model/report/report.ts'
import { usePaperStyles } from './paper-styles.ts'
import { placed } from './place.ts'
import { bulletAt, Inlines, RichTextView } from './rich-text-view.tsx'
import { isOnlyLine, OnlyLine, RowContentView } from './row-content.tsx'

/** Paragraphs that begin with a title or a label of their own, on the line of their text. */

/** "Title: text" */
export function RunInView({ block, current }: { readonly block: RunIn; readonly current: string | null }) {
  return (
    <div {...placed(block.at, current)}>
      <Titled node={block} leads level={0} />
    </div>
  )
}

/** What stands on the line of a title, whatever it is made of. */
export function BesideView({ beside }: { readonly beside: Beside | undefined }) {
  if (beside === undefined) return null
  return (
    <>
      {beside.sign}
      <Inlines content={onOneLine(beside.text)} />
    </>
  )
}

interface TitledProps {
  readonly node: Pick<RunIn, 'title' | 'beside' | 'sign' | 'text'>
  /** A title that leads a paragraph is bold; one that is a paragraph of its own in a list is not. */
  readonly leads: boolean
  /** 0 in running text; in a list the level of what is below the line. */
  readonly level: number
}

function Titled({ node, leads, level }: TitledProps) {
  const styles = usePaperStyles()
  const [first, ...rest] = node.text
  const inLine = first?.type === 'paragraph' ? first.content : undefined
  return (
    <>
      <p className={level === 0 ? styles.text : styles.item}>
        <span className={leads ? styles.bold : undefined}>{node.title}</span>
        <BesideView beside={node.beside} />
        {inLine !== undefined && node.title !== '' && node.sign}
        {inLine !== undefined && <Inlines content={inLine} />}
      </p>
      <RichTextView text={inLine === undefined ? node.text : rest} setting="prose" level={level} />
    </>
  )
}

/** "Label: text", or the label and the list below it. */
export function LeadRow({
  row,
  current,
  level = 0,
}: {
  readonly row: ReportRow
  readonly current: string | null
  readonly level?: number
}) {
  const styles = usePaperStyles()
  const [first, ...rest] = row.content
  const label = <span className={styles.label}>{`${row.label}: `}</span>
  const look = level === 0 ? styles.text : styles.item
  const [paragraph, ...blocks] = first?.kind === 'prose' ? first.text : []
  const line =
    first !== undefined && rest.length === 0 && isOnlyLine(first) ? (
      <p className={look}>
        {label}
        <OnlyLine content={first} />
      </p>
    ) : paragraph?.type === 'paragraph' ? (
      <>
        <p className={look}>
          {label}
          <Inlines content={paragraph.content} />
        </p>
        <RowContentView content={[{ kind: 'prose', text: blocks }]} setting="prose" level={level} />
        <RowContentView content={rest} setting="prose" level={level} />
      </>
    ) : (
      <>
        <p className={styles.item}>{label}</p>
        <RowContentView content={row.content} setting="prose" level={level} />
      </>
    )
  return <div {...placed(row.at, current)}>{line}</div>
}

interface ItemsProps {
  readonly items: ItemList['items']
  readonly current: string | null
  readonly level?: number
}

/** Nodes as a list: each with its own text, its rows, and the items below it. */
export function ItemsView({ items, current, level = 0 }: ItemsProps) {
  const styles = usePaperStyles()
  return (
    <ul className={mergeClasses(styles.list, level > 0 && styles.innerList)}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two items may say the same.
        <li key={index} className={styles.listItem} data-sign={bulletAt(level)}>
          <ItemView item={item} current={current} level={level} />
        </li>
      ))}
    </ul>
  )
}

interface ItemProps {
  readonly item: Item
  readonly current: string | null
  readonly level: number
}

function ItemView({ item, current, level }: ItemProps) {
  return (
    <>
      <div {...placed(item.at, current)}>
        <Titled node={item} leads={item.text.length > 0} level={level + 1} />
      </div>
      {item.rows.map((row) => (
        <LeadRow key={row.label} row={row} current={current} level={level + 1} />
      ))}
      {item.items.length > 0 && <ItemsView items={item.items} current={current} level={level + 1} />}
    </>
  )
}
