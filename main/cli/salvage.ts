import { resolve } from 'node:path'
import type { Command } from 'commander'
import { cliTexts } from '../../db/model/texts/cli.ts'
import { lossSentence, salvageSummary } from '../../db/model/texts/salvage.ts'
import { salvage } from '../../db/salvage/salvage.ts'
import { placeOf } from './book.ts'
import type { Terminal } from './terminal.ts'

export function addSalvage(program: Command, terminal: Terminal): void {
  program
    .command('salvage')
    .description(cliTexts.salvage.about)
    .argument('<BROKEN.sqlite>', cliTexts.salvage.broken)
    .argument('<OUT.sqlite>', cliTexts.salvage.out)
    .action((broken: string, out: string) => {
      const salvaged = salvage(resolve(broken), placeOf(out))
      terminal.out(cliTexts.salvage.done(out))
      for (const line of salvageSummary(salvaged)) terminal.out(line)
      for (const loss of salvaged.losses) terminal.out(lossSentence(loss))
    })
}
