import type { Command } from 'commander'
import { formatPeriod } from '../../db/model/period.ts'
import type { PlanRecord } from '../../db/model/records.ts'
import { cliTexts } from '../../db/model/texts/cli.ts'
import { withWorkbook } from './book.ts'
import type { Terminal } from './terminal.ts'

export function addList(program: Command, terminal: Terminal): void {
  program
    .command('list')
    .description(cliTexts.list.about)
    .argument('<BOOK.sqlite>', cliTexts.help.book)
    .action((book: string) =>
      withWorkbook(book, ({ plans, units }) => {
        for (const plan of plans) terminal.out(lineOf(plan, units.get(plan.unitId) ?? ''))
      }),
    )
}

/** Columns are separated by tabs, for scripts. */
function lineOf(plan: PlanRecord, unit: string): string {
  const period = formatPeriod({ from: plan.periodFrom, to: plan.periodTo })
  return [planId(plan), plan.template, plan.title, unit, period, plan.status]
    .map((column) => column.replaceAll(/\s+/g, ' '))
    .join('\t')
}

/** What a plan is called on the command line: its own name, or the workbook's id of it. */
export const planId = (plan: PlanRecord): string => plan.ref ?? plan.id
