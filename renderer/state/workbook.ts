import { create } from 'zustand'
import type { Change } from '../../db/model/changes.ts'
import type { Packet } from '../../db/model/packet.ts'
import type { PlanRecord, Records } from '../../db/model/records.ts'
import { type Template, templateSchema } from '../../db/model/template/template.ts'
import type {
  HistoryWords,
  OpenWorkbook,
  PlanRows,
  SaveState,
  Sharing,
  WorkbookChanged,
} from '../../preload/contract.ts'
import { type NodeChange, withoutOldPlaces } from './expected.ts'
import { applyChanges, type Mirror, mirrorOf } from './mirror.ts'

/** What the window knows of the open workbook; nothing derived, and nothing of how it is looked at. */
export interface WorkbookState {
  /** null = the start page */
  readonly file: { readonly path: string; readonly name: string } | null
  readonly organisation: string
  /** What it says of itself where it is a contribution packet; null = it is a whole workbook. */
  readonly packet: Packet | null
  readonly plans: ReadonlyMap<string, PlanRecord>
  readonly units: ReadonlyMap<string, Records['unit']>
  /** By key. */
  readonly templates: ReadonlyMap<string, Template>
  readonly saveState: SaveState
  readonly history: HistoryWords
  /** Whether nothing can be edited or saved. */
  readonly readOnly: boolean
  /** Who else has it open, and which other copies lie beside it. */
  readonly sharing: Sharing
  /** Ids of the conflicts that wait to be decided. */
  readonly conflicts: ReadonlySet<string>
  /** How many merges of this opening the window has heard of. */
  readonly merges: number
  /** The open plan. */
  readonly mirror: Mirror | null
}

const closed: WorkbookState = {
  file: null,
  organisation: '',
  packet: null,
  plans: new Map(),
  units: new Map(),
  templates: new Map(),
  saveState: { kind: 'unsaved' },
  history: { undo: null, redo: null },
  readOnly: false,
  sharing: { others: [], copies: [] },
  conflicts: new Set(),
  merges: 0,
  mirror: null,
}

export const useWorkbook = create<WorkbookState>(() => closed)

export function showWorkbook(opened: OpenWorkbook): void {
  useWorkbook.setState({
    file: { path: opened.file, name: opened.name },
    organisation: opened.organisation,
    packet: opened.packet,
    plans: new Map(opened.plans.map((plan) => [plan.id, plan])),
    units: new Map(opened.units.map((unit) => [unit.id, unit])),
    templates: new Map(opened.templates.map((template) => [template.key, template])),
    saveState: opened.saveState,
    history: opened.history,
    readOnly: opened.readOnly,
    sharing: opened.sharing,
    conflicts: new Set(opened.conflicts),
    merges: opened.merges,
    mirror: null,
  })
}

/** The same workbook lies in another file now. */
export const showFile = ({ file, name, saveState }: OpenWorkbook): void =>
  useWorkbook.setState({ file: { path: file, name }, saveState })

export const forgetWorkbook = (): void => useWorkbook.setState(closed, true)

export const showPlan = (planId: string, rows: PlanRows): void =>
  useWorkbook.setState({ mirror: mirrorOf(planId, rows) })

export const leavePlan = (): void => useWorkbook.setState({ mirror: null })

/** Main's news of an edit, an undo, an import or a merge. */
export function hearChanges({ changes, history, merges }: WorkbookChanged): void {
  useWorkbook.setState((state) => ({ ...changed(state, upToDate(state, changes)), history, merges }))
}

/** By row: commands on their way that move it, or make or delete it. */
const underway = new Map<string, number>()

/** What a command will do to the rows, shown before main has said so. */
export function areExpected(changes: readonly NodeChange[]): void {
  if (changes.length === 0) return
  for (const { id } of changes) underway.set(id, (underway.get(id) ?? 0) + 1)
  useWorkbook.setState((state) => changed(state, changes))
}

/** Main has answered the command. */
export function areSettled(changes: readonly NodeChange[]): void {
  for (const { id } of changes) {
    const left = (underway.get(id) ?? 0) - 1
    if (left > 0) underway.set(id, left)
    else underway.delete(id)
  }
}

function upToDate({ mirror }: WorkbookState, changes: readonly Change[]): readonly Change[] {
  if (mirror === null || underway.size === 0) return changes
  return changes.flatMap((change): readonly Change[] => {
    if (change.table !== 'node') return [change]
    const news = withoutOldPlaces(mirror, underway, change)
    return news ? [news] : []
  })
}

function changed(state: WorkbookState, changes: readonly Change[]): Partial<WorkbookState> {
  const mirror = state.mirror ? applyChanges(state.mirror, changes) : null
  const gone = changes.some(
    ({ table, id, after }) => table === 'plan' && after === null && id === mirror?.planId,
  )
  return {
    mirror: gone ? null : mirror,
    plans: table(state.plans, 'plan', changes),
    units: table(state.units, 'unit', changes),
    templates: templates(state.templates, changes),
    organisation: organisation(state.organisation, changes),
    conflicts: conflicts(state.conflicts, changes),
  }
}

function conflicts(known: ReadonlySet<string>, changes: readonly Change[]): ReadonlySet<string> {
  const own = changes.filter((change) => change.table === 'conflict')
  if (own.length === 0) return known
  const next = new Set(known)
  for (const { id, after } of own) {
    if (after === null) next.delete(id)
    else next.add(id)
  }
  return next
}

function table<T extends 'plan' | 'unit'>(
  rows: ReadonlyMap<string, Records[T]>,
  name: T,
  changes: readonly Change[],
): ReadonlyMap<string, Records[T]> {
  const own = changes.filter((change) => change.table === name)
  if (own.length === 0) return rows
  const next = new Map(rows)
  for (const { id, after } of own) {
    if (after === null) next.delete(id)
    else next.set(id, after as Records[T])
  }
  return next
}

function templates(
  known: ReadonlyMap<string, Template>,
  changes: readonly Change[],
): ReadonlyMap<string, Template> {
  const changed = changes.flatMap((change) =>
    change.table === 'template' && change.after ? [templateSchema.parse(JSON.parse(change.after.doc))] : [],
  )
  return changed.length === 0
    ? known
    : new Map([...known, ...changed.map((each) => [each.key, each] as const)])
}

const organisation = (known: string, changes: readonly Change[]): string =>
  changes.reduce(
    (name, { table, after }) =>
      table === 'setting' && after && 'key' in after && after.key === 'organisation' ? after.value : name,
    known,
  )

/** The open plan's record. */
export const openPlan = ({ plans, mirror }: WorkbookState): PlanRecord | undefined =>
  mirror ? plans.get(mirror.planId) : undefined

/** The template of the open plan. */
export const openTemplate = (state: WorkbookState): Template | undefined =>
  state.templates.get(openPlan(state)?.template ?? '')
