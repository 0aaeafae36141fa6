import { makeStyles, tokens } from '@fluentui/react-components'

const small = {
  color: tokens.colorNeutralForeground3,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  fontWeight: tokens.fontWeightRegular,
} as const

/** Narrower than this many CSS pixels, the cells of a row stand below its title, each under its own label. */
const stylesFrom = (leastWidth: number) => {
  const asTable = `@container form (min-width: ${leastWidth}px)`
  return makeStyles({
    table: {
      display: 'block',
      width: '100%',
      borderCollapse: 'collapse',
      tableLayout: 'fixed',
      fontSize: tokens.fontSizeBase300,
      [asTable]: { display: 'table' },
    },
    head: { display: 'none', [asTable]: { display: 'table-header-group' } },
    body: { display: 'block', [asTable]: { display: 'table-row-group' } },
    column: { ...small, padding: '8px 12px 2px', textAlign: 'start', verticalAlign: 'bottom' },
    actionsColumn: { width: '36px', padding: '0' },
    row: {
      position: 'relative',
      display: 'grid',
      padding: '4px 0',
      ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
      '& > td:first-child': { gridColumn: '1 / -1', paddingRight: '36px' },
      '@media (hover: hover)': {
        '&:not(:hover):not(:focus-within) [data-remove]': { opacity: 0 },
      },
      [asTable]: { display: 'table-row', '& > td:first-child': { paddingRight: '0' } },
    },
    cell: {
      padding: '0',
      verticalAlign: 'top',
      minWidth: '0',
      '& textarea, & input': { paddingTop: '4px', paddingBottom: '4px' },
      [asTable]: { padding: '4px 0' },
    },
    /** Each field has its whole label for screen readers. */
    cellLabel: { ...small, padding: '2px 12px 0', marginBottom: '-2px', [asTable]: { display: 'none' } },
    actions: {
      position: 'absolute',
      top: '6px',
      right: '4px',
      padding: '0',
      verticalAlign: 'top',
      [asTable]: { position: 'static', padding: '6px 4px 4px 0' },
    },
    remove: { minWidth: '28px', width: '28px', height: '28px', color: tokens.colorNeutralForeground3 },
    hint: { padding: '8px 12px 2px', color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
    add: {
      margin: '2px 4px 4px',
      color: tokens.colorNeutralForeground2,
      fontWeight: tokens.fontWeightRegular,
    },
    unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  })
}

export const useMilestoneTableStyles = stylesFrom(560)
export const useIndicatorTableStyles = stylesFrom(600)

export type PartTableStyles = ReturnType<typeof useMilestoneTableStyles>
