import { existsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '../../db/file/connect.ts'
import { openCopy, recoverCopy } from '../../db/file/open.ts'
import { lastTxn, WORKING_COPY, writeOrigin } from '../../db/file/origin.ts'
import { publish } from '../../db/file/publish.ts'
import { commit } from '../../db/transaction.ts'
import { beginSession } from './workbook-builder.ts'

/**
 * Edits and saves without pause until it is killed: `crash-child.ts FOLDER TARGET`. Goes on with the working
 * copy that the last crash left in the folder. Each line says what was confirmed, as the program would to a
 * user: `recovered N`, `edited N`, `saved N`, where N is the newest command.
 */
const [folder = '', target = ''] = process.argv.slice(2)

/** Straight to the pipe: what was said is said, whatever comes then. */
const say = (what: string, command: number): void => void writeSync(1, `${what} ${command}\n`)

if (!existsSync(join(folder, 'origin.json'))) openCopy(target, folder)
recoverCopy(folder)
const db = connect(join(folder, WORKING_COPY))
say('recovered', lastTxn(db))

const session = beginSession(db)
const plan = db.prepare<[], string>('SELECT min(id) FROM plan').pluck().get() ?? ''
for (let turn = 1; ; turn += 1) {
  const command = lastTxn(db) + 1
  commit(db, session, { kind: 'edit', label: () => ({ command: 'test.rename' }) }, (tx) =>
    tx.update('plan', plan, { title: `Titel ${command}` }),
  )
  say('edited', command)
  if (turn % 3 !== 0) continue
  const fingerprint = publish(db, target, { expected: null, overwrite: true })
  say('saved', command)
  writeOrigin(folder, { file: target, fingerprint, savedTxn: command })
}
