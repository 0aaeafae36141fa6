import { ExportDialog } from '../export/export-dialog.tsx'
import { UndoMergeDialog } from '../merge/undo-merge-dialog.tsx'
import { PacketDialog } from '../packet/packet-dialog.tsx'
import { NewPlanDialog } from '../plans/new-plan-dialog.tsx'
import { PlanPropertiesDialog } from '../plans/plan-properties-dialog.tsx'
import { CleanCopyDialog } from '../restore/clean-dialog.tsx'
import { EarlierDialog } from '../restore/earlier-dialog.tsx'
import { RestoreDialog } from '../restore/restore-dialog.tsx'
import { SalvageDialog } from '../restore/salvage-dialog.tsx'
import { JumpDialog } from '../search/jump-dialog.tsx'
import { PaletteDialog } from '../search/palette-dialog.tsx'
import { SearchDialog } from '../search/search-dialog.tsx'
import { NewWorkbookDialog } from '../start/new-workbook-dialog.tsx'
import { useView } from '../state/view.ts'
import { AboutDialog } from './about-dialog.tsx'
import { HelpDialog } from './help-dialog.tsx'

/** The dialog that is open; at most one is. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog)
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'new-workbook':
      return <NewWorkbookDialog />
    case 'export':
      return <ExportDialog plans={dialog.plans} />
    case 'undo-merge':
      return <UndoMergeDialog merge={dialog.merge} since={dialog.since} />
    case 'new-plan':
      return <NewPlanDialog wanted={dialog.template} />
    case 'plan-properties':
      return <PlanPropertiesDialog planId={dialog.planId} />
    case 'restore':
      return <RestoreDialog />
    case 'clean-copy':
      return <CleanCopyDialog />
    case 'salvage':
      return <SalvageDialog file={dialog.file} />
    case 'earlier':
      return <EarlierDialog {...dialog} />
    case 'palette':
      return <PaletteDialog />
    case 'jump':
      return <JumpDialog />
    case 'search':
      return <SearchDialog />
    case 'packet':
      return <PacketDialog />
    case 'help':
      return <HelpDialog />
    case 'about':
      return <AboutDialog />
  }
}
