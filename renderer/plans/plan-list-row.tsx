import {
  Button,
  Link,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  TableCell,
  TableCellLayout,
  TableRow,
  Tooltip,
} from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons'
import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { plansTexts } from '../../db/model/texts/window/plans.ts'
import { openPlan, showHistory } from '../state/navigate.ts'
import { run } from '../state/run.ts'
import { openDialog, useView } from '../state/view.ts'
import { RenameField } from '../ui/rename-field.tsx'
import { useRenaming } from '../ui/use-renaming.ts'
import { duplicatePlan, removePlan } from './plan-commands.ts'
import { StatusBadge } from './plan-list.tsx'
import { usePlanListStyles } from './plan-list-styles.ts'
import type { PlanRow } from './plan-rows.ts'

/** One plan of the list. Enter opens it, F2 renames it, Delete deletes it; all of it is in its menu too. */
export function PlanListRow({ row }: { readonly row: PlanRow }) {
  const styles = usePlanListStyles()
  const { isRenaming, begin, done, button } = useRenaming()
  const [menuOpen, setMenuOpen] = useState(false)
  const title = row.title === '' ? plansTexts.untitled : row.title
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'F2') begin()
    else if (event.key === 'Delete') {
      focusBeside(event.currentTarget)
      void removePlan(row.id)
    } else return
    event.preventDefault()
  }
  const openMenu = (event: MouseEvent) => {
    event.preventDefault()
    setMenuOpen(true)
  }
  return (
    <TableRow
      className={styles.row}
      onContextMenu={openMenu}
      onDoubleClick={() => void openPlan(row.id)}
      onFocus={() => useView.setState({ chosenPlan: row.id })}
    >
      <TableCell>
        {isRenaming ? (
          <RenameField
            name={row.title}
            label={plansTexts.renameOf(row.title)}
            maxLength={2000}
            onRename={(wanted) => void run({ type: 'plan.update', id: row.id, changes: { title: wanted } })}
            onDone={done}
          />
        ) : (
          <TableCellLayout truncate>
            <Link
              as="button"
              className={styles.link}
              ref={button}
              data-plan={row.id}
              onClick={() => void openPlan(row.id)}
              onKeyDown={press}
            >
              {title}
            </Link>
            <span className={styles.under}>
              {[row.unit, row.period].filter((part) => part !== '').join(' · ')}
            </span>
          </TableCellLayout>
        )}
      </TableCell>
      <TableCell className={styles.kind}>{row.kind}</TableCell>
      <TableCell className={styles.unit} title={row.unit}>
        {row.unit}
      </TableCell>
      <TableCell className={styles.period}>{row.period}</TableCell>
      <TableCell>
        <StatusBadge status={row.status} name={row.statusName} />
      </TableCell>
      <TableCell className={styles.content}>{contentOf(row)}</TableCell>
      <TableCell>
        <Menu open={menuOpen} onOpenChange={(_, { open }) => setMenuOpen(open)}>
          <MenuTrigger disableButtonEnhancement>
            <Tooltip content={plansTexts.more(title)} relationship="label">
              <Button appearance="subtle" icon={<MoreHorizontalRegular />} />
            </Tooltip>
          </MenuTrigger>
          <MenuPopover>
            <PlanMenu row={row} onRename={begin} />
          </MenuPopover>
        </Menu>
      </TableCell>
    </TableRow>
  )
}

/** The plan below in the list, else the one above. */
function focusBeside(link: EventTarget & Element): void {
  const row = link.closest('tr')
  const beside = row?.nextElementSibling ?? row?.previousElementSibling
  beside?.querySelector<HTMLElement>('[data-plan]')?.focus()
}

function PlanMenu({ row, onRename }: { readonly row: PlanRow; readonly onRename: () => void }) {
  return (
    <MenuList>
      <MenuItem onClick={() => void openPlan(row.id)}>{plansTexts.open}</MenuItem>
      <MenuItem secondaryContent="F2" onClick={onRename}>
        {plansTexts.rename}
      </MenuItem>
      <MenuItem onClick={() => void duplicatePlan(row.id)}>{plansTexts.duplicate}</MenuItem>
      <MenuItem onClick={() => openDialog({ kind: 'plan-properties', planId: row.id })}>
        {plansTexts.properties}
      </MenuItem>
      <MenuItem onClick={() => showHistory({ shown: 'plan', planId: row.id, node: null })}>
        {plansTexts.history}
      </MenuItem>
      <MenuItem onClick={() => openDialog({ kind: 'export', plans: [row.id] })}>
        {plansTexts.exportToWord}
      </MenuItem>
      <MenuDivider />
      <MenuItem secondaryContent="Delete" onClick={() => void removePlan(row.id)}>
        {plansTexts.remove}
      </MenuItem>
    </MenuList>
  )
}

function contentOf({ summary }: PlanRow): string {
  if (!summary) return ''
  const parts = [
    summary.indsatser > 0 ? plansTexts.indsatser(summary.indsatser) : '',
    summary.bidrag > 0 ? plansTexts.bidrag(summary.bidrag) : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
