import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import { type Line, useCursor } from './use-cursor.ts'

/** CSS pixels of the row of headings. */
const HEAD = 34
/** Narrower than this, the table scrolls sideways. */
const LEAST = '680px'

const useStyles = makeStyles({
  scroller: {
    flex: '1 0 200px',
    minHeight: 0,
    overflow: 'auto',
    margin: '0 -12px',
    padding: '0 12px',
    // What is focused may not hide under the head.
    scrollPaddingTop: `${HEAD}px`,
  },
  table: { display: 'block', minWidth: LEAST },
  head: {
    display: 'block',
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: `${HEAD}px`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    boxSizing: 'border-box',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  headRow: { display: 'grid', alignItems: 'center', height: '100%', columnGap: '12px', padding: '0 8px' },
  body: { display: 'block', position: 'relative' },
  line: { position: 'absolute', top: 0, left: 0, right: 0, boxSizing: 'border-box' },
  row: {
    display: 'grid',
    alignItems: 'center',
    columnGap: '12px',
    padding: '0 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    // The contrast theme's fill for hovering cannot be read under texts of other colours.
    ':global([data-look="contrast"])': {
      ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
    },
  },
  cell: { minWidth: 0, padding: 0, textAlign: 'left', fontWeight: 'inherit' },
  group: { display: 'flex', alignItems: 'flex-end', padding: '0 8px 4px' },
  groupText: {
    margin: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  mark: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '0 8px',
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    '::after': { content: '""', flex: 1, borderTop: `1px solid ${tokens.colorBrandStroke1}` },
  },
})

export interface Column<T> {
  readonly key: string
  readonly text: string
  /** A track of a CSS grid. */
  readonly width: string
  /** `isEntry`: whether Tab may come to what is in the cell. */
  readonly cell: (row: T, isEntry: boolean) => ReactNode
  /** Whether it names the row. */
  readonly isHeader?: true
}

/** A row, a heading over rows, or a mark between them. */
export type Item<T> =
  | { readonly kind: 'row'; readonly key: string; readonly row: T }
  | { readonly kind: 'group' | 'mark'; readonly key: string; readonly text: string }

interface RowTableProps<T> {
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly items: readonly Item<T>[]
  /** CSS pixels. */
  readonly rowHeight: number
  readonly current: string | null
  readonly onCurrent: (key: string) => void
  /** Key of the item to show at the top where no row is current yet. */
  readonly begin?: string | undefined
}

/** CSS pixels. */
const GROUP_HEIGHT = 44
const MARK_HEIGHT = 28

/** A long table: arrows go from row to row between their `Opener`s, Tab goes on to what else the row holds. */
export function RowTable<T>(props: RowTableProps<T>) {
  const { label, columns, items, rowHeight, current, onCurrent, begin } = props
  const styles = useStyles()
  const lines = useMemo(() => items.map((item) => lineFor(item, rowHeight)), [items, rowHeight])
  const from = begin === undefined ? -1 : items.findIndex(({ key }) => key === begin)
  const cursor = useCursor({ lines, current, onCurrent, head: HEAD, begin: from })
  const press = (event: KeyboardEvent) => {
    // A control in a cell has arrows of its own.
    const isEntry = event.target instanceof HTMLElement && event.target.dataset.entry !== undefined
    if (isEntry && cursor.press(event)) event.preventDefault()
  }
  const gridTemplateColumns = columns.map(({ width }) => width).join(' ')
  return (
    <div ref={cursor.scroller} className={styles.scroller}>
      <table
        className={styles.table}
        aria-label={label}
        aria-rowcount={items.length + 1}
        onKeyDown={press}
        onFocus={cursor.hearFocus}
      >
        <thead className={styles.head}>
          <tr aria-rowindex={1} className={styles.headRow} style={{ gridTemplateColumns }}>
            {columns.map(({ key, text }) => (
              <th key={key} scope="col" className={styles.cell}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body} style={{ height: cursor.virtual.getTotalSize() }}>
          {cursor.virtual.getVirtualItems().map(({ index, start, size, key }) => {
            const item = items[index]
            const place = { transform: `translateY(${start - HEAD}px)`, height: size }
            return (
              item && (
                <TableLine
                  key={String(key)}
                  {...props}
                  item={item}
                  index={index}
                  isEntry={index === cursor.at}
                  style={item.kind === 'row' ? { ...place, gridTemplateColumns } : place}
                />
              )
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const lineFor = <T,>({ kind, key }: Item<T>, rowHeight: number): Line => ({
  key,
  isStop: kind === 'row',
  height: kind === 'row' ? rowHeight : kind === 'group' ? GROUP_HEIGHT : MARK_HEIGHT,
})

interface TableLineProps<T> extends RowTableProps<T> {
  readonly item: Item<T>
  readonly index: number
  readonly isEntry: boolean
  readonly style: Readonly<Record<string, string | number>>
}

function TableLine<T>({ item, index, isEntry, style, columns }: TableLineProps<T>) {
  const styles = useStyles()
  const place = { 'aria-rowindex': index + 2, 'data-line': index, style }
  if (item.kind !== 'row') {
    return (
      <tr
        {...place}
        className={mergeClasses(styles.line, item.kind === 'group' ? styles.group : styles.mark)}
      >
        <td colSpan={columns.length} className={styles.cell}>
          {item.kind === 'group' ? (
            <h3 className={styles.groupText} title={item.text}>
              {item.text}
            </h3>
          ) : (
            item.text
          )}
        </td>
      </tr>
    )
  }
  return (
    <tr {...place} className={mergeClasses(styles.line, styles.row)}>
      {columns.map(({ key, cell, isHeader }) =>
        isHeader ? (
          <th key={key} scope="row" className={styles.cell}>
            {cell(item.row, isEntry)}
          </th>
        ) : (
          <td key={key} className={styles.cell}>
            {cell(item.row, isEntry)}
          </td>
        ),
      )}
    </tr>
  )
}
