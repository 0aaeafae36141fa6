import { dirname, join } from 'node:path'
import { bringBack } from '../../../db/backup/bring-back.ts'
import type { Command } from '../../../db/model/commands.ts'
import { AppError } from '../../../db/model/errors.ts'
import type { PlanDocument } from '../../../db/model/plan/plan-document.ts'
import { salvage } from '../../../db/salvage/salvage.ts'
import type { Workbook } from '../../../db/workbook.ts'
import type { Tell } from '../../../main/session/desk.ts'
import { problemOf } from '../../../main/session/problem.ts'
import { Session } from '../../../main/session/session.ts'
import type {
  Api,
  EventName,
  Events,
  Input,
  Output,
  RequestName,
  Result,
  Started,
} from '../../../preload/contract.ts'
import { preferencesSchema } from '../../../preload/preferences.ts'
import { newWorkbook } from '../../support/workbooks.ts'

/** The other side of the border: a real workbook that answers as main does, without Electron and without a disk to wait for. */
export interface FakeProgram {
  readonly api: Api
  readonly workbook: Workbook
  /** Of the plans that it was made with. */
  readonly planIds: readonly string[]
  /** What the window has asked for, in order. */
  readonly asked: readonly { readonly name: RequestName; readonly input: unknown }[]
  /** The commands among it. */
  readonly commands: readonly Command[]
  /** From now on nothing is answered until the function that it gives is called. */
  readonly hold: () => () => void
  /** Tells the window something that it has not asked for. */
  readonly tell: Tell
}

/** A program with these plans in its workbook. Give `workbook` to use another than a new one, which closes after the test. */
export function fakeProgram(
  documents: readonly PlanDocument[],
  workbook: Workbook = newWorkbook(),
): FakeProgram {
  const fail = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
  const incoming = documents.map((document) => ({ document, problem: fail, exists: fail }))
  const planIds = documents.length === 0 ? [] : workbook.import(incoming, { replace: false }).ids
  const listeners = new Listeners()
  const session = new Session(workbook, {
    tell: (name, payload) => listeners.tell(name, payload),
    clock: { now: () => 0, after: () => () => {} },
    passed: { has: () => false, add: () => {} },
    logBug: (error) => {
      throw error
    },
  })
  const asked: { readonly name: RequestName; readonly input: unknown }[] = []
  let held: Promise<void> | null = null
  const api: Api = {
    request: async (name, input) => {
      asked.push({ name, input })
      if (held) await held
      return answer(session, name, input)
    },
    on: (name, listen) => listeners.add(name, listen),
    pathOf: () => '',
  }
  return {
    api,
    workbook,
    planIds,
    asked,
    tell: (name, payload) => listeners.tell(name, payload),
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return () => {
        held = null
        resolve()
      }
    },
    get commands() {
      return asked.flatMap(({ name, input }) => (name === 'command.execute' ? [commandIn(input)] : []))
    },
  }
}

/** What the window sends is what its schema says. */
const commandIn = (input: unknown): Command => (input as Input<'command.execute'>).command

type Listen = (payload: never) => void

class Listeners {
  readonly #all = new Set<{ readonly name: EventName; readonly listen: Listen }>()

  add<N extends EventName>(name: N, listen: (payload: Events[N]) => void): () => void {
    const listener = { name, listen }
    this.#all.add(listener)
    return () => this.#all.delete(listener)
  }

  tell<N extends EventName>(name: N, payload: Events[N]): void {
    for (const listener of this.#all) if (listener.name === name) listener.listen(payload as never)
  }
}

type Answers = { readonly [N in RequestName]?: (session: Session, input: Input<N>) => Output<N> }

const answers: Answers = {
  'program.start': (session) => started(session),
  'preferences.write': () => null,
  'menu.update': () => null,
  'plan.load': (session, { planId }) => session.reading.planRows(planId),
  'plan.summaries': (session) => session.reading.planSummaries(),
  'overview.load': (session) => session.reading.overviewRows(),
  'command.execute': (session, { command, focus, seen }) => {
    session.execute(command, focus, seen)
    return null
  },
  'history.undo': (session) => {
    session.undo()
    return null
  },
  'history.redo': (session) => {
    session.redo()
    return null
  },
  'history.page': (session, { scope, ...page }) => session.reading.historyPage(scope, page),
  'history.changes': (session, { scope, dot }) => session.reading.historyChanges(scope, dot),
  'merges.load': (session) => session.mergePage(),
  'packet.choices': (session, { unitId }) => session.reading.packetChoices(unitId),
  'packet.is-of-this': (session, { file }) => session.reading.isPacketOfThis(file),
  'packet.list': (session) => session.reading.sentPackets(),
  'packet.send': (session, wish) => {
    const file = session.reading.packetFile(wish.unitId)
    session.sendPacket(wish, file)
    return file
  },
  'backup.list': (session) => session.restoring.backups(),
  'backup.difference': (session, backup) => session.restoring.difference(backup),
  'backup.restore': (session, { plans, ...backup }) => {
    session.restoring.restore(backup, plans)
    return null
  },
  'backup.of-file': (session, { file }) => (file === session.file ? session.restoring.backups() : []),
  'backup.bring-back': (session, { file, ...backup }) => {
    const folder = dirname(file)
    const { wholeId } = session.restoring
    const made = join(folder, 'Hentet.sqlite')
    bringBack({ workBase: join(folder, 'work'), wholeId }, backup, made)
    return made
  },
  'clean.write': (session) => {
    const folder = dirname(session.file)
    const file = join(folder, 'Ren kopi.sqlite')
    session.restoring.writeCleanCopy({ file, workBase: join(folder, 'work') })
    return file
  },
  'salvage.run': (session, { file }) => {
    const folder = dirname(session.file)
    const place = { file: join(folder, 'Reddet.sqlite'), workBase: join(folder, 'work') }
    return { file: place.file, salvaged: salvage(file, place, { overwrite: true }) }
  },
  'clipboard.run': () => null,
  'file.reveal': () => null,
  // It has the one workbook that it was made with.
  'workbook.open': (_, { file }) => {
    throw new AppError('workbook.busy', { file: file ?? '' })
  },
  'workbook.save': (session) => session.saveAndTakeIn(),
  'workbook.merge': (session, { file }) => (file === null ? null : { file, merged: session.merge(file) }),
  'workbook.undo-merge': (session, { discard }) => {
    session.undoMerge(discard ? { discard } : {})
    return null
  },
  'workbook.set-read-only': (session, { readOnly }) => session.setReadOnly(readOnly),
  'workbook.pass-copy': (session, { file }) => {
    session.surroundings.pass(file)
    return null
  },
  'program.report-bug': (_, { message, stack }) => {
    throw new Error(`the window reported a bug: ${message}\n${stack}`)
  },
}

function answer<N extends RequestName>(session: Session, name: N, input: Input<N>): Result<Output<N>> {
  const reply = answers[name]
  if (!reply) throw new Error(`the fake program does not know ${name}`)
  try {
    return { ok: true, value: reply(session, input) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { ok: false, problem: problemOf(error, String) }
  }
}

const started = (session: Session): Started => ({
  version: '0',
  platform: 'linux',
  nativeMenu: true,
  preferences: preferencesSchema.parse({}),
  recents: [],
  leftovers: [],
  plan: null,
  workbook: session.overview(),
  problem: null,
})
