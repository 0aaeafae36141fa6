import { refuseTooMany } from '../commands/place.ts'
import { type TableName, tableNames } from '../model/records.ts'
import type { Tx } from '../transaction.ts'
import { apply } from './apply.ts'
import type { Causality } from './causality.ts'
import { writeConflicts } from './conflicts.ts'
import { type Differences, differencesIn } from './differences.ts'
import { mendTree } from './mend-tree.ts'
import { type Merging, mergeRow } from './merge-row.ts'
import { mendNamesAndLinks } from './names-and-links.ts'
import { keepNeeded } from './needed.ts'
import { keepOurs, type Packets, packetsOf, takeTheirs } from './one-sided.ts'
import { Outcome } from './outcome.ts'
import { settleKeys } from './unique-keys.ts'

/** Merges the rows of the attached copy into ours. */
export function mergeRows(tx: Tx, causality: Causality): Outcome {
  const outcome = new Outcome()
  const merging: Merging = { db: tx.db, causality, outcome, dot: tx.dot }
  const packets = packetsOf(tx.db)
  for (const table of tableNames) {
    mergeTable(merging, packets, table, differencesIn(tx.db, table, causality, packets.theirs))
  }
  keepNeeded(merging)
  settleKeys(merging)
  apply(tx, outcome)
  for (const tree of ['unit', 'node'] as const) {
    if (outcome.puts.of(tree).length > 0) mendTree(tx, merging, tree)
  }
  mendNamesAndLinks(tx, merging)
  writeConflicts(tx, merging)
  refuseTooMany(tx)
  return outcome
}

/** Makes our rows theirs. */
export function adoptRows(tx: Tx, causality: Causality): void {
  const outcome = new Outcome()
  for (const table of tableNames) {
    const { both, onlyTheirs, onlyOurs } = differencesIn(tx.db, table, causality, false)
    for (const { theirs } of both) outcome.puts.set(table, theirs)
    for (const state of onlyTheirs) outcome.puts.set(table, state)
    for (const state of onlyOurs) outcome.removals.set(table, state)
  }
  apply(tx, outcome)
}

function mergeTable(merging: Merging, packets: Packets, table: TableName, differences: Differences): void {
  for (const { ours, theirs } of differences.both) mergeRow(merging, table, ours, theirs)
  for (const state of differences.onlyTheirs) takeTheirs(merging, packets, table, state)
  for (const state of differences.onlyOurs) keepOurs(merging, packets, table, state)
}
