import { Spinner, useFocusFinders } from '@fluentui/react-components'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import { startTexts } from '../../db/model/texts/window/start.ts'
import { StartPage } from '../start/start-page.tsx'
import { useProgram } from '../state/program.ts'
import { useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { useLate } from '../ui/late.ts'
import { useDroppedFiles } from './drop.ts'
import { Frame } from './frame.tsx'
import { useKeys } from './keys.ts'
import { useMenu } from './menu.ts'
import { dialogsPart } from './parts.ts'
import { useTypedAhead } from './typed-ahead.ts'

export function App() {
  const started = useProgram((program) => program.started)
  const file = useWorkbook((workbook) => workbook.file)
  useKeys()
  useMenu()
  // Keeps Fluent's focus manager alive: a dialog that were its last user would take it along, and leave the page hidden from
  // screen readers.
  useFocusFinders()
  const dropping = useDroppedFiles()
  const dialogs = useLate(dialogsPart)
  const asksForDialog = useView((view) => view.dialog !== null)
  useTypedAhead(asksForDialog && dialogs === null)
  if (!started) return <Spinner label={startTexts.loading} style={{ height: '100%' }} />
  return (
    <>
      {file ? <Frame /> : <StartPage />}
      {dialogs && <dialogs.Dialogs />}
      {dropping && <div className="drop-veil">{shellTexts.dropHere}</div>}
    </>
  )
}
