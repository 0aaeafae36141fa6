import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
  teamsHighContrastTheme,
} from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import { usePreferences } from '../state/preferences.ts'

/** The blue of the agreement template, from nearly black to nearly white. */
const blues: BrandVariants = {
  10: '#020408',
  20: '#0c1a2b',
  30: '#0f2a48',
  40: '#11375f',
  50: '#134578',
  60: '#145292',
  70: '#1560ab',
  80: '#1769bd',
  90: '#3a7fca',
  100: '#5993d3',
  110: '#74a6dc',
  120: '#8eb8e4',
  130: '#a6c8eb',
  140: '#bed8f1',
  150: '#d5e6f7',
  160: '#ebf4fc',
}

const fonts = {
  fontFamilyBase: "'Segoe UI Variable Text', 'Segoe UI', Carlito, 'Liberation Sans', system-ui, sans-serif",
}

const light: Theme = { ...createLightTheme(blues), ...fonts }
const dark: Theme = {
  ...createDarkTheme(blues),
  ...fonts,
  // Fluent's own dark brand texts are too dark for this blue on grey.
  colorBrandForeground1: blues[120],
  colorBrandForeground2: blues[130],
  colorBrandForegroundLink: blues[120],
  colorCompoundBrandForeground1: blues[120],
}
const contrast: Theme = { ...teamsHighContrastTheme, ...fonts }

export type Look = 'light' | 'dark' | 'contrast'

export const themes: Readonly<Record<Look, Theme>> = { light, dark, contrast }

/** How the window looks: what the user chose, else what the system says. */
export function useLook(): Look {
  const chosen = usePreferences(({ theme }) => theme)
  const isDark = useMedia('(prefers-color-scheme: dark)')
  const wantsContrast = useMedia('(forced-colors: active), (prefers-contrast: more)')
  if (chosen !== 'system') return chosen
  if (wantsContrast) return 'contrast'
  return isDark ? 'dark' : 'light'
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const media = matchMedia(query)
      media.addEventListener('change', tell)
      return () => media.removeEventListener('change', tell)
    },
    () => matchMedia(query).matches,
  )
}
