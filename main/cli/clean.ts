import type { Command } from 'commander'
import { cleanCopy } from '../../db/clean.ts'
import { cliTexts } from '../../db/model/texts/cli.ts'
import { placeOf, withWorkbook } from './book.ts'
import type { Terminal } from './terminal.ts'

export function addClean(program: Command, terminal: Terminal): void {
  program
    .command('clean')
    .description(cliTexts.clean.about)
    .argument('<BOOK.sqlite>', cliTexts.help.book)
    .argument('<OUT.sqlite>', cliTexts.clean.out)
    .action(async (book: string, out: string) => {
      await withWorkbook(book, (workbook) => cleanCopy(workbook, placeOf(out)))
      terminal.out(cliTexts.clean.done(out))
    })
}
