import type { Command, CommandOf } from './commands.ts'

/**
 * The one text that a command writes, in a form to compare with the last one's; null for a command that does anything else.
 * Commands that write the same text shortly after each other are one typing for the user.
 */
export function typingTarget(command: Command): string | null {
  switch (command.type) {
    case 'node.rename':
      return target(command.type, command.id)
    case 'field.write':
      return target(command.type, command.nodeId, command.key)
    case 'cover.write':
      return target(command.type, command.planId, command.key)
    case 'milestone.update':
    case 'indicator.update':
      return target(command.type, command.id, ...columnsOf(command.changes))
    case 'plan.update':
      return writesTexts(command.changes)
        ? target(command.type, command.id, ...columnsOf(command.changes))
        : null
    case 'batch': {
      const [first, ...others] = command.commands
      return first && others.length === 0 ? typingTarget(first) : null
    }
    default:
      return null
  }
}

const target = (...parts: readonly string[]): string => parts.join(' ')

const columnsOf = (changes: object): readonly string[] => Object.keys(changes).toSorted()

type PlanChanges = CommandOf<'plan.update'>['changes']

/** Status, variant, period and date of meeting are chosen, not typed. */
const typedOfPlan: ReadonlySet<string> = new Set([
  'title',
  'caseNumber',
  'documentNumber',
  'committee',
  'item',
  'annex',
] satisfies readonly (keyof PlanChanges)[])

const writesTexts = (changes: PlanChanges): boolean =>
  Object.keys(changes).every((column) => typedOfPlan.has(column))
