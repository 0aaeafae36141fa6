import type { Command } from 'commander'
import { AppError } from '../../db/model/errors.ts'
import { cliTexts } from '../../db/model/texts/cli.ts'
import { sentenceFor } from '../../db/model/texts/errors.ts'
import type { Workbook } from '../../db/workbook.ts'
import { withWorkbook } from './book.ts'
import type { Terminal } from './terminal.ts'

export function addCheck(program: Command, terminal: Terminal): void {
  program
    .command('check')
    .description(cliTexts.check.about)
    .argument('<BOOK.sqlite>', cliTexts.help.book)
    .option('--json', cliTexts.check.json, false)
    .action(async (book: string, options: { readonly json: boolean }) => {
      try {
        await withWorkbook(book, (workbook) => report(workbook, options, terminal))
      } catch (error) {
        if (options.json && error instanceof AppError) {
          terminal.out(JSON.stringify({ sound: false, problem: sentenceFor(error) }))
        }
        throw error
      }
    })
}

/** The workbook was verified when it was opened; what is left to tell is what it holds, and what waits. */
function report(workbook: Workbook, options: { readonly json: boolean }, terminal: Terminal): void {
  const { plans, nodeCount: nodes, openReferences } = workbook
  if (options.json) {
    const open = openReferences.map(({ from, reference }) => ({ from, reference }))
    terminal.out(JSON.stringify({ sound: true, plans: plans.length, nodes, openReferences: open }))
    return
  }
  terminal.out(cliTexts.check.sound(plans.length, nodes))
  for (const { from, reference } of openReferences) {
    terminal.out(cliTexts.import.openReference(from, reference))
  }
}
