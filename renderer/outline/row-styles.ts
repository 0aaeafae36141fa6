import { createCustomFocusIndicatorStyle, makeStyles, shorthands, tokens } from '@fluentui/react-components'
import { ROW_HEIGHT } from './viewport.ts'

/** CSS pixels that a level is indented by. */
export const INDENT = 18

/** CSS pixels from the left edge of the list to the first level, and the room of the mark that folds. */
export const MARGIN = 8
export const FOLD_WIDTH = 24

export const useRowStyles = makeStyles({
  row: {
    position: 'absolute',
    top: 0,
    left: `${MARGIN}px`,
    right: `${MARGIN}px`,
    height: `${ROW_HEIGHT}px`,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    paddingRight: '10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid transparent`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    cursor: 'default',
    userSelect: 'none',
    outlineStyle: 'none',
    ':hover': {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      // Only the contrast theme shows this border, in place of a fill that its texts could not be read on.
      ...shorthands.borderColor(tokens.colorTransparentStroke),
    },
    ':global([data-look="contrast"])': {
      ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
    },
    ...createCustomFocusIndicatorStyle({
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-1px',
    }),
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    ...shorthands.borderColor(tokens.colorTransparentStrokeInteractive),
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { ...shorthands.borderColor('Highlight') },
  },
  current: {
    ...shorthands.borderColor(tokens.colorBrandStroke2),
    ':focus': { ...shorthands.borderColor(tokens.colorCompoundBrandStroke) },
    ':hover': { ...shorthands.borderColor(tokens.colorCompoundBrandStroke) },
  },
  /** On its way with the pointer, or cut. */
  leaving: { opacity: 0.45 },
  leads: { color: tokens.colorNeutralForeground3 },
  fold: {
    flexShrink: 0,
    width: `${FOLD_WIDTH}px`,
    height: `${FOLD_WIDTH}px`,
    marginRight: '-4px',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: tokens.borderRadiusSmall,
    fontSize: '12px',
    color: tokens.colorNeutralForeground3,
  },
  foldable: {
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorSubtleBackgroundPressed,
      color: tokens.colorNeutralForeground1,
    },
  },
  number: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  title: { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  section: { fontWeight: tokens.fontWeightSemibold },
  untitled: {
    fontStyle: 'italic',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  /** There to be read. */
  lock: { flexShrink: 0, fontSize: '14px', color: tokens.colorNeutralForeground3 },
  badges: {
    display: 'flex',
    flexShrink: 1,
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '8px',
    minWidth: 0,
    maxWidth: '45%',
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  words: { overflow: 'hidden', textOverflow: 'ellipsis' },
  /** A narrow row keeps its title and the first of the words. */
  more: { '@container (max-width: 476px)': { display: 'none' } },
  missing: {
    flexShrink: 0,
    minWidth: '18px',
    padding: '0 5px',
    boxSizing: 'border-box',
    textAlign: 'center',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
    lineHeight: '18px',
  },
  /** Read aloud and not shown. */
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  input: {
    flex: 1,
    minWidth: '40%',
    height: '24px',
    boxSizing: 'border-box',
    padding: '0 4px',
    marginLeft: '-5px',
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusSmall,
    outlineStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    userSelect: 'text',
  },
})

export type RowStyles = ReturnType<typeof useRowStyles>
