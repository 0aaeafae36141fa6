import { Button, makeStyles, Text, Tooltip, tokens } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons'
import { overviewTexts } from '../../db/model/texts/window/overview.ts'
import { run } from '../state/run.ts'
import { useWorkbook } from '../state/workbook.ts'
import { RenameField } from '../ui/rename-field.tsx'
import { useRenaming } from '../ui/use-renaming.ts'
import { LONGEST_NAME } from './rename-unit.ts'

const texts = overviewTexts.organisation

const useStyles = makeStyles({
  line: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
    marginBottom: tokens.spacingVerticalM,
  },
  label: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  field: { flex: 1, maxWidth: '420px' },
})

/** What the organisation is called, and the way to call it something else. */
export function OrganisationName() {
  const styles = useStyles()
  const name = useWorkbook((workbook) => workbook.organisation)
  const { isRenaming, begin, done, button } = useRenaming()
  return (
    <div className={styles.line}>
      <span className={styles.label}>{texts.name}</span>
      {isRenaming ? (
        <div className={styles.field}>
          <RenameField
            name={name}
            label={texts.newName(name)}
            maxLength={LONGEST_NAME}
            onRename={(wanted) => void run({ type: 'organisation.rename', name: wanted })}
            onDone={done}
          />
        </div>
      ) : (
        <>
          <Text weight="semibold" className={styles.name}>
            {name}
          </Text>
          <Tooltip content={texts.renameOf(name)} relationship="label">
            <Button
              appearance="subtle"
              size="small"
              icon={<EditRegular fontSize={16} />}
              ref={button}
              onClick={begin}
            />
          </Tooltip>
        </>
      )}
    </div>
  )
}
