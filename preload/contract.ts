import * as z from 'zod'
import type { Backup, Difference } from '../db/model/backup.ts'
import { commandSchema } from '../db/model/commands.ts'
import { focusSchema } from '../db/model/focus.ts'
import { type HistoryChanges, type HistoryPage, historyScopeSchema } from '../db/model/history/entry.ts'
import type { FreshMerge, MergePage } from '../db/model/merge/report.ts'
import type { OverviewRows } from '../db/model/overview/rows.ts'
import type { PacketChoices, SentPacket } from '../db/model/packet.ts'
import type { Report } from '../db/model/report/report.ts'
import { nodeType } from '../db/model/template/template.ts'
import { actionIds } from './actions.ts'
import type {
  ExportedPlan,
  FoundNode,
  LeftoverMet,
  MergeAnswer,
  OpenWorkbook,
  PlanRows,
  PlanSummary,
  Problem,
  Recent,
  SalvageAnswer,
  SaveState,
  SearchAnswer,
  Sharing,
  Started,
  WorkbookChanged,
} from './answers.ts'
import { preferencesPatch } from './preferences.ts'

export type * from './answers.ts'

/**
 * The border between the window and the program: every request and every event, in one list. What comes from the
 * window is parsed by its schema before anything else sees it. What main answers is made of records that the file's
 * verification has parsed, so answers are typed and not parsed again.
 */

const id = z.string().length(36)
/** A path; no system takes one with a NUL in it. */
const file = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^[^\0]*$/)
/** The name of a backup. */
const backup = z.string().min(1).max(200)
/** Of a transaction. */
const dot = z.int().positive()
const query = z.string().max(500)
const nothing = z.null()
const layout = z.enum(['skabelon', 'tilgaengelig'])

/** Says what a request answers. */
interface Answer<T> {
  readonly type?: T
}
const answers = <T>(): Answer<T> => ({})

interface RequestSpec {
  readonly input: z.ZodType
  readonly output: Answer<unknown>
}

