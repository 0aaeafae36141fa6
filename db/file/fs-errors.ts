import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../model/errors.ts'

/** The system's name of a failure (`ENOSPC`, `SQLITE_FULL` …), or null when the error is none of the disk's. */
export function systemCode(error: unknown): string | null {
  if (error instanceof BetterSqlite3.SqliteError) return error.code
  if (error instanceof Error && 'syscall' in error && 'code' in error) return String(error.code)
  return null
}

/**
 * What a failed write means to the user. An `AppError` stays as it is; an error that does not come from the
 * disk is a bug and is thrown on.
 */
export function toDiskError(error: unknown, file: string): AppError {
  if (error instanceof AppError) return error
  const code = systemCode(error)
  if (code === null) throw error
  if (NO_FOLDER.has(code)) return new AppError('disk.no-folder', { file }, { cause: error })
  if (FULL.has(code)) return new AppError('disk.full', { file }, { cause: error })
  if (READ_ONLY.has(code) || code.startsWith('SQLITE_READONLY')) {
    return new AppError('disk.read-only', { file }, { cause: error })
  }
  if (IN_USE.has(code)) return new AppError('disk.file-in-use', { file }, { cause: error })
  return new AppError('disk.failed', { file, reason: code }, { cause: error })
}

/** What a failed read of a workbook means to the user; otherwise as `toDiskError`. */
export function toReadError(error: unknown, file: string): AppError {
  const code = systemCode(error)
  if (code === null) return toDiskError(error, file)
  if (NOT_THERE.has(code)) return new AppError('workbook.missing', { file }, { cause: error })
  if (code === 'EACCES' || code === 'EPERM')
    return new AppError('workbook.no-access', { file }, { cause: error })
  if (code === 'EISDIR')
    return new AppError('workbook.not-a-file', { file, found: 'folder' }, { cause: error })
  if (IN_USE.has(code)) return new AppError('workbook.busy', { file }, { cause: error })
  return toDiskError(error, file)
}

/** What SQLite's failure on a copy means: mostly that the file is damaged. Otherwise as `toDiskError`. */
export function toOpenError(error: unknown, file: string): AppError {
  if (!(error instanceof BetterSqlite3.SqliteError)) return toDiskError(error, file)
  const finding = error.message
  if (error.code === 'SQLITE_NOMEM' || error.code === 'SQLITE_TOOBIG') {
    return new AppError('workbook.too-big', { file, finding }, { cause: error })
  }
  if (/^SQLITE_(FULL|IOERR|CANTOPEN|BUSY|READONLY)/.test(error.code)) return toDiskError(error, file)
  return new AppError('workbook.damaged', { file, finding }, { cause: error })
}

/** Nothing can be reached at the path: it is not there, leads in a circle, or no file could have the name. */
export const NOT_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'])
const NO_FOLDER = new Set(['ENOENT', 'ENOTDIR'])
/** The last: the index of the log has no room. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'])
const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM'])
const IN_USE = new Set(['EBUSY', 'ETXTBSY', 'EAGAIN', 'SQLITE_BUSY', 'SQLITE_LOCKED'])
