import { isAbsolute, join, resolve } from 'node:path'
import { app, dialog, nativeTheme, powerMonitor } from 'electron'
import { AppError } from '../../db/model/errors.ts'
import { sentenceFor } from '../../db/model/texts/errors.ts'
import { dialogTexts } from '../../db/model/texts/window/dialogs.ts'
import { systemClock } from '../session/clock.ts'
import { preferencesIn } from '../session/preferences.ts'
import { type Opening, openFromOutside, type Places, type Program } from '../session/program.ts'
import { recentsIn } from '../session/recents.ts'
import { AppWindow } from './app-window.ts'
import { answerPages } from './ipc.ts'
import { logIn } from './log.ts'
import { claimScheme, shutDoors } from './security.ts'
import { checkDanishSpelling } from './spelling.ts'

/** The windows that are open, by the number of their page. */
const windows = new Map<number, AppWindow>()

/** Whether the user is leaving the program, and so every window. */
let isQuitting = false

/** Starts the program. `out` is the folder of the bundles. */
export function start(out: string): void {
  claimScheme()
  // Native fields write their dates in the language of the program, not of the system.
  app.commandLine.appendSwitch('lang', 'da')
  app.setAppUserModelId('dk.planvaerk.app')
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  const program = programIn(out)
  process.on('uncaughtException', (error) => tellOfBug(program, error))
  const asked = workbooksIn(process.argv, process.cwd())
  // macOS gives a file that was double-clicked not as an argument; it may come before the program is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault()
    if (app.isReady()) openFromOutside(program, file)
    else asked.push(file)
  })
  app.on('second-instance', (_event, argv, folder) => showOrOpen(program, workbooksIn(argv, folder)))
  app.on('before-quit', () => {
    isQuitting = true
  })
  app.on('window-all-closed', () => app.quit())
  // Electron is not ready before its first module has been run to the end, so that must not wait for it.
  void app.whenReady().then(() => {
    shutDoors(join(out, 'renderer'))
    checkDanishSpelling()
    answerPages((contents) => windows.get(contents.id)?.handlers ?? null, program.logBug)
    powerMonitor.on('suspend', saveAll)
    powerMonitor.on('shutdown', saveAll)
    program.applyPreferences()
    if (asked.length === 0) program.openWindow({ kind: 'start' })
    for (const file of asked) openFromOutside(program, file)
  })
}

/** A second start shows the first program; a workbook that it was given is opened there. */
function showOrOpen(program: Program, files: readonly string[]): void {
  for (const file of files) openFromOutside(program, file)
  if (files.length > 0) return
  const [seat] = program.seats
  seat?.desk.show()
}

/** The workbooks among the words of a command line. */
const workbooksIn = (argv: readonly string[], folder: string): string[] =>
  argv
    .filter((word) => /^[^-].*\.sqlite$/i.test(word))
    .map((file) => (isAbsolute(file) ? file : resolve(folder, file)))

function saveAll(): void {
  for (const window of windows.values()) window.saveNow()
}

function programIn(out: string): Program {
  const data = app.getPath('userData')
  const program: Program = {
    version: app.getVersion(),
    platform: process.platform,
    // The stand-in host has no native menu.
    nativeMenu: process.versions.electron !== undefined,
    places: placesIn(out, data),
    clock: systemClock,
    preferences: preferencesIn(join(data, 'preferences.json')),
    recents: recentsIn(join(data, 'recents.json')),
    logBug: logIn(join(data, 'logs')),
    seats: new Set(),
    written: new Set(),
    openWindow: (opening) => openWindow(program, join(out, 'preload', 'index.cjs'), opening),
    applyPreferences: () => {
      const { theme } = program.preferences.get()
      nativeTheme.themeSource = theme === 'contrast' ? 'system' : theme
      for (const window of windows.values()) window.applyPreferences()
    },
    recentsChanged: (file) => {
      if (file !== undefined) app.addRecentDocument(file)
      for (const window of windows.values()) window.showMenu()
    },
    stay: () => {
      isQuitting = false
    },
  }
  return program
}

const placesIn = (out: string, data: string): Places => ({
  workBase: join(data, 'work'),
  documents: app.getPath('documents'),
  exampleSource: app.isPackaged
    ? join(process.resourcesPath, 'example')
    : join(out, '..', 'build', 'example'),
  exampleFile: join(data, dialogTexts.exampleName),
  wordWorker: join(out, 'main', 'export-worker.js'),
  salvageWorker: join(out, 'main', 'salvage-worker.js'),
})

function openWindow(program: Program, preload: string, opening: Opening): void {
  const window = new AppWindow(program, preload, opening)
  const { id } = window.window.webContents
  windows.set(id, window)
  program.seats.add(window.seat)
  window.window.on('closed', () => {
    windows.delete(id)
    // A window that first had to save has stopped the quitting; the others are asked now.
    if (isQuitting && windows.size > 0) app.quit()
  })
}

/** A bug outside of any request: the windows say so; without one there is nothing to go on with. */
function tellOfBug(program: Program, error: unknown): void {
  const details = { logId: program.logBug(error) }
  for (const { desk } of program.seats) desk.tell('problem.occurred', { code: 'unexpected', details })
  if (program.seats.size > 0) return
  dialog.showErrorBox(dialogTexts.windowTitle(null), sentenceFor(new AppError('unexpected', details)))
  app.exit(1)
}
