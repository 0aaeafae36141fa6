import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, ErrorCircleFilled, SubtractCircleRegular } from '@fluentui/react-icons'
import { exportTexts } from '../../db/model/texts/window/export.ts'
import { plansTexts } from '../../db/model/texts/window/plans.ts'
import type { ExportedPlan } from '../../preload/contract.ts'
import { request, sentenceOf } from '../state/client.ts'
import { telling } from '../state/run.ts'
import { useWorkbook } from '../state/workbook.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { planName } from '../ui/plan-name.ts'
import { exportAgain } from './export-run.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '12px 0 0', padding: 0, maxHeight: '320px', overflowY: 'auto' },
  item: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { overflowWrap: 'anywhere' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalXS, flexWrap: 'wrap', justifyContent: 'flex-end' },
})

interface ExportResultsProps {
  readonly results: readonly ExportedPlan[]
  readonly onClose: () => void
}

/** What became of each plan, and what can be done about those that failed. */
export function ExportResults({ results, onClose }: ExportResultsProps) {
  const styles = useStyles()
  const first = results.flatMap((result) => (result.outcome === 'written' ? result.paths.slice(0, 1) : []))[0]
  return (
    <DialogFrame
      title={exportTexts.title}
      cancel={exportTexts.close}
      onClose={onClose}
      width={640}
      extra={
        first !== undefined && (
          <Button
            appearance="primary"
            onClick={() => void telling(() => request('file.reveal', { path: first }))}
          >
            {exportTexts.reveal}
          </Button>
        )
      }
    >
      <Text block role="status">
        {summaryOf(results)}
      </Text>
      <ul className={styles.list} aria-label={exportTexts.results}>
        {results.map((result) => (
          <li key={result.planId} className={styles.item}>
            <ResultLine result={result} />
          </li>
        ))}
      </ul>
    </DialogFrame>
  )
}

function ResultLine({ result }: { readonly result: ExportedPlan }) {
  const styles = useStyles()
  const title = useWorkbook(({ plans, units }) => {
    const plan = plans.get(result.planId)
    return plan ? planName(plan, units) : plansTexts.untitled
  })
  switch (result.outcome) {
    case 'written':
      return (
        <>
          <CheckmarkCircleFilled className={styles.good} fontSize={20} />
          <Text className={styles.name}>{nameOf(result.paths[0] ?? title)}</Text>
          <Button
            aria-label={exportTexts.openOf(nameOf(result.paths[0] ?? title))}
            onClick={() => void telling(() => request('file.open', { path: result.paths[0] ?? '' }))}
          >
            {exportTexts.open}
          </Button>
        </>
      )
    case 'failed': {
      const inUse = result.problem.code === 'disk.file-in-use'
      return (
        <>
          <ErrorCircleFilled className={styles.bad} fontSize={20} />
          <Text className={styles.name}>
            <strong>{title}</strong>
            <br />
            {sentenceOf(result.problem)}
          </Text>
          <div className={styles.buttons}>
            <Button onClick={() => exportAgain([result.planId], 'tell')}>{exportTexts.tryAgain}</Button>
            {inUse && (
              <Button onClick={() => exportAgain([result.planId], 'rename')}>{exportTexts.rename}</Button>
            )}
          </div>
        </>
      )
    }
    case 'cancelled':
      return (
        <>
          <SubtractCircleRegular fontSize={20} />
          <Text className={styles.name}>{title}</Text>
          <Text size={200}>{exportTexts.stopped}</Text>
        </>
      )
  }
}

function summaryOf(results: readonly ExportedPlan[]): string {
  const written = results.filter(({ outcome }) => outcome === 'written').length
  const failed = results.filter(({ outcome }) => outcome === 'failed').length
  const parts = [
    `${exportTexts.written(written)}.`,
    failed > 0 ? `${exportTexts.failed(failed)}.` : '',
    written + failed < results.length ? exportTexts.cancelled : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
