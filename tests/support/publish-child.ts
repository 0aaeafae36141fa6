import { join } from 'node:path'
import { connect } from '../../db/file/connect.ts'
import { WORKING_COPY } from '../../db/file/origin.ts'
import { publish } from '../../db/file/publish.ts'
import { AppError } from '../../db/model/errors.ts'

/**
 * Publishes the working copy in a folder to a target in a process of its own, whose disks the test has
 * arranged: `publish-child.ts FOLDER TARGET PATIENCE`. Writes `published` or the error's code.
 */
const [folder = '', target = '', patience = '0'] = process.argv.slice(2)
const db = connect(join(folder, WORKING_COPY))
try {
  publish(db, target, { expected: null, overwrite: true, patience: Number(patience) })
  process.stdout.write('published')
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stdout.write(error.code)
} finally {
  db.close()
}
