import { AppError } from '../../db/model/errors.ts'
import { reportOf } from '../../db/model/report/report-of.ts'
import { dialogTexts } from '../../db/model/texts/window/dialogs.ts'
import type { Handlers, Input, RequestName } from '../../preload/contract.ts'
import { readExchangeFile } from '../import/read-exchange-file.ts'
import type { Exporting } from './exporting.ts'
import { closeWorkbook, type Leaving } from './leaving.ts'
import { restoringHandlers } from './restoring-handlers.ts'
import { salvagingHandlers } from './salvaging.ts'
import type { Seat } from './seat.ts'

/** What belongs to one window. */
export interface WindowParts {
  readonly seat: Seat
  readonly leaving: Leaving
  readonly exporting: Exporting
}

/** What main does for each request of one window's page. */
export const handlersOf = ({ seat, leaving, exporting }: WindowParts) =>
  ({
    ...programHandlers(seat),
    ...workbookHandlers(seat, exporting),
    ...planHandlers(seat, exporting),
    ...wordHandlers(seat, exporting),
    ...restoringHandlers(seat),
    ...salvagingHandlers(seat),
    'clipboard.run': ({ what }) => {
      seat.desk.runClipboard(what)
      return null
    },
    'menu.update': (state) => {
      seat.showMenu(state)
      return null
    },
    'window.ready-to-close': () => {
      leaving.ready()
      return null
    },
  }) satisfies Handlers

type HandlersFor<Area extends string> = Pick<Handlers, Extract<RequestName, `${Area}.${string}`>>

const programHandlers = (seat: Seat): HandlersFor<'program' | 'preferences' | 'recents'> => ({
  'program.start': () => seat.start(),
  'program.report-bug': ({ message, stack }) => {
    const bug = new Error(message)
    bug.stack = stack
    return seat.program.logBug(bug)
  },
  'preferences.write': (patch) => {
    seat.program.preferences.write(patch)
    if (patch.zoom !== undefined || patch.theme !== undefined) seat.program.applyPreferences()
    return null
  },
  'recents.forget': ({ file }) => {
    seat.program.recents.forget(file)
    seat.program.recentsChanged()
    return seat.program.recents.list()
  },
})

const workbookHandlers = (seat: Seat, exporting: Exporting): HandlersFor<'workbook'> => ({
  'workbook.new': async ({ organisation }) => {
    const file = await seat.desk.askWhereToSave(dialogTexts.workbookName(organisation))
    return file === null ? null : seat.create(file, organisation)
  },
  'workbook.open': async ({ file }) => {
    const chosen = file ?? (await seat.desk.askForWorkbook())
    return chosen === null ? null : seat.open(chosen)
  },
  'workbook.open-example': () => seat.openExample(),
  'workbook.recover': ({ folder }) => seat.recover(folder),
  'workbook.discard-leftover': ({ folder }) => {
    seat.discard(folder)
    return null
  },
  'workbook.save': () => seat.session.saveAndTakeIn(),
  'workbook.save-as': async () => {
    const file = await seat.desk.askWhereToSave(seat.session.file)
    return file === null ? null : seat.saveAs(file)
  },
  'workbook.close': async () => {
    await exporting.cancel()
    await closeWorkbook(seat)
    return null
  },
  'workbook.merge': async ({ file }) => {
    const chosen = file ?? (await seat.desk.askForCopy(seat.session.file))
    return chosen === null ? null : { file: chosen, merged: seat.session.merge(chosen) }
  },
  'workbook.undo-merge': ({ discard }) => {
    seat.session.undoMerge(discard ? { discard } : {})
    return null
  },
  'workbook.set-read-only': ({ readOnly }) => seat.session.setReadOnly(readOnly),
  'workbook.pass-copy': ({ file }) => {
    seat.session.surroundings.pass(file)
    return null
  },
  'workbook.import': async () => {
    const { templates } = seat.session
    const files = await seat.desk.askForPlanFiles()
    if (files.length === 0) return null
    const incoming = []
    for (const file of files) incoming.push(await readExchangeFile(file, templates))
    return { plans: seat.session.import(incoming) }
  },
})

const planHandlers = (
  seat: Seat,
  exporting: Exporting,
): HandlersFor<'plan' | 'packet' | 'overview' | 'command' | 'history' | 'merges' | 'search' | 'nodes'> => ({
  'plan.load': ({ planId }) => seat.session.reading.planRows(planId),
  'plan.summaries': () => seat.session.reading.planSummaries(),
  'plan.report': ({ planId, tables }) => {
    const { plan, template } = seat.session.reading.planWithTemplate(planId)
    return reportOf(plan, template, { tables })
  },
  'plan.word': (wanted) => exporting.document(wanted),
  'packet.choices': ({ unitId }) => seat.session.reading.packetChoices(unitId),
  'packet.list': () => seat.session.reading.sentPackets(),
  'packet.is-of-this': ({ file }) => seat.sessionOrNull?.reading.isPacketOfThis(file) ?? false,
  'packet.send': (wish) => sendPacket(seat, wish),
  'overview.load': () => seat.session.reading.overviewRows(),
  'command.execute': ({ command, focus, seen }) => {
    seat.session.execute(command, focus, seen)
    return null
  },
  'history.undo': () => {
    seat.session.undo()
    return null
  },
  'history.redo': () => {
    seat.session.redo()
    return null
  },
  'history.page': ({ scope, ...page }) => seat.session.reading.historyPage(scope, page),
  'history.changes': ({ scope, dot }) => seat.session.reading.historyChanges(scope, dot),
  'merges.load': () => seat.session.mergePage(),
  'search.find': (wanted) => seat.session.finder.search(wanted),
  'nodes.find': (wanted) => seat.session.finder.findNodes(wanted),
})

const wordHandlers = (seat: Seat, exporting: Exporting): HandlersFor<'export' | 'file'> => ({
  'export.choose-folder': () => seat.desk.askForFolder(seat.program.preferences.get().exportFolder),
  'export.run': (job) => exporting.run(job),
  'export.cancel': async () => {
    await exporting.cancel()
    return null
  },
  'file.open': async ({ path }) => {
    refuseForeign(seat, path)
    await seat.desk.openDocument(path)
    return null
  },
  'file.reveal': ({ path }) => {
    refuseForeign(seat, path)
    seat.desk.revealDocument(path)
    return null
  },
})

/** The file with the packet; null = the user named none. */
async function sendPacket(seat: Seat, wish: Input<'packet.send'>): Promise<string | null> {
  const file = await seat.desk.askWhereToSave(seat.session.reading.packetFile(wish.unitId))
  if (file === null) return null
  if (seat.isOpenElsewhere(file)) throw new AppError('workbook.open-elsewhere', { file })
  seat.session.sendPacket(wish, file)
  seat.program.written.add(file)
  return file
}

function refuseForeign({ program }: Seat, path: string): void {
  if (!program.written.has(path)) throw new AppError('file.not-ours', { file: path })
}
