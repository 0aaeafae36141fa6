import { workbookIdOf } from '../../db/file/workbook-id.ts'
import { AppError } from '../../db/model/errors.ts'
import type { HistoryChanges, HistoryPage, HistoryScope } from '../../db/model/history/entry.ts'
import type { OverviewRows } from '../../db/model/overview/rows.ts'
import type { PacketChoices, SentPacket } from '../../db/model/packet.ts'
import type { PlanDocument } from '../../db/model/plan/plan-document.ts'
import type { Template } from '../../db/model/template/template.ts'
import { packetChoices } from '../../db/packet/choices.ts'
import { isPacketOf } from '../../db/packet/recognised.ts'
import { sentPackets } from '../../db/packet/sent.ts'
import { historyChanges, historyPage } from '../../db/queries/history.ts'
import { overviewRows } from '../../db/queries/overview.ts'
import { planList } from '../../db/queries/plan-list.ts'
import { planRows } from '../../db/queries/plan-rows.ts'
import type { Workbook } from '../../db/workbook.ts'
import type { PlanRows, PlanSummary } from '../../preload/contract.ts'
import { packetFile } from './packet-file.ts'

/** What a window reads of its workbook; nothing here changes it. */
export class Reading {
  readonly #workbook: Workbook

  constructor(workbook: Workbook) {
    this.#workbook = workbook
  }

  planRows(planId: string): PlanRows {
    return planRows(this.#workbook.db, planId)
  }

  overviewRows(): OverviewRows {
    return overviewRows(this.#workbook.db)
  }

  historyPage(
    scope: HistoryScope,
    page: { readonly before: number | null; readonly limit: number },
  ): HistoryPage {
    return historyPage(this.#workbook.db, scope, page)
  }

  historyChanges(scope: HistoryScope, dot: number): HistoryChanges {
    return historyChanges(this.#workbook.db, scope, dot)
  }

  packetChoices(unitId: string): PacketChoices {
    return packetChoices(this.#workbook.db, unitId)
  }

  sentPackets(): readonly SentPacket[] {
    return sentPackets(this.#workbook.db)
  }

  /** Where a packet for the unit is saved, if the user does not want something else. Throws `command.outdated`. */
  packetFile(unitId: string): string {
    return packetFile(this.#workbook, unitId, new Date())
  }

  /** Whether the file is a packet of this workbook, perhaps with an answer. */
  isPacketOfThis(file: string): boolean {
    const { db, packet } = this.#workbook
    return packet === null && isPacketOf(file, workbookIdOf(db))
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
    const template = this.#workbook.templates.find(({ key }) => key === plan.template)
    if (!template) throw new AppError('command.outdated', { what: 'template' })
    return { plan, template }
  }
}
