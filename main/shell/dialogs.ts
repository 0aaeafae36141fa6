import { basename, dirname, isAbsolute, join } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { AppError } from '../../db/model/errors.ts'
import { sentenceFor } from '../../db/model/texts/errors.ts'
import { dialogTexts as texts } from '../../db/model/texts/window/dialogs.ts'
import type { Problem } from '../../preload/contract.ts'
import type { Desk } from '../session/desk.ts'

type Dialogs = Pick<
  Desk,
  | 'askForWorkbook'
  | 'askForCopy'
  | 'askWhereToSave'
  | 'askForPlanFiles'
  | 'askForFolder'
  | 'askAboutFailedSave'
>

const workbooks = { name: texts.workbooks, extensions: ['sqlite'] }
const planFiles = { name: texts.planFiles, extensions: ['json'] }

/** The native dialogs of a window. `documents` is the folder that they begin in. */
export function dialogsOf(window: BrowserWindow, documents: string): Dialogs {
  return {
    askForWorkbook: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: texts.open.title,
        buttonLabel: texts.open.button,
        defaultPath: documents,
        filters: [workbooks],
        properties: ['openFile'],
      })
      return filePaths[0] ?? null
    },
    askForCopy: async (file) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: texts.merge.title,
        buttonLabel: texts.merge.button,
        defaultPath: dirname(file),
        filters: [workbooks],
        properties: ['openFile'],
      })
      return filePaths[0] ?? null
    },
    askWhereToSave: async (suggestion) => {
      const { filePath, canceled } = await dialog.showSaveDialog(window, {
        title: texts.save.title,
        buttonLabel: texts.save.button,
        defaultPath: isAbsolute(suggestion) ? suggestion : join(documents, suggestion),
        filters: [workbooks],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      return canceled || filePath === '' ? null : withEnding(filePath)
    },
    askForPlanFiles: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: texts.import.title,
        buttonLabel: texts.import.button,
        defaultPath: documents,
        filters: [planFiles],
        properties: ['openFile', 'multiSelections'],
      })
      return filePaths
    },
    askForFolder: async (start) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: texts.folder.title,
        buttonLabel: texts.folder.button,
        defaultPath: start ?? documents,
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0] ?? null
    },
    askAboutFailedSave: (file, problem) => askAboutFailedSave(window, file, problem),
  }
}

/** Whether to show a page again that has crashed again; otherwise the window is to be closed. */
export async function askWhetherToShowAgain(window: BrowserWindow): Promise<boolean> {
  const { message, detail, show, close } = texts.crashedAgain
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons: [show, close],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

const choices = ['save-as', 'leave', 'cancel'] as const

async function askAboutFailedSave(
  window: BrowserWindow,
  file: string,
  problem: Problem,
): Promise<(typeof choices)[number]> {
  const { message, detail, saveAs, leave, cancel } = texts.failedSave
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: message(basename(file)),
    detail: detail(sentenceFor(new AppError(problem.code, problem.details))),
    buttons: [saveAs, leave, cancel],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return choices[response] ?? 'cancel'
}

/** A name that was typed without its ending would not be found again by the dialogs. */
const withEnding = (path: string): string =>
  basename(path).toLowerCase().endsWith('.sqlite') ? path : join(dirname(path), `${basename(path)}.sqlite`)
