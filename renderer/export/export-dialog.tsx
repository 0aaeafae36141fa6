import { useEffect, useState } from 'react'
import { closeDialog } from '../state/view.ts'
import { useFocusReturn } from '../ui/use-focus-return.ts'
import { ExportForm } from './export-form.tsx'
import { ExportProgress } from './export-progress.tsx'
import { ExportResults } from './export-results.tsx'
import { noExport, useExport } from './export-run.ts'

/** Which plans, how, and where; then the progress; then what was written. */
export function ExportDialog({ plans }: { readonly plans: readonly string[] }) {
  // What had the focus before the last of its three dialogs is gone with the one before it.
  useFocusReturn()
  const { progress, results } = useExport()
  const [choosing, setChoosing] = useState(true)
  useEffect(() => {
    useExport.setState(noExport)
  }, [])
  if (progress) return <ExportProgress progress={progress} />
  if (choosing) return <ExportForm plans={plans} onRun={() => setChoosing(false)} onClose={closeDialog} />
  return <ExportResults results={results} onClose={closeDialog} />
}
