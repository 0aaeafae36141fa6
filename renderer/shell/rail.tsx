import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components'
import {
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
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import type { ActionId } from '../../preload/actions.ts'
import { act } from '../actions/registry.ts'
import { type Page, useView } from '../state/view.ts'
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

/** The pages of the workbook. */
export function Rail() {
  const styles = useStyles()
  const page = useView((view) => view.page)
  return (
    <nav className={styles.rail} aria-label={shellTexts.rail}>
      {items.map(({ page: target, action, icon: Icon }) => {
        const here = page === target || (page === 'plan' && target === 'plans')
        const text = actionNames[action]
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
              <Icon filled={here} fontSize={24} />
              {text}
            </button>
          </Tooltip>
        )
      })}
    </nav>
  )
}
