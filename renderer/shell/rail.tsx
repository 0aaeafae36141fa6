import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components'
import {
  BranchRequestFilled,
  BranchRequestRegular,
  bundleIcon,
  CheckmarkStarburstFilled,
  CheckmarkStarburstRegular,
  ClipboardTaskListLtrFilled,
  ClipboardTaskListLtrRegular,
  DocumentBulletListFilled,
  DocumentBulletListRegular,
  DocumentTableFilled,
  DocumentTableRegular,
  OrganizationFilled,
  OrganizationRegular,
  TargetArrowFilled,
  TargetArrowRegular,
  TimelineFilled,
  TimelineRegular,
} from '@fluentui/react-icons'
import type { ComponentType } from 'react'
import { actionNames } from '../../db/model/texts/window/actions.ts'
import { mergeTexts } from '../../db/model/texts/window/merge.ts'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import type { ActionId } from '../../preload/actions.ts'
import { act } from '../actions/registry.ts'
import { type Page, useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { writtenKey } from '../ui/written-key.ts'

const useStyles = makeStyles({
  rail: {
    minHeight: 0,
    overflowY: 'auto',
    scrollbarWidth: 'none',
    display: 'flex',
    flexDirection: 'column',
    paddingTop: tokens.spacingVerticalS,
    gap: '4px',
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    position: 'relative',
    alignItems: 'center',
    gap: '2px',
    padding: '8px 2px',
    border: 'none',
    borderLeft: '3px solid transparent',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase100,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-3px' },
  },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  sign: { position: 'relative', display: 'flex' },
  count: {
    position: 'absolute',
    top: '-6px',
    left: '15px',
    minWidth: '16px',
    padding: '0 4px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
  },
  here: {
    color: tokens.colorBrandForeground1,
    borderLeftColor: tokens.colorBrandStroke1,
    fontWeight: tokens.fontWeightSemibold,
  },
})

interface RailItem {
  readonly page: Page
  readonly action: ActionId
  readonly icon: ComponentType<{ readonly filled?: boolean; readonly fontSize?: number }>
}

const items: readonly RailItem[] = [
  {
    page: 'plans',
    action: 'view.plans',
    icon: bundleIcon(DocumentBulletListFilled, DocumentBulletListRegular),
  },
  { page: 'goals', action: 'view.goals', icon: bundleIcon(TargetArrowFilled, TargetArrowRegular) },
  { page: 'timeline', action: 'view.timeline', icon: bundleIcon(TimelineFilled, TimelineRegular) },
  {
    page: 'follow-up',
    action: 'view.follow-up',
    icon: bundleIcon(ClipboardTaskListLtrFilled, ClipboardTaskListLtrRegular),
  },
  {
    page: 'quality',
    action: 'view.quality',
    icon: bundleIcon(CheckmarkStarburstFilled, CheckmarkStarburstRegular),
  },
  {
    page: 'organisation',
    action: 'view.organisation',
    icon: bundleIcon(OrganizationFilled, OrganizationRegular),
  },
  {
    page: 'templates',
    action: 'view.templates',
    icon: bundleIcon(DocumentTableFilled, DocumentTableRegular),
  },
]

/** Only while something waits there, or it is shown. */
const merges: RailItem = {
  page: 'merges',
  action: 'workbook.merges',
  icon: bundleIcon(BranchRequestFilled, BranchRequestRegular),
}

/** The pages of the workbook. */
export function Rail() {
  const styles = useStyles()
  const page = useView((view) => view.page)
  const waiting = useWorkbook(({ conflicts }) => conflicts.size)
  const shown = waiting > 0 || page === 'merges' ? [...items, merges] : items
  return (
    <nav className={styles.rail} aria-label={shellTexts.rail}>
      {shown.map(({ page: target, action, icon: Icon }) => {
        const here = page === target || (page === 'plan' && target === 'plans')
        const text = actionNames[action]
        const count = target === 'merges' ? waiting : 0
        return (
          <Tooltip
            key={target}
            content={shellTexts.withKey(text, writtenKey(action))}
            positioning="after"
            relationship="description"
          >
            <button
              type="button"
              className={mergeClasses(styles.item, here && styles.here)}
              aria-current={here ? 'page' : undefined}
              onClick={() => act(action)}
            >
              <span className={styles.sign}>
                <Icon filled={here} fontSize={24} />
                {count > 0 && (
                  <span className={styles.count} aria-hidden>
                    {count}
                  </span>
                )}
              </span>
              {text}
              {count > 0 && <span className={styles.unseen}>{mergeTexts.undecided(count)}</span>}
            </button>
          </Tooltip>
        )
      })}
    </nav>
  )
}
