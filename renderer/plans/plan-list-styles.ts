import { makeStyles, tokens } from '@fluentui/react-components'

/** Without the column of contents; and with the plan, its unit and period in one column. */
const NARROW = '@container plans (max-width: 1000px)'
const NARROWEST = '@container plans (max-width: 720px)'

/** Widths of columns are all that they take. */
const column = { boxSizing: 'border-box' } as const
const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const

/** The list of plans: columns keep what can be read, and those that say least go first. */
export const usePlanListStyles = makeStyles({
  page: {
    flex: 1,
    minWidth: 0,
    overflow: 'auto',
    padding: '20px 24px 64px',
    containerType: 'inline-size',
    containerName: 'plans',
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  count: { color: tokens.colorNeutralForeground3, flex: 1 },
  table: { tableLayout: 'fixed' },
  row: {
    // The contrast theme's fill for hovering cannot be read under links.
    ':global([data-look="contrast"])': {
      ':hover': { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
    },
  },
  title: { ...column, width: '28%', [NARROWEST]: { width: 'auto' } },
  link: { ...cut, maxWidth: '100%', display: 'block' },
  under: {
    ...cut,
    display: 'none',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [NARROWEST]: { display: 'block' },
  },
  kind: { ...column, ...cut, width: '132px', [NARROWEST]: { display: 'none' } },
  unit: { ...column, ...cut, [NARROWEST]: { display: 'none' } },
  period: { ...column, width: '92px', [NARROWEST]: { display: 'none' } },
  status: { ...column, width: '164px' },
  content: { ...column, ...cut, width: '176px', [NARROW]: { display: 'none' } },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  none: { padding: '12px 8px' },
  more: { ...column, width: '56px' },
})
