import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { cliTexts } from '../../db/model/texts/cli.ts'
import { Workbook } from '../../db/workbook.ts'
import { readExchangeFile } from '../import/read-exchange-file.ts'
import { closing, placeOf } from './book.ts'
import { progressOf, type Terminal } from './terminal.ts'

export function addImport(program: Command, terminal: Terminal): void {
  program
    .command('import')
    .description(cliTexts.import.about)
    .argument('<BOOK.sqlite>', cliTexts.help.book)
    .argument('<FILE...>', cliTexts.import.files)
    .option('--replace', cliTexts.import.replace, false)
    .action(async (book: string, files: readonly string[], options: { readonly replace: boolean }) => {
      const place = placeOf(book)
      const workbook = existsSync(place.file) ? Workbook.open(place) : Workbook.create(place, '')
      await closing(workbook, () => importFiles(workbook, files, options, terminal))
    })
}

async function importFiles(
  workbook: Workbook,
  files: readonly string[],
  options: { readonly replace: boolean },
  terminal: Terminal,
): Promise<void> {
  const { templates } = workbook
  const progress = progressOf(terminal, cliTexts.import.progress)
  const incoming = []
  for (const [index, file] of files.entries()) {
    progress(index, files.length)
    incoming.push(await readExchangeFile(file, templates))
  }
  progress(files.length, files.length)
  workbook.import(incoming, options)
  workbook.save()
  for (const { document } of incoming) terminal.out(cliTexts.import.done(document.title, document.unit))
  for (const [index, { document }] of incoming.entries()) {
    if (document.organisation === workbook.organisation) continue
    const file = files[index] ?? ''
    terminal.err(cliTexts.import.otherOrganisation(file, document.organisation, workbook.organisation))
  }
  for (const { from, reference } of workbook.openReferences) {
    terminal.err(cliTexts.import.openReference(from, reference))
  }
}
