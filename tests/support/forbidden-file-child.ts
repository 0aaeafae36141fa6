import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** Imported before the program's own modules: the system lets nobody read the file that `FORBIDDEN` names, not even root. */
const { FORBIDDEN: forbidden } = process.env
const { openSync } = fs

fs.openSync = (path, ...how) => {
  if (path !== forbidden) return openSync(path, ...how)
  throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', syscall: 'open' })
}
syncBuiltinESMExports()
