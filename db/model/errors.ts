/**
 * Expected failures. Below the border they are thrown as `AppError`; a border (command line, IPC) turns
 * them into words with `texts/errors.ts`, where every code has its Danish sentence. Anything else that is
 * thrown is a bug.
 */
export interface ErrorDetails {
  // The file itself
  'workbook.missing': { readonly file: string }
  'workbook.exists': { readonly file: string }
  'workbook.not-a-file': { readonly file: string; readonly found: 'folder' | 'special' }
  'workbook.no-access': { readonly file: string }
  'workbook.empty': { readonly file: string }
  'workbook.not-a-workbook': { readonly file: string; readonly looksLike: FileGuess }
  'workbook.truncated': { readonly file: string }
  'workbook.damaged': { readonly file: string; readonly finding: string }
  'workbook.foreign-content': { readonly file: string; readonly finding: string }
  'workbook.newer': { readonly file: string; readonly needs: string }
  'workbook.too-big': { readonly file: string; readonly finding: string }
  'workbook.busy': { readonly file: string }
  'workbook.changed-elsewhere': { readonly file: string }
  /** The working copy has lost rows that no command took away. */
  'workbook.lost-rows': { readonly file: string }
  // Backups
  'backup.missing': Record<string, never>
  'backup.damaged': Record<string, never>
  'backup.does-not-fit': Record<string, never>
  // A copy for others
  'clean.undecided': { readonly count: number }
  // A damaged file
  'salvage.nothing': { readonly file: string }
  // Merging
  'merge.other-workbook': { readonly file: string; readonly organisation: string }
  'merge.impossible': { readonly file: string }
  'merge.nothing-to-undo': Record<string, never>
  'merge.edited-since': { readonly commands: number }
  'merge.into-packet': { readonly file: string }
  'merge.packet-ahead': { readonly file: string }
  'workbook.merge-undone': { readonly file: string }
  'workbook.read-only': Record<string, never>
  // Contribution packets
  'packet.read-only': { readonly unit: string }
  'packet.no-plan': { readonly unit: string }
  'packet.of-packet': Record<string, never>
  // Writing
  'disk.full': { readonly file: string }
  'disk.read-only': { readonly file: string }
  'disk.no-folder': { readonly file: string }
  'disk.not-a-folder': { readonly file: string }
  'disk.file-in-use': { readonly file: string }
  'disk.failed': { readonly file: string; readonly reason: string }
  // Commands
  'command.outdated': { readonly what: string }
  'command.not-allowed': { readonly what: string; readonly where: string }
  'command.too-big': Record<string, never>
  'command.nothing-to-undo': Record<string, never>
  'command.nothing-to-redo': Record<string, never>
  /** What was to be restored is not in the history (any more). */
  'history.forgotten': Record<string, never>
  /** What it belonged to is gone: its title, which may be ''. */
  'history.no-place': { readonly where: string }
  // Exchange files
  'exchange.unreadable': { readonly file: string; readonly reason: 'missing' | 'no-access' | 'not-a-file' }
  'exchange.too-big': { readonly file: string; readonly megabytes: number }
  'exchange.not-utf8': { readonly file: string; readonly position: number }
  'exchange.not-json': { readonly file: string; readonly line: number; readonly column: number }
  'exchange.invalid': { readonly file: string; readonly path: string; readonly problem: string }
  'exchange.plan-exists': { readonly file: string; readonly plan: string }
  // Choosing
  'plan.unknown': { readonly plan: string; readonly known: readonly string[] }
  // The window
  'workbook.none-open': Record<string, never>
  'workbook.open-elsewhere': { readonly file: string }
  /** What a crash left of the file's edits; the file itself may be sound. */
  'leftover.damaged': { readonly file: string }
  'export.running': Record<string, never>
  'export.too-big': { readonly plan: string }
  'file.not-ours': { readonly file: string }
  'file.not-opened': { readonly file: string }
  'request.invalid': { readonly request: string }
  /** A bug; the local log has it under this number. */
  unexpected: { readonly logId: string }
}

export type ErrorCode = keyof ErrorDetails

/** What a file that is no workbook seems to be, from its first bytes. */
export type FileGuess = 'word' | 'pdf' | 'json' | 'text' | 'other-database' | 'unknown'

/** An expected failure: a code and what its sentence needs to know. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly details: ErrorDetails[C]

  constructor(code: C, details: ErrorDetails[C], options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** Makes the compiler refuse a switch that forgets a case. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
