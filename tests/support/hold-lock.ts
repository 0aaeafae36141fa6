import BetterSqlite3 from 'better-sqlite3'

/**
 * Another process that holds an exclusive lock on the workbook named on the command line, until it is ended.
 */
const db = new BetterSqlite3(process.argv[2] ?? '', { fileMustExist: true })
db.exec('BEGIN EXCLUSIVE')
process.stdout.write('locked\n')
setInterval(() => {}, 1000)
