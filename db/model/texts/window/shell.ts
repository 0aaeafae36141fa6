/** The frame of the window: title bar, rail, status line, notices. */
export const shellTexts = {
  program: 'Planværk',
  rail: 'Sider',
  menu: 'Menu',
  searchBox: 'Søg i alle planer',
  undo: (what: string | null) => (what === null ? 'Fortryd' : `Fortryd: ${what}`),
  redo: (what: string | null) => (what === null ? 'Gentag' : `Gentag: ${what}`),
  exportToWord: 'Eksportér til Word',
  withKey: (text: string, key: string) => (key === '' ? text : `${text} (${key})`),
  saveStates: {
    saved: (time: string) => `Gemt ${time}`,
    unsaved: 'Gemmes om lidt',
    saving: 'Gemmer …',
    failed: 'Kunne ikke gemmes',
    elsewhere: 'Vælg »Gem som …« for at gemme din udgave et andet sted.',
    why: (sentence: string) => `${sentence} Det, du har skrevet, er i behold på denne computer.`,
  },
  tryAgain: 'Prøv igen',
  saveAs: 'Gem som …',
  undoNow: 'Fortryd',
  dismiss: 'Luk beskeden',
  statusHint: {
    navigation: 'Enter redigér · pile flyt · Skift+Enter til feltet · F1 hjælp',
    editing: 'Enter ny række · Tab ryk ind · Skift+Enter til feltet · F1 hjælp',
    elsewhere: 'F6 næste rude · Ctrl+K kommandoer · F1 hjælp',
  },
  rows: (count: number) => (count === 1 ? '1 række' : `${count.toLocaleString('da-DK')} rækker`),
  selected: (count: number) => `${count.toLocaleString('da-DK')} valgt`,
  panes: {
    outline: 'Disposition',
    details: 'Felter',
    preview: 'Side',
    outlineWidth: 'Bredden af dispositionen',
    previewWidth: 'Bredden af siden',
  },
  crash: {
    title: 'Vinduet gik i stå',
    body: (logId: string) =>
      `Der er en fejl i programmet (nr. ${logId}). Alt, hvad du har skrevet, er gemt. Vis vinduet igen for at fortsætte.`,
    reload: 'Vis vinduet igen',
  },
  dropHere: 'Slip filen her for at åbne projektmappen',
} as const
