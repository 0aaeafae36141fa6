import { Button, makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular, HistoryRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import type { HistoryScope } from '../../db/model/history/entry.ts'
import { historyTexts as texts } from '../../db/model/texts/window/history.ts'
import { EmptyPage } from '../overview/empty-page.tsx'
import { Page } from '../overview/page.tsx'
import { openPlan } from '../state/navigate.ts'
import { type HistoryView, useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { planName } from '../ui/plan-name.ts'
import { EntryList } from './entry-list.tsx'
import { useHistory } from './use-history.ts'

const useStyles = makeStyles({
  choices: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: `0 0 ${tokens.spacingVerticalS}`,
    padding: 0,
    border: 'none',
    minInlineSize: 0,
  },
  choice: { maxWidth: '360px' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

/** Who changed what and when, in the workbook, a plan or a row, with the older texts and the way back to them. */
export function HistoryPage() {
  const view = useView((state) => state.history)
  const scope = useMemo(() => scopeOf(view), [view])
  return <Shown key={JSON.stringify(scope)} view={view} scope={scope} />
}

function scopeOf({ shown, planId, node }: HistoryView): HistoryScope {
  if (shown === 'node' && node) return { of: 'node', nodeId: node.id }
  return shown === 'plan' && planId !== null ? { of: 'plan', planId } : { of: 'workbook' }
}

function Shown({ view, scope }: { readonly view: HistoryView; readonly scope: HistoryScope }) {
  const { page, showOlder } = useHistory(scope)
  const hasPlan = useWorkbook(({ plans }) => view.planId !== null && plans.has(view.planId))
  return (
    <Page
      title={texts.title}
      summary={page ? texts.summary(page.entries.length, page.more) : ''}
      actions={hasPlan && <BackButton planId={view.planId ?? ''} />}
    >
      <ScopeChoice view={view} scope={scope} />
      {page?.entries.length === 0 && (
        <EmptyPage icon={HistoryRegular} title={texts.empty} help={texts.emptyHelp} />
      )}
      {page && page.entries.length > 0 && (
        <EntryList page={page} scope={scope} onOlder={() => void showOlder()} />
      )}
    </Page>
  )
}

function BackButton({ planId }: { readonly planId: string }) {
  return (
    <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => void openPlan(planId)}>
      {texts.back}
    </Button>
  )
}

/** From the row over its plan to the whole workbook. */
function ScopeChoice({ view, scope }: { readonly view: HistoryView; readonly scope: HistoryScope }) {
  const styles = useStyles()
  const { plans, units } = useWorkbook()
  const plan = plans.get(view.planId ?? '')
  const choices: readonly (readonly [HistoryScope['of'], string])[] = [
    ...(view.node ? [['node', texts.row(view.node.title)] as const] : []),
    ...(plan ? [['plan', texts.plan(planName(plan, units))] as const] : []),
    ['workbook', texts.wholeWorkbook],
  ]
  return (
    <fieldset className={styles.choices} aria-label={texts.of}>
      {choices.map(([of, name]) => (
        <ToggleButton
          key={of}
          size="small"
          className={styles.choice}
          checked={scope.of === of}
          title={name}
          onClick={() => useView.setState({ history: { ...view, shown: of } })}
        >
          <span className={styles.name}>{name}</span>
        </ToggleButton>
      ))}
    </fieldset>
  )
}
