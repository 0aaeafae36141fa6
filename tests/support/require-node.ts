import { requireNode } from '../../main/node-version.mjs'

// better-sqlite3 ends the process without a word on an older Node; say so before any test loads it.
requireNode()
