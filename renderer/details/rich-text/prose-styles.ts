import { makeStyles, tokens } from '@fluentui/react-components'

/** How a rich text looks, edited or not: the same to the pixel, so that nothing moves when it becomes editable. */
export const useProseStyles = makeStyles({
  /** The text and the guidance that stands there while it is empty lie on each other. */
  frame: { display: 'grid', outlineStyle: 'none' },
  layer: { gridArea: '1 / 1', minWidth: '0' },
  host: { display: 'grid' },
  /** Inside what is pressed, so that a press beside the words counts too. */
  padded: { padding: 'var(--field-padding)' },
  placeholder: {
    color: tokens.colorNeutralForeground3,
    fontStyle: 'italic',
    pointerEvents: 'none',
    userSelect: 'none',
  },
  cut: {
    display: '-webkit-box',
    '-webkit-box-orient': 'vertical',
    '-webkit-line-clamp': '3',
    overflow: 'hidden',
  },
  prose: {
    outlineStyle: 'none',
    overflowWrap: 'anywhere',
    whiteSpace: 'break-spaces',
    fontVariantLigatures: 'none',
    minHeight: tokens.lineHeightBase300,
    '& p, & ul, & ol': { margin: '0' },
    '& ul, & ol': { paddingLeft: '22px' },
    '& > * + p, & > * + ul, & > * + ol': { marginTop: '6px' },
    '& > p + ul, & > p + ol': { marginTop: '2px' },
    '& li + li, & li > * + p, & li > * + ul, & li > * + ol': { marginTop: '2px' },
    '& ul': { listStyleType: 'disc' },
    '& ul ul': { listStyleType: '"–  "' },
    '& ol': { listStyleType: 'decimal' },
    '& li': { paddingLeft: '2px' },
    '& li::marker': { color: tokens.colorNeutralForeground2 },
    '& ol[data-delimiter=")"] > li::marker': { content: 'counter(list-item) ")  "' },
    '& a, & [data-link]': {
      color: tokens.colorBrandForegroundLink,
      textDecorationLine: 'underline',
      cursor: 'text',
    },
    '& .ProseMirror-separator': { display: 'inline', width: '0', height: '0' },
  },
})
