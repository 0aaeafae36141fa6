import { Button, makeStyles, Text, Tooltip, tokens } from '@fluentui/react-components'
import {
  ArrowExportRegular,
  ArrowRedoRegular,
  ArrowUndoRegular,
  NavigationRegular,
  SearchRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import type { ActionId } from '../../preload/actions.ts'
import { act } from '../actions/registry.ts'
import { useProgram } from '../state/program.ts'
import { useWorkbook } from '../state/workbook.ts'
import { writtenKey } from '../ui/written-key.ts'
import { SaveStateText } from './save-state.tsx'

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    // The search gives way before the buttons beside it do.
    gridTemplateColumns: 'minmax(min-content, 1fr) minmax(40px, min(24vw, 320px)) minmax(min-content, 1fr)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: '6px 12px',
    minHeight: '36px',
  },
  left: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(56px, max-content) auto',
    justifyContent: 'start',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
  },
  name: { gridColumn: 2, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  search: {
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    width: '100%',
    minWidth: 0,
    maxWidth: 'none',
    paddingInline: '10px',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
  },
  right: { display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalXS },
  export: { whiteSpace: 'nowrap' },
})

/** The workbook's name and state, search, undo and redo, and the way to Word. */
export function TitleBar() {
  const styles = useStyles()
  const file = useWorkbook((workbook) => workbook.file)
  const history = useWorkbook(useShallow((workbook) => workbook.history))
  const isReadOnly = useWorkbook((workbook) => workbook.readOnly)
  const nativeMenu = useProgram((program) => program.nativeMenu)
  return (
    <header className={styles.bar}>
      <div className={styles.left}>
        {!nativeMenu && <IconAction id="palette.open" text={shellTexts.menu} icon={<NavigationRegular />} />}
        <Text as="h1" weight="semibold" size={400} className={styles.name} title={file?.path}>
          {file?.name}
        </Text>
        <SaveStateText />
      </div>
      <Button className={styles.search} icon={<SearchRegular />} onClick={() => act('search.everywhere')}>
        {shellTexts.withKey(shellTexts.searchBox, writtenKey('search.everywhere'))}
      </Button>
      <div className={styles.right}>
        <IconAction
          id="history.undo"
          text={shellTexts.undo(history.undo)}
          icon={<ArrowUndoRegular />}
          disabled={history.undo === null || isReadOnly}
        />
        <IconAction
          id="history.redo"
          text={shellTexts.redo(history.redo)}
          icon={<ArrowRedoRegular />}
          disabled={history.redo === null || isReadOnly}
        />
        <Tooltip
          content={shellTexts.withKey(shellTexts.exportToWord, writtenKey('export.word'))}
          relationship="description"
        >
          <Button
            className={styles.export}
            appearance="primary"
            icon={<ArrowExportRegular />}
            onClick={() => act('export.word')}
          >
            {shellTexts.exportToWord}
          </Button>
        </Tooltip>
      </div>
    </header>
  )
}

interface IconActionProps {
  readonly id: ActionId
  readonly text: string
  readonly icon: ReactElement
  readonly disabled?: boolean
}

/** A button with an icon only; its name and key are told on hovering and to screen readers. */
function IconAction({ id, text, icon, disabled = false }: IconActionProps) {
  return (
    <Tooltip content={shellTexts.withKey(text, writtenKey(id))} relationship="label">
      <Button appearance="subtle" icon={icon} disabledFocusable={disabled} onClick={() => act(id)} />
    </Tooltip>
  )
}
