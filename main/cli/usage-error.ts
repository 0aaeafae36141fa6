import type { CommanderError } from 'commander'
import { cliTexts } from '../../db/model/texts/cli.ts'

const { usageError } = cliTexts

/** Commander's error codes in Danish; the name that was wrong stands between quotes in its message. */
export function usageSentence(error: CommanderError): string {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  return `${sentence(error.code, name)} ${usageError.see('planvaerk')}`
}

function sentence(code: string, name: string): string {
  switch (code) {
    case 'commander.unknownOption':
      return usageError.unknownOption(name)
    case 'commander.unknownCommand':
      return usageError.unknownCommand(name)
    case 'commander.missingArgument':
      return usageError.missingArgument(name)
    case 'commander.optionMissingArgument':
      return usageError.missingValue(name)
    case 'commander.missingMandatoryOptionValue':
      return usageError.missingOption(name)
    case 'commander.invalidArgument':
      return usageError.notAChoice(name)
    case 'commander.excessArguments':
      return usageError.tooMany
    default:
      return usageError.other
  }
}
