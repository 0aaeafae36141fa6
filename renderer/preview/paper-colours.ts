import { makeStyles, tokens } from '@fluentui/react-components'
import { colour } from '../../db/model/report/look.ts'

export const ink = 'var(--paper-ink)'
export const accent = 'var(--paper-accent)'
export const quiet = 'var(--paper-quiet)'

/** The colours of all papers: the document's own, whatever the window's theme is, unless the user needs the system's. */
export const usePaperColours = makeStyles({
  colours: {
    '--paper-white': '#fff',
    '--paper-ink': `#${colour.ink}`,
    '--paper-accent': `#${colour.accent}`,
    '--paper-quiet': `#${colour.quiet}`,
    '--paper-link': `#${colour.link}`,
    '--paper-tint': `#${colour.tint}`,
    '--paper-hairline': `#${colour.hairline}`,
    colorScheme: 'light',
    ':global([data-look="contrast"])': {
      '--paper-white': tokens.colorNeutralBackground1,
      '--paper-ink': tokens.colorNeutralForeground1,
      '--paper-accent': tokens.colorNeutralForeground1,
      '--paper-quiet': tokens.colorNeutralForeground1,
      '--paper-link': tokens.colorBrandForegroundLink,
      '--paper-tint': tokens.colorNeutralBackground1,
      '--paper-hairline': tokens.colorNeutralStroke1,
      colorScheme: 'inherit',
    },
    '@media (forced-colors: active)': {
      '--paper-white': 'Canvas',
      '--paper-ink': 'CanvasText',
      '--paper-accent': 'CanvasText',
      '--paper-quiet': 'CanvasText',
      '--paper-link': 'LinkText',
      '--paper-tint': 'Canvas',
      '--paper-hairline': 'CanvasText',
      colorScheme: 'inherit',
    },
  },
})
