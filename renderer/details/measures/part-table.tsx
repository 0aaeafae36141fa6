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
  const { nodeId, type, styles, parts, hint } = props
  const add = useRef<HTMLElement>(null)
  const remove = async (partId: string, column: string) => {
    if ((await removePart(partId, column)) === null) add.current?.focus()
  }
  return (
    <>
      {parts.length > 0 ? (
        <table className={styles.table} aria-label={props.label}>
          <PartHead columns={props.columns} styles={styles} />
          <tbody className={styles.body}>
            {parts.map((partId, index) => (
              <PartRow key={partId} {...props} partId={partId} index={index} onRemove={remove} />
            ))}
          </tbody>
        </table>
      ) : (
        hint !== '' && <div className={styles.hint}>{hint}</div>
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
        {wordsOf(type).add}
      </Button>
    </>
  )
}

const wordsOf = (type: PartType) => detailsTexts[type === 'milestone' ? 'milestones' : 'indicators']

function PartHead({ columns, styles }: Pick<PartTableProps<Column>, 'columns' | 'styles'>) {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  return (
    <thead className={styles.head}>
      <tr>
        {columns.map(({ key, label, share }) => (
          <th key={key} scope="col" className={styles.column} style={{ width: `${(100 * share) / all}%` }}>
            {label}
          </th>
        ))}
        <th scope="col" className={mergeClasses(styles.column, styles.actionsColumn)}>
          <span className={styles.unseen}>{detailsTexts.parts.actions}</span>
        </th>
      </tr>
    </thead>
  )
}

interface PartRowProps<C extends Column> extends PartTableProps<C> {
  readonly partId: string
  readonly index: number
  readonly onRemove: (partId: string, column: string) => Promise<void>
}

function PartRow<C extends Column>(props: PartRowProps<C>) {
  const { nodeId, type, styles, columns, parts, partId, index, onRemove } = props
  const { one } = wordsOf(type)
  const enter = (column: string) => {
    const below = parts[index + 1]
    if (below === undefined) addPart(nodeId, type)
    else wishCell(below, column)
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const column = columnOf(event.target)
    const moves = event.altKey && event.shiftKey && !event.ctrlKey
    if (moves && event.key === 'ArrowUp') void movePart(partId, -1, column)
    else if (moves && event.key === 'ArrowDown') void movePart(partId, 1, column)
    else if (event.ctrlKey && event.shiftKey && event.key === 'Backspace') void onRemove(partId, column)
    else return
    event.preventDefault()
  }
  return (
    <tr className={styles.row} style={{ gridTemplateColumns: belowTitle(columns) }} onKeyDown={press}>
      {columns.map((column) => (
        <td key={column.key} className={styles.cell} data-column={column.key}>
          {column.isLabelled && (
            <div className={styles.cellLabel} aria-hidden>
              {column.label}
            </div>
          )}
          {props.drawCell(partId, column, {
            label: detailsTexts.parts.cell(column.name ?? column.label, one, index + 1),
            placeholder: column.label,
            onEnter: () => enter(column.key),
          })}
        </td>
      ))}
      <td className={styles.actions}>
        <RemoveButton
          name={detailsTexts.parts.remove(`${one} ${index + 1}`)}
          className={styles.remove}
          onClick={() => void onRemove(partId, 'title')}
        />
      </td>
    </tr>
  )
}

/** Widths of the cells below the title, where there is no room for a table. */
const belowTitle = (columns: readonly Column[]): string =>
  columns
    .slice(1)
    .map(({ share }) => `minmax(0, ${share}fr)`)
    .join(' ')

interface RemoveButtonProps {
  readonly name: string
  readonly className: string
  readonly onClick: () => void
}

/** For the mouse; the row itself hears the key. */
const RemoveButton = ({ name, className, onClick }: RemoveButtonProps) => (
  <Tooltip
    content={detailsTexts.richText.withKey(name, writtenChord('Ctrl+Shift+Backspace'))}
    relationship="inaccessible"
  >
    <Button
      appearance="transparent"
      size="small"
      icon={<DeleteRegular />}
      className={className}
      data-remove
      aria-label={name}
      tabIndex={-1}
      onClick={onClick}
    />
  </Tooltip>
)

/** The column whose cell has the focus. */
const columnOf = (target: EventTarget): string =>
  (target instanceof Element ? target.closest<HTMLElement>('[data-column]')?.dataset.column : undefined) ??
  'title'
