/** States of a workbook that this computer keeps, and how they differ from the workbook as it is: plain data for the window. */

/**
 * Why a state was kept: a save put another in its place, an hour of writing had passed, the workbook was closed, another's work
 * was merged in, or a newer version of the program saved it.
 */
export const backupKinds = ['replaced', 'hourly', 'closed', 'before-merge', 'before-upgrade'] as const
export type BackupKind = (typeof backupKinds)[number]

export interface Backup {
  /** Names it among the backups of its workbook. */
  readonly name: string
  readonly kind: BackupKind
  /** When it was kept, as an ISO time. */
  readonly at: string
  readonly bytes: number
  readonly plans: number
  /** Milestones and indicators counted. */
  readonly nodes: number
  /** It is not whole and cannot be restored. One that seems whole may still turn out to be damaged inside. */
  readonly damaged: boolean
}

/** What has become of a plan since the backup. Restoring takes back what was added and changed, and brings back what is gone. */
export interface PlanDifference {
  readonly planId: string
  /** As it is now, or where the plan is gone, as it was. */
  readonly title: string
  readonly since: 'added' | 'removed' | 'changed'
  /** Nodes that were put in, that are gone, and in which anything at all is another: a title, a place, a text, a status. */
  readonly nodes: { readonly added: number; readonly removed: number; readonly changed: number }
  /** Whether its own properties, its cover or its versions are others. */
  readonly properties: boolean
  /** Of the first few of these nodes, as they are now, or were. */
  readonly titles: readonly string[]
}

export interface Difference {
  /** In the order of the workbook, those that are gone last. Plans in which nothing differs are left out. */
  readonly plans: readonly PlanDifference[]
  /** Rows that belong to no plan: units, templates, rounds, the organisation's name. */
  readonly others: number
}
