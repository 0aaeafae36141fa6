import { PROGRAM_NAME } from '../program.ts'

/** Words of the native dialogs and of the window's title. */
export const dialogTexts = {
  /** `file` without its folder. */
  windowTitle: (file: string | null) =>
    file === null ? PROGRAM_NAME : `${file.replace(/\.sqlite$/i, '')} – ${PROGRAM_NAME}`,
  open: { title: 'Åbn projektmappe', button: 'Åbn' },
  merge: { title: 'Flet med en anden kopi af projektmappen', button: 'Flet' },
  save: { title: 'Gem projektmappe', button: 'Gem' },
  import: { title: 'Importér planer', button: 'Importér' },
  folder: { title: 'Vælg mappe til Word-dokumenterne', button: 'Vælg mappe' },
  workbooks: 'Planværk-projektmapper (*.sqlite)',
  planFiles: 'Planer i udvekslingsformat (*.json)',
  workbookName: (organisation: string) => `${organisation}.sqlite`,
  recoveredName: 'Gendannet projektmappe.sqlite',
  exampleName: 'Eksempel – Sundkøbing Kommune.sqlite',
  exampleOrganisation: 'Sundkøbing Kommune',
  crashedAgain: {
    message: 'Vinduet gik i stå igen',
    detail:
      'Det, du har skrevet, er i behold. Bliver det ved, så luk vinduet; projektmappen bliver gemt, og du kan åbne den igen.',
    show: 'Vis vinduet igen',
    close: 'Luk vinduet',
  },
  failedSave: {
    message: (name: string) => `»${name}« kunne ikke gemmes`,
    detail: (sentence: string) =>
      `${sentence} Lukker du uden at gemme i filen, ligger dine ændringer sikkert på denne computer, og de tilbydes, næste gang du starter Planværk.`,
    saveAs: 'Gem som …',
    leave: 'Luk uden at gemme i filen',
    cancel: 'Annullér',
  },
} as const
