import { Button, mergeClasses, Tooltip } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { writtenChord } from '../../../db/model/texts/window/actions.ts'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { addPart, movePart, type PartType, removePart, wishCell } from './part-commands.ts'
import type { PartTableStyles } from './part-table-styles.ts'

export interface Column {
  readonly key: string
  readonly label: string
  /** What screen readers call it, where the label is short. */
  readonly name?: string
  /** Whether its value does not speak for itself where there is no room for a table. */
  readonly isLabelled?: boolean
  /** Share of the width; 1 = the narrowest. */
  readonly share: number
}

interface PartTableProps<C extends Column> {
  readonly nodeId: string
  readonly type: PartType
  readonly styles: PartTableStyles
  readonly columns: readonly C[]
  readonly parts: readonly string[]
  readonly label: string
  /** Said while there are none. */
  readonly hint: string
  readonly drawCell: (partId: string, column: C, cell: CellProps) => ReactNode
}

export interface CellProps {
  readonly label: string
  readonly placeholder: string
  readonly onEnter: () => void
}

/** What hangs below a node as a table to write in: Enter in the last row adds one. */
export function PartTable<C extends Column>(props: PartTableProps<C>) {
  const { nodeId, type, styles, columns, parts, label, hint, drawCell } = props
  const texts = detailsTexts[type === 'milestone' ? 'milestones' : 'indicators']
  const add = useRef<HTMLElement>(null)
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const grid = columns
    .slice(1)
    .map(({ share }) => `minmax(0, ${share}fr)`)
    .join(' ')
  const remove = async (partId: string, column: string) => {
    if ((await removePart(partId, column)) === null) add.current?.focus()
  }
  const enter = (index: number, column: string) => {
    const below = parts[index + 1]
    if (below === undefined) addPart(nodeId, type)
    else wishCell(below, column)
  }
  return (
    <>
      {parts.length === 0 && hint !== '' && <div className={styles.hint}>{hint}</div>}
      {parts.length > 0 && (
        <table className={styles.table} aria-label={label}>
          <thead className={styles.head}>
            <tr>
              {columns.map(({ key, label: name, share }) => (
                <th
                  key={key}
                  scope="col"
                  className={styles.column}
                  style={{ width: `${(100 * share) / all}%` }}
                >
                  {name}
                </th>
              ))}
              <th scope="col" className={mergeClasses(styles.column, styles.actionsColumn)}>
                <span className={styles.unseen}>{detailsTexts.parts.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody className={styles.body}>
            {parts.map((partId, index) => (
              <PartRow
                key={partId}
                partId={partId}
                name={`${texts.one} ${index + 1}`}
                styles={styles}
                grid={grid}
                onRemove={remove}
              >
                {columns.map((column) => (
                  <td key={column.key} className={styles.cell} data-column={column.key}>
                    {column.isLabelled && (
                      <div className={styles.cellLabel} aria-hidden>
                        {column.label}
                      </div>
                    )}
                    {drawCell(partId, column, {
                      label: detailsTexts.parts.cell(column.name ?? column.label, texts.one, index + 1),
                      placeholder: column.label,
                      onEnter: () => enter(index, column.key),
                    })}
                  </td>
                ))}
              </PartRow>
            ))}
          </tbody>
        </table>
      )}
      <Button
        ref={(element: HTMLElement | null) => {
          add.current = element
        }}
        appearance="transparent"
        size="small"
        icon={<AddRegular />}
        className={styles.add}
        onClick={() => addPart(nodeId, type)}
      >
        {texts.add}
      </Button>
    </>
  )
}

interface PartRowProps {
  readonly partId: string
  readonly name: string
  readonly styles: PartTableStyles
  /** Widths of the cells below the title, where there is no room for a table. */
  readonly grid: string
  readonly onRemove: (partId: string, column: string) => Promise<void>
  readonly children: ReactNode
}

function PartRow({ partId, name, styles, grid, onRemove, children }: PartRowProps) {
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const column = columnOf(event.target)
    const moves = event.altKey && event.shiftKey && !event.ctrlKey
    if (moves && event.key === 'ArrowUp') void movePart(partId, -1, column)
    else if (moves && event.key === 'ArrowDown') void movePart(partId, 1, column)
    else if (event.ctrlKey && event.shiftKey && event.key === 'Backspace') void onRemove(partId, column)
    else return
    event.preventDefault()
  }
  const removal = detailsTexts.parts.remove(name)
  return (
    <tr className={styles.row} style={{ gridTemplateColumns: grid }} onKeyDown={press}>
      {children}
      <td className={styles.actions}>
        <Tooltip
          content={detailsTexts.richText.withKey(removal, writtenChord('Ctrl+Shift+Backspace'))}
          relationship="inaccessible"
        >
          <Button
            appearance="transparent"
            size="small"
            icon={<DeleteRegular />}
            className={styles.remove}
            data-remove
            aria-label={removal}
            tabIndex={-1}
            onClick={() => void onRemove(partId, 'title')}
          />
        </Tooltip>
      </td>
    </tr>
  )
}

/** The column whose cell has the focus. */
const columnOf = (target: EventTarget): string =>
  (target instanceof Element ? target.closest<HTMLElement>('[data-column]')?.dataset.column : undefined) ??
  'title'
