import { statSync } from 'node:fs'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { copyOriginal, discard, SIDE_FILES } from './copy-original.ts'
