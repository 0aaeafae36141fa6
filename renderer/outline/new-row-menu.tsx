import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import type { NodeType } from '../../db/model/template/template.ts'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import { makeRow } from './actions/structure.ts'
import { labelOf } from './labels.ts'
import { choicesAt } from './model/new-row.ts'
import { NodeIcon } from './node-icon.tsx'
import { scene } from './scene.ts'

/** Makes a row of a chosen type at the current one: what the template lets stand below it, and after it. */
export function NewRowMenu() {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={outlineTexts.add.button} relationship="label">
          <Button appearance="subtle" icon={<AddRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <Choices />
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function Choices() {
  const at = scene()
  if (!at) return null
  const { current } = at.view
  const { below, after } = choicesAt(at.outline, current)
  const title = at.mirror.nodes.get(current ?? '')?.title
  return (
    <>
      {below && (
        <Group header={outlineTexts.add.below(below.parent.title)} types={below.types} where="below" />
      )}
      {after && (
        <Group
          header={title === undefined ? outlineTexts.add.top : outlineTexts.add.after(title)}
          types={after.types}
          where="after"
        />
      )}
    </>
  )
}

interface GroupProps {
  readonly header: string
  readonly types: readonly NodeType[]
  readonly where: 'below' | 'after'
}

function Group({ header, types, where }: GroupProps) {
  const at = scene()
  if (!at) return null
  return (
    <MenuGroup>
      <MenuGroupHeader>{header}</MenuGroupHeader>
      {types.map((type) => (
        <MenuItem key={type} icon={<NodeIcon type={type} />} onClick={() => makeRow(type, where)}>
          {labelOf(at.template, type).singular}
        </MenuItem>
      ))}
    </MenuGroup>
  )
}
