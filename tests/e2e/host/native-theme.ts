import { EventEmitter } from 'node:events'
import { windows } from './registry.ts'
import { settings } from './settings.ts'

type ThemeSource = 'system' | 'light' | 'dark'

/**
 * The system's theme is what the pages see: that of the screen, or what a tool emulates. The program's own choice goes over
 * it by emulation.
 */
class NativeTheme extends EventEmitter<{ updated: [] }> {
  #source: ThemeSource = 'system'
  #system = { dark: false, highContrast: false }

  get themeSource(): ThemeSource {
    return this.#source
  }

  set themeSource(source: ThemeSource) {
    if (source === this.#source) return
    const before = this.shouldUseDarkColors
    this.#source = source
    for (const window of windows) this.applyTo(window)
    if (before !== this.shouldUseDarkColors) this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#system.dark : this.#source === 'dark'
  }

  get shouldUseHighContrastColors(): boolean {
    return this.#system.highContrast
  }

  get inForcedColorsMode(): boolean {
    return this.#system.highContrast
  }

  /** Shows a window in the theme that the program has chosen. */
  applyTo(window: (typeof windows)[number]): void {
    const colorScheme = this.#source === 'system' ? this.#systemScheme() : this.#source
    window.webContents.whileShown(({ page }) => page.emulateMedia({ colorScheme }))
  }

  /** On a screen the system's own; without one, what a tool emulated last, which the program's choice went over. */
  #systemScheme(): 'light' | 'dark' | null {
    if (settings.headed) return null
    return this.#system.dark ? 'dark' : 'light'
  }

  /** What a page sees of the system's theme now; of its darkness only where the program has not chosen. */
  becomes(system: { readonly dark: boolean; readonly highContrast: boolean }): void {
    const dark = this.#source === 'system' ? system.dark : this.#system.dark
    if (dark === this.#system.dark && system.highContrast === this.#system.highContrast) return
    this.#system = { dark, highContrast: system.highContrast }
    this.emit('updated')
  }
}

export const nativeTheme = new NativeTheme()
