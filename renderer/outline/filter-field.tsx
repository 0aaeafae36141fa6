import { Button, Input, makeStyles, Tooltip } from '@fluentui/react-components'
import { DismissRegular, FilterRegular } from '@fluentui/react-icons'
import type { KeyboardEvent } from 'react'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import { look, useView } from '../state/view.ts'
import { writtenKey } from '../ui/written-key.ts'
import { clearFilter } from './actions/moving-about.ts'
import { filterFieldIs } from './filter-focus.ts'
import { goToRow } from './row-focus.ts'
import { shownRows, useShownRows } from './scene.ts'

const useStyles = makeStyles({
  field: { flex: 1, minWidth: 0 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

/** Shows only the rows whose titles hold what is typed. */
export function FilterField() {
  const styles = useStyles()
  const filter = useView(({ outline }) => outline.filter)
  return (
    <>
      <Input
        className={styles.field}
        input={{ ref: filterFieldIs }}
        size="small"
        aria-label={outlineTexts.filter.label}
        placeholder={`${outlineTexts.filter.placeholder} (${writtenKey('outline.filter')})`}
        contentBefore={<FilterRegular />}
        contentAfter={filter === '' ? null : <ClearFilter />}
        value={filter}
        onChange={(_, { value }) => look({ filter: value, kept: new Set() })}
        onKeyDown={leaveFilter}
      />
      <output className={styles.hidden}>{filter === '' ? '' : <Found />}</output>
    </>
  )
}

function ClearFilter() {
  return (
    <Tooltip content={outlineTexts.filter.clear} relationship="label">
      <Button
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        onClick={() => {
          clearFilter()
          returnToRow()
        }}
      />
    </Tooltip>
  )
}

function Found() {
  const matching = useShownRows().filter(({ leads }) => !leads).length
  return outlineTexts.filter.found(matching)
}

/** Escape gives the filter up and goes back; Enter and the arrow go down to the first row that matches. */
function leaveFilter(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Escape') {
    clearFilter()
    returnToRow()
  } else if (event.key === 'Enter' || event.key === 'ArrowDown') goToMatch()
  else return
  event.preventDefault()
}

function goToMatch(): void {
  const match = shownRows().find(({ leads }) => !leads)
  if (match) goToRow(match.id)
}

function returnToRow(): void {
  const { current } = useView.getState().outline
  if (current !== null) goToRow(current)
}
