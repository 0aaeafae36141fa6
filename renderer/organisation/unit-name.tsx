import { Button, makeStyles, Tooltip } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons'
import type { KeyboardEvent } from 'react'
import type { Records } from '../../db/model/records.ts'
import { overviewTexts } from '../../db/model/texts/window/overview.ts'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import { Opener } from '../overview/list/opener.tsx'
import { showPage } from '../state/navigate.ts'
import { tell } from '../state/notices.ts'
import { RenameField } from '../ui/rename-field.tsx'
import { useRenaming } from '../ui/use-renaming.ts'
import { LONGEST_NAME, renameUnit } from './rename-unit.ts'

const texts = overviewTexts.organisation

const useStyles = makeStyles({
  cell: { display: 'flex', alignItems: 'center', columnGap: '4px' },
  name: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  opener: { minWidth: 0 },
})

interface UnitNameProps {
  readonly unit: Records['unit']
  readonly plans: number
  readonly isEntry: boolean
}

/** The name of a unit: Enter shows its plans, F2 renames it. */
export function UnitName({ unit, plans, isEntry }: UnitNameProps) {
  const styles = useStyles()
  const { name } = unit
  const { isRenaming, begin, done, button } = useRenaming()
  const showPlans = () => {
    if (plans === 0) tell({ text: texts.noPlans(name), kind: 'hint' })
    else showPage('plans', name)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'F2') return
    event.preventDefault()
    begin()
  }
  if (isRenaming) {
    return (
      <RenameField
        name={name}
        label={texts.newName(name)}
        maxLength={LONGEST_NAME}
        onRename={(wanted) => renameUnit(unit, wanted)}
        onDone={done}
      />
    )
  }
  return (
    <div className={styles.cell}>
      <div className={styles.opener}>
        <Opener isEntry={isEntry} onOpen={showPlans} onKeyDown={press} ref={button}>
          <span className={styles.name} title={name}>
            {name}
          </span>
        </Opener>
      </div>
      <Tooltip content={shellTexts.withKey(texts.renameOf(name), 'F2')} relationship="label">
        <Button
          appearance="subtle"
          size="small"
          icon={<EditRegular fontSize={16} />}
          tabIndex={isEntry ? 0 : -1}
          onClick={begin}
        />
      </Tooltip>
    </div>
  )
}
