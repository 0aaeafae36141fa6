/** What the stand-in says to the person at the screen. */
export const texts = {
  noBrowser: (why: readonly string[]) =>
    [
      'Der er ingen Chromium, Chrome eller Edge, som Planværk kan åbnes i. Installér en af dem, eller skriv stien til den i CHROMIUM_PATH.',
      ...why,
    ].join('\n'),
  noPort: (port: number, why: string) => `Porten ${port} kan ikke bruges: ${why}`,
  insteadOfElectron: (browser: string) =>
    `Electron kan ikke hentes her; Planværk åbnes i stedet i et Chromium-vindue (${browser}).`,
  notEnded: 'Planværk blev ikke færdig med at lukke og er stoppet. Arbejdet ligger i arbejdskopien.',
  ready: (port: number) => `Planværk er klar på http://127.0.0.1:${port}`,
  openPath: (title: string) => `${title || 'Åbn'}\n\nSkriv stien til filen eller mappen:`,
  savePath: (title: string) => `${title || 'Gem som'}\n\nSkriv stien til filen:`,
  choose: (message: string, buttons: readonly string[]) =>
    `${message}\n\n${buttons.map((button, index) => `${index + 1}: ${button}`).join('\n')}\n\nSkriv nummeret:`,
  confirm: (message: string, yes: string, no: string) => `${message}\n\nOK: ${yes}\nAnnuller: ${no}`,
} as const
