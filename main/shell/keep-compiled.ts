import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { app } from 'electron'

/** What is read from now on is kept compiled, so that the next start is quicker. A folder that cannot be written does no harm. */
export function keepCompiled(): void {
  enableCompileCache(join(app.getPath('userData'), 'compiled'))
}