export const requests = {
  'program.start': { input: nothing, output: answers<Started>() },
  /** A bug in the window, for the local log; answers with the number under which it stands there. */
  'program.report-bug': {
    input: z.strictObject({ message: z.string().max(2000), stack: z.string().max(20_000) }),
    output: answers<string>(),
  },
  'preferences.write': { input: preferencesPatch, output: answers<null>() },
  'recents.forget': { input: z.strictObject({ file }), output: answers<readonly Recent[]>() },

  // Workbooks. null = the user gave up in the dialog that asked for a file, or it was shown in another window.
  'workbook.new': {
    input: z.strictObject({ organisation: z.string().min(1).max(500) }),
    output: answers<OpenWorkbook | null>(),
  },
  'workbook.open': {
    input: z.strictObject({ file: file.nullable() }),
    output: answers<OpenWorkbook | null>(),
  },
  'workbook.open-example': { input: nothing, output: answers<OpenWorkbook | null>() },
  'workbook.recover': { input: z.strictObject({ folder: file }), output: answers<OpenWorkbook | null>() },
  'workbook.discard-leftover': { input: z.strictObject({ folder: file }), output: answers<null>() },
  'workbook.save': { input: nothing, output: answers<SaveState>() },
  'workbook.save-as': { input: nothing, output: answers<OpenWorkbook | null>() },
  'workbook.close': { input: nothing, output: answers<null>() },
  /** Merges another copy of the workbook, of which null = the user is asked for one. */
  'workbook.merge': { input: z.strictObject({ file: file.nullable() }), output: answers<MergeAnswer>() },
  /** `discard`: she agreed that what was done since the merge goes too. */
  'workbook.undo-merge': { input: z.strictObject({ discard: z.boolean() }), output: answers<null>() },
  'workbook.set-read-only': {
    input: z.strictObject({ readOnly: z.boolean() }),
    output: answers<SaveState>(),
  },
  /** The user wants to hear no more of a copy beside the workbook. */
  'workbook.pass-copy': { input: z.strictObject({ file }), output: answers<null>() },
  'workbook.import': { input: nothing, output: answers<{ readonly plans: readonly string[] } | null>() },

  'plan.load': { input: z.strictObject({ planId: id }), output: answers<PlanRows>() },
  'plan.summaries': { input: nothing, output: answers<readonly PlanSummary[]>() },
  'plan.report': {
    input: z.strictObject({ planId: id, tables: z.boolean() }),
    output: answers<Report>(),
  },
  /** The plan's Word document, as base64. */
  'plan.word': {
    input: z.strictObject({ planId: id, layout, tables: z.boolean() }),
    output: answers<string>(),
  },

  /** All plans at once, without their texts. */
  /** What a contribution packet for the unit could hold. */
  'packet.choices': { input: z.strictObject({ unitId: id }), output: answers<PacketChoices>() },
  /** Asks for a file and writes the packet to it; answers with the file, null = the user gave up. */
  'packet.send': {
    input: z.strictObject({ unitId: id, indsatser: z.array(id).max(10_000) }),
    output: answers<string | null>(),
  },
  /** Whether a file is a packet of the open workbook, which came back. */
  'packet.is-of-this': { input: z.strictObject({ file }), output: answers<boolean>() },
  /** The packets that were sent, the latest first. */
  'packet.list': { input: nothing, output: answers<readonly SentPacket[]>() },

  'overview.load': { input: nothing, output: answers<OverviewRows>() },

  'command.execute': {
    input: z.strictObject({
      command: commandSchema,
      focus: focusSchema.nullable(),
      /** How many merges of this opening its texts know of; all, where it is not given. */
      seen: z.int().min(0).exactOptional(),
    }),
    output: answers<null>(),
  },
  'history.undo': { input: nothing, output: answers<null>() },
  'history.redo': { input: nothing, output: answers<null>() },
  /** What was done, newest first; `before` = the dot of the entry that was the last so far. */
  'history.page': {
    input: z.strictObject({
      scope: historyScopeSchema,
      before: dot.nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: answers<HistoryPage>(),
  },
  /** What one entry changed, with the texts before and after. */
  'history.changes': {
    input: z.strictObject({ scope: historyScopeSchema, dot }),
    output: answers<HistoryChanges>(),
  },

  'merges.load': { input: nothing, output: answers<MergePage>() },

  /** The states of the workbook that this computer keeps, newest first. */
  'backup.list': { input: nothing, output: answers<readonly Backup[]>() },
  /** How the workbook differs from one of them. */
  'backup.difference': { input: z.strictObject({ name: backup }), output: answers<Difference>() },
  /** Makes the workbook, or these plans of the earlier state (null = everything), as they were. */
  'backup.restore': {
    input: z.strictObject({ name: backup, plans: z.array(id).min(1).max(10_000).nullable() }),
    output: answers<null>(),
  },
  /** The states that this computer keeps of a workbook whose file is damaged or gone, newest first. */
  'backup.of-file': { input: z.strictObject({ file }), output: answers<readonly Backup[]>() },
  /** Asks for a file and makes it one of them; answers with the file, null = the user gave up. */
  'backup.bring-back': {
    input: z.strictObject({ file, name: backup }),
    output: answers<string | null>(),
  },
  /** Asks for a file and writes a copy without history and names to it; answers with the file, null = the user gave up. */
  'clean.write': { input: nothing, output: answers<string | null>() },
  /** Asks for a file and makes a new workbook in it of what can be read of a damaged one. */
  'salvage.run': { input: z.strictObject({ file }), output: answers<SalvageAnswer>() },

  'search.find': {
    input: z.strictObject({ query, limit: z.int().min(1).max(2000) }),
    output: answers<SearchAnswer>(),
  },
  'nodes.find': {
    input: z.strictObject({
      query,
      types: z.array(nodeType).max(10),
      planId: id.nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: answers<readonly FoundNode[]>(),
  },

  'export.choose-folder': { input: nothing, output: answers<string | null>() },
  'export.run': {
    input: z.strictObject({
      plans: z.array(id).min(1).max(10_000),
      folder: file,
      layout,
      tables: z.boolean(),
      receipt: z.boolean(),
      /** What to do where a document of that name is open in Word: say so, or write beside it under a free name. */
      whenInUse: z.enum(['tell', 'rename']),
    }),
    output: answers<readonly ExportedPlan[]>(),
  },
  'export.cancel': { input: nothing, output: answers<null>() },
  /** Only documents and folders that this program has written since it started. */
  'file.open': { input: z.strictObject({ path: file }), output: answers<null>() },
  'file.reveal': { input: z.strictObject({ path: file }), output: answers<null>() },

  /** As if the user pressed the keys: where the focus is, the page hears it by the clipboard's own events. */
  'clipboard.run': {
    input: z.strictObject({ what: z.enum(['cut', 'copy', 'paste']) }),
    output: answers<null>(),
  },
  /** What the native menu shows as possible and as chosen now. */
  'menu.update': {
    input: z.strictObject({
      enabled: z.array(z.enum(actionIds)).max(500),
      checked: z.array(z.enum(actionIds)).max(500),
    }),
    output: answers<null>(),
  },
  /** The answer to the event `window.closing`: everything typed has been sent. */
  'window.ready-to-close': { input: nothing, output: answers<null>() },
} as const satisfies Readonly<Record<string, RequestSpec>>

export interface Events {
  readonly 'workbook.changed': WorkbookChanged
  readonly 'workbook.save-state': SaveState
  /** Saving has merged what a colleague had saved meanwhile; its changes have been told. */
  readonly 'workbook.merged': FreshMerge
  readonly 'sharing.changed': Sharing
  /** The workbook of this window was opened by main: by double click, a dropped file or a recovery. */
  readonly 'workbook.opened': OpenWorkbook
  /** The workbook that was just opened had edits that a crash kept from its file. */
  readonly 'leftover.met': LeftoverMet
  readonly 'problem.occurred': Problem
  readonly 'action.chosen': { readonly action: string }
  readonly 'export.progress': { readonly done: number; readonly total: number; readonly plan: string }
  readonly 'window.closing': null
}

export type RequestName = keyof typeof requests
export type EventName = keyof Events
export type Input<N extends RequestName> = z.infer<(typeof requests)[N]['input']>
export type Output<N extends RequestName> =
  | NonNullable<(typeof requests)[N]['output']['type']>
  | OutputNull<N>
type OutputNull<N extends RequestName> = Extract<(typeof requests)[N]['output']['type'], null>

export type Handlers = {
  readonly [N in RequestName]: (input: Input<N>) => Output<N> | Promise<Output<N>>
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

/** What the preload gives the window as `window.planvaerk`. */
export interface Api {
  request<N extends RequestName>(name: N, input: Input<N>): Promise<Result<Output<N>>>
  /** Answers with a function that stops listening. */
  on<N extends EventName>(name: N, listen: (payload: Events[N]) => void): () => void
  /** The path of a file that was dropped on the window. */
  pathOf(file: unknown): string
}
