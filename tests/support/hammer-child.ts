import { connect } from '../../db/file/connect.ts'
import { openCopy } from '../../db/file/open.ts'
import { publish } from '../../db/file/publish.ts'
import { makeWorkingFolder, removeWorkingFolder } from '../../db/file/working-folder.ts'
import { AppError } from '../../db/model/errors.ts'
import { newId } from '../../db/model/ids.ts'
import { commit } from '../../db/transaction.ts'
import { beginSession } from './workbook-builder.ts'

/**
 * A user who opens the workbook, adds something and saves at once, while others do the same; when another was
 * first, from the beginning: `hammer-child.ts TARGET BASE NAME TIMES`.
 */
const [target = '', base = '', name = '', times = '0'] = process.argv.slice(2)

function addAndSave(key: string): boolean {
  const folder = makeWorkingFolder(base)
  const { path, fingerprint } = openCopy(target, folder)
  const db = connect(path)
  try {
    commit(db, beginSession(db), { kind: 'edit', label: () => ({ command: 'test.add' }) }, (tx) =>
      tx.insert('setting', { id: newId(), key, value: name }),
    )
    publish(db, target, { expected: fingerprint, patience: 60_000 })
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'workbook.changed-elsewhere') return false
    throw error
  } finally {
    db.close()
    removeWorkingFolder(folder)
  }
}

for (let time = 0; time < Number(times); time += 1) {
  while (!addAndSave(`${name}-${time}`));
}
