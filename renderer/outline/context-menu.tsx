import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover, makeStyles } from '@fluentui/react-components'
import { Fragment } from 'react'
import { actionNames } from '../../db/model/texts/window/actions.ts'
import { act, canAct } from '../actions/registry.ts'
import { writtenKey } from '../ui/written-key.ts'
import { outlineActions } from './actions.ts'
import { closeContextMenu, useContextMenu } from './context-menu-place.ts'
import { focusRow } from './row-focus.ts'
import { scene } from './scene.ts'

type OutlineAction = keyof typeof outlineActions

const groups: readonly (readonly OutlineAction[])[] = [
  ['row.edit', 'row.body', 'status.next'],
  ['row.new-sibling', 'row.new-child', 'row.new-milestone', 'row.new-indicator'],
  ['row.cut', 'row.copy', 'row.paste', 'row.duplicate'],
  ['row.indent', 'row.outdent', 'row.move-up', 'row.move-down'],
  ['outline.zoom-in', 'outline.zoom-out', 'row.history'],
  ['row.delete'],
]

const useStyles = makeStyles({ key: { color: 'inherit' } })

/** What can be done with the selected rows; the same actions and keys as in the menus. */
export function ContextMenu() {
  const styles = useStyles()
  const at = useContextMenu((menu) => menu.at)
  if (!at) return null
  const target = { getBoundingClientRect: () => DOMRect.fromRect({ ...at, width: 0, height: 0 }) }
  return (
    <Menu
      open
      onOpenChange={(_, { open }) => !open && close()}
      positioning={{ target, position: 'below', align: 'start', shiftToCoverTarget: true, autoSize: true }}
    >
      <MenuPopover>
        <MenuList>
          {groups.map((ids, index) => (
            <Fragment key={ids[0]}>
              {index > 0 && <MenuDivider />}
              {ids.filter(isOffered).map((id) => (
                <MenuItem
                  key={id}
                  disabled={!canAct(id)}
                  // Fluent's own grey cannot be read on the highlight of the contrast theme.
                  secondaryContent={{ className: styles.key, children: writtenKey(id) }}
                  onClick={() => choose(id)}
                >
                  {actionNames[id]}
                </MenuItem>
              ))}
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** What is not the case anywhere near is left out, so that the menu fits a low window. */
const isOffered = (id: OutlineAction): boolean => id !== 'outline.zoom-out' || outlineActions[id].can()

/** The focus goes back to the row before the action may give it away. */
function choose(id: OutlineAction): void {
  close()
  act(id)
}

function close(): void {
  closeContextMenu()
  const current = scene()?.view.current
  if (current) focusRow(current)
}
