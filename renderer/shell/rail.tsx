import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { bundleIcon, DocumentBulletListFilled, DocumentBulletListRegular } from '@fluentui/react-icons'
import type { ComponentType } from 'react'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import { showPage } from '../state/navigate.ts'
import { type Page, useView } from '../state/view.ts'

const useStyles = makeStyles({
  rail: { display: 'flex', flexDirection: 'column', paddingTop: tokens.spacingVerticalS, gap: '4px' },
  item: {
    display: 'flex',
    flexDirection: 'column',
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
  readonly text: string
  readonly icon: ComponentType<{ readonly filled?: boolean; readonly fontSize?: number }>
}

const items: readonly RailItem[] = [
  {
    page: 'plans',
    text: shellTexts.pages.plans,
    icon: bundleIcon(DocumentBulletListFilled, DocumentBulletListRegular),
  },
]

/** The pages of the workbook. */
export function Rail() {
  const styles = useStyles()
  const page = useView((view) => view.page)
  return (
    <nav className={styles.rail} aria-label={shellTexts.rail}>
      {items.map(({ page: target, text, icon: Icon }) => {
        const here = page === target || (page === 'plan' && target === 'plans')
        return (
          <button
            key={target}
            type="button"
            className={mergeClasses(styles.item, here && styles.here)}
            aria-current={here ? 'page' : undefined}
            onClick={() => showPage(target)}
          >
            <Icon filled={here} fontSize={24} />
            {text}
          </button>
        )
      })}
    </nav>
  )
}
