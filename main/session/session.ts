import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { IncomingPlan } from '../../db/commands/import.ts'
import type { Command } from '../../db/model/commands.ts'
import { AppError } from '../../db/model/errors.ts'
import type { Focus } from '../../db/model/focus.ts'
import type { OverviewRows } from '../../db/model/overview/rows.ts'
import type { PlanDocument } from '../../db/model/plan/plan-document.ts'
import type { Template } from '../../db/model/template/template.ts'
import { nameOf } from '../../db/model/texts/history.ts'
import { overviewRows } from '../../db/queries/overview.ts'
import { planList } from '../../db/queries/plan-list.ts'
import { planRows } from '../../db/queries/plan-rows.ts'
import { readAll } from '../../db/queries/read.ts'
import type { Executed, Workbook } from '../../db/workbook.ts'
import type {
  HistoryWords,
  OpenWorkbook,
  PlanRows,
  PlanSummary,
  SaveState,
  WorkbookChanged,
} from '../../preload/contract.ts'
import { Autosave } from './autosave.ts'
import type { Clock } from './clock.ts'
import type { Tell } from './desk.ts'
import { Finder } from './finder.ts'
import { type LogBug, problemOf } from './problem.ts'

export interface SessionServices {
  readonly tell: Tell
  readonly clock: Clock
  readonly logBug: LogBug
}

/** The workbook that one window has open. Whatever changes it goes through here: the page is told, and it is saved. */
export class Session {
  readonly #workbook: Workbook
  readonly #tell: Tell
  readonly #autosave: Autosave
  readonly finder: Finder

  constructor(workbook: Workbook, { tell, clock, logBug }: SessionServices) {
    this.#workbook = workbook
    this.#tell = tell
    this.finder = new Finder(workbook.db)
    this.#autosave = new Autosave(
      {
        save: () => workbook.save(),
        problemOf: (error) => problemOf(error, logBug),
        tell: (state) => tell('workbook.save-state', state),
        clock,
      },
      workbook.unsaved ? { kind: 'unsaved' } : { kind: 'saved', at: savedAt(workbook.file, clock) },
    )
  }

  get file(): string {
    return this.#workbook.file
  }

  get templates(): readonly Template[] {
    return this.#workbook.templates
  }

  get organisation(): string {
    return this.#workbook.organisation
  }

  get history(): HistoryWords {
    const { undo, redo } = this.#workbook.history
    return { undo: undo && nameOf(undo.label), redo: redo && nameOf(redo.label) }
  }

  overview(): OpenWorkbook {
    const { file, organisation, plans, templates, db } = this.#workbook
    return {
      file,
      name: basename(file),
      organisation,
      plans,
      units: readAll(db, 'unit', 'ORDER BY pos, id'),
      templates,
      saveState: this.#autosave.state,
      history: this.history,
    }
  }

  planRows(planId: string): PlanRows {
    return planRows(this.#workbook.db, planId)
  }

  overviewRows(): OverviewRows {
    return overviewRows(this.#workbook.db)
  }

  planSummaries(): readonly PlanSummary[] {
    return planList(this.#workbook.db).map(({ plan, indsatser, bidrag }) => ({
      planId: plan.id,
      indsatser,
      bidrag,
    }))
  }

  /** A plan and what it is made by. Throws `command.outdated` where there is no such plan. */
  planWithTemplate(planId: string): { readonly plan: PlanDocument; readonly template: Template } {
    const plan = this.#workbook.plan(planId)
    const template = this.templates.find(({ key }) => key === plan.template)
    if (!template) throw new AppError('command.outdated', { what: 'template' })
    return { plan, template }
  }

  execute(command: Command, focus: Focus | null): void {
    this.#done('edit', this.#workbook.execute(command, { focus }))
  }

  undo(): void {
    this.#done('undo', this.#workbook.undo())
  }

  redo(): void {
    this.#done('redo', this.#workbook.redo())
  }

  /** Takes the plans in, all or none, and answers with their ids. */
  import(incoming: readonly IncomingPlan[]): readonly string[] {
    const imported = this.#workbook.import(incoming, { replace: false })
    this.#done('import', imported)
    return imported.ids
  }

  saveNow(): SaveState {
    return this.#autosave.saveNow()
  }

  /** Goes on in another file, in the place of what was there: the user has agreed to that. Throws as `Workbook.saveAs`. */
  saveAs(file: string): void {
    this.#workbook.saveAs(file, { overwrite: true })
    this.#autosave.saved()
  }

  /** Lets go of the workbook; what was not saved is gone. */
  close(): void {
    this.#autosave.stop()
    try {
      this.#workbook.close()
    } catch (error) {
      // A working folder that cannot be removed now is swept at the next start.
      if (!(error instanceof AppError)) throw error
    }
  }

  /** Lets go of the workbook; what was not saved is offered at the next start. */
  leave(): void {
    this.#autosave.stop()
    this.#workbook.leave()
  }

  #done(cause: WorkbookChanged['cause'], { changes, focus }: Executed): void {
    if (changes.length === 0) return
    this.finder.apply(changes)
    this.#tell('workbook.changed', { changes, cause, history: this.history, focus })
    this.#autosave.edited()
  }
}

const savedAt = (file: string, clock: Clock): string =>
  new Date(statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? clock.now()).toISOString()
