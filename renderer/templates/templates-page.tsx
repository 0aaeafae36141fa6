import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DocumentTableRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { create } from 'zustand'
import { inDanishOrder } from '../../db/model/danish.ts'
import { overviewTexts } from '../../db/model/texts/window/overview.ts'
import { EmptyPage } from '../overview/empty-page.tsx'
import { Page } from '../overview/page.tsx'
import { useWorkbook } from '../state/workbook.ts'
import { TemplateForm } from './template-form.tsx'

const texts = overviewTexts.templates

/** The page as it was left: the key of the template that is shown. */
const useLeft = create<{ readonly shown: string }>(() => ({ shown: '' }))

/** Here the list stands above the form. */
const NARROW = '@media (max-width: 760px)'

const useStyles = makeStyles({
  parts: {
    flex: '1 0 200px',
    minHeight: 0,
    display: 'flex',
    gap: '16px 24px',
    [NARROW]: { flexDirection: 'column' },
  },
  list: {
    flexShrink: 0,
    width: '212px',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    paddingBottom: '56px',
    [NARROW]: { width: 'auto', flexDirection: 'row', flexWrap: 'wrap', paddingBottom: 0 },
  },
  item: {
    padding: '8px 12px',
    border: 'none',
    borderLeft: '3px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    // The contrast theme's fill for hovering cannot be read under texts of other colours.
    ':global([data-look="contrast"])': {
      ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    borderLeftColor: tokens.colorBrandStroke1,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
})

/** The plan kinds of the workbook, each as the form that its plans are filled in by. */
export function TemplatesPage() {
  const styles = useStyles()
  const { templates, plans } = useWorkbook()
  const wanted = useLeft((left) => left.shown)
  const sorted = useMemo(
    () => [...templates.values()].toSorted((a, b) => inDanishOrder(a.name, b.name)),
    [templates],
  )
  const counts = useMemo(() => Map.groupBy(plans.values(), ({ template }) => template), [plans])
  const shown = templates.get(wanted) ?? sorted[0]
  if (!shown) {
    return (
      <Page title={texts.title}>
        <EmptyPage icon={DocumentTableRegular} title={texts.empty} help={texts.emptyHelp} />
      </Page>
    )
  }
  return (
    <Page title={texts.title}>
      <div className={styles.parts}>
        <nav className={styles.list} aria-label={texts.list}>
          {sorted.map(({ key, name }) => (
            <button
              key={key}
              type="button"
              className={mergeClasses(styles.item, key === shown.key && styles.here)}
              aria-current={key === shown.key ? 'true' : undefined}
              onClick={() => useLeft.setState({ shown: key })}
            >
              {name}
              <span className={styles.count}>{texts.plans(counts.get(key)?.length ?? 0)}</span>
            </button>
          ))}
        </nav>
        <TemplateForm key={shown.key} template={shown} />
      </div>
    </Page>
  )
}
