import { ProgressBar, Text } from '@fluentui/react-components'
import { exportTexts } from '../../db/model/texts/window/export.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { cancelExport, type ExportRun } from './export-run.ts'

export function ExportProgress({
  progress: { done, total, plan },
}: {
  readonly progress: NonNullable<ExportRun['progress']>
}) {
  return (
    <DialogFrame title={exportTexts.title} cancel={exportTexts.stop} onClose={cancelExport}>
      <Text block role="status">
        {plan === '' ? exportTexts.progress(done, total) : exportTexts.working(plan)}
      </Text>
      <ProgressBar value={done} max={total} aria-label={exportTexts.title} style={{ margin: '12px 0' }} />
      <Text size={200}>{exportTexts.progress(done, total)}</Text>
    </DialogFrame>
  )
}
