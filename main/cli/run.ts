import { Command, CommanderError, Help } from 'commander'
import { AppError } from '../../db/model/errors.ts'
import { cliTexts } from '../../db/model/texts/cli.ts'
import { sentenceFor } from '../../db/model/texts/errors.ts'
import { PROGRAM } from '../../db/model/texts/program.ts'
import { addCheck } from './check.ts'
import { addClean } from './clean.ts'
import { addExport } from './export.ts'
import { addImport } from './import.ts'
import { addList } from './list.ts'
import { addMerge } from './merge.ts'
import { addNew } from './new.ts'
import { addSalvage } from './salvage.ts'
import type { Terminal } from './terminal.ts'
import { usageSentence } from './usage-error.ts'
import { addWhen } from './when.ts'

/** Exit statuses that EXCHANGE.md promises. */
const DONE = 0
const COULD_NOT = 1
const WRONG_WORDS = 2

/** Runs one command line; answers with the exit status. Whatever goes wrong is one Danish line on `err`. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await program(terminal).parseAsync(words, { from: 'user' })
    return DONE
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return DONE
    if (error instanceof CommanderError) {
      terminal.err(usageSentence(error))
      return WRONG_WORDS
    }
    terminal.err(error instanceof AppError ? sentenceFor(error) : cliTexts.unexpected(oneLine(error)))
    return COULD_NOT
  }
}

function program(terminal: Terminal): Command {
  const { help } = cliTexts
  const root = new Command('planvaerk')
    .description(help.program)
    .version(PROGRAM, '--version', help.version)
    .helpOption('-h, --help', help.show)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      // Commander's own English sentences; `usageSentence` says it in Danish.
      writeErr: () => undefined,
    })
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: (command) => command.name(),
      commandUsage,
      // Commander would add its choices and defaults in English; ours stand in the descriptions.
      optionDescription: (option) => option.description,
    })
  for (const add of [
    addNew,
    addImport,
    addList,
    addExport,
    addMerge,
    addClean,
    addSalvage,
    addCheck,
    addWhen,
  ])
    add(root, terminal)
  for (const command of root.commands) command.helpOption('-h, --help', help.show).copyInheritedSettings(root)
  return root
}

const commandUsage = (command: Command): string =>
  new Help()
    .commandUsage(command)
    .replace('[options]', cliTexts.help.anyOptions)
    .replace('[command]', cliTexts.help.anyCommand)

const titles: Readonly<Record<string, string>> = {
  'Usage:': cliTexts.help.usage,
  'Options:': cliTexts.help.options,
  'Commands:': cliTexts.help.commands,
  'Arguments:': cliTexts.help.arguments,
}

const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ')
