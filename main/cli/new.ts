import { existsSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { AppError } from '../../db/model/errors.ts'
import { recordSchemas } from '../../db/model/records.ts'
import { cliTexts } from '../../db/model/texts/cli.ts'
import { Workbook } from '../../db/workbook.ts'
import { closing, placeOf } from './book.ts'
import type { Terminal } from './terminal.ts'

export function addNew(program: Command, terminal: Terminal): void {
  program
    .command('new')
    .description(cliTexts.new.about)
    .argument('<BOOK.sqlite>', cliTexts.help.book)
    .requiredOption('--organisation <NAME>', cliTexts.new.organisation, organisationName)
    .action(async (book: string, options: { readonly organisation: string }) => {
      if (existsSync(book)) throw new AppError('workbook.exists', { file: book })
      await closing(Workbook.create(placeOf(book), options.organisation), (workbook) => workbook.save())
      terminal.out(cliTexts.new.done(book))
    })
}

/** A name that an exchange file takes too; any other would make a workbook whose plans cannot be imported again. */
function organisationName(name: string): string {
  if (!recordSchemas.unit.shape.name.safeParse(name).success) throw new InvalidArgumentError('')
  return name
}
