import type { Command } from 'commander'
import { cliTexts } from '../../db/model/texts/cli.ts'
import { describeTime, understandTime } from '../../db/model/time/time-expression.ts'
import type { Terminal } from './terminal.ts'

export function addWhen(program: Command, terminal: Terminal): void {
  program
    .command('when')
    .description(cliTexts.when.about)
    .argument('<TEXT...>', cliTexts.when.texts)
    .option('--json', cliTexts.check.json, false)
    .action((texts: readonly string[], options: { readonly json: boolean }) => {
      for (const expression of texts.map((text) => understandTime(text))) {
        const { text, kind, earliest, latest } = expression
        terminal.out(
          options.json
            ? JSON.stringify({ text, kind, earliest, latest })
            : cliTexts.when.line(text, describeTime(expression)),
        )
      }
    })
}
