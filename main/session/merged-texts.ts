import type { Change } from '../../db/model/changes.ts'
import type { Command, CommandOf, SingleCommand } from '../../db/model/commands.ts'
import { joinTexts, mergeTexts } from '../../db/model/merge/merge-texts.ts'
import type { RichText } from '../../db/model/rich-text/rich-text.ts'

/** What a merge made of the texts that were there, by their place. */
export type MergedTexts = ReadonlyMap<string, { readonly before: RichText; readonly after: RichText }>

export const NO_TEXTS: MergedTexts = new Map()

export const textsIn = (changes: readonly Change[]): MergedTexts =>
  new Map(
    changes.flatMap((change) =>
      change.table === 'field' && change.after
        ? [[placeOf(change.after), { before: change.before?.doc ?? [], after: change.after.doc }] as const]
        : [],
    ),
  )

/**
 * The command with what the merge brought into the texts that it writes: they were begun before their writer could see it, and
 * would else take it out again. Where both wrote in the same paragraph, the text holds both.
 */
export function withMerged(command: Command, texts: MergedTexts): Command {
  if (texts.size === 0) return command
  if (command.type === 'batch') {
    return { ...command, commands: command.commands.map((single) => singleWithMerged(single, texts)) }
  }
  return singleWithMerged(command, texts)
}

function singleWithMerged(command: SingleCommand, texts: MergedTexts): SingleCommand {
  if (command.type !== 'field.write') return command
  const merged = texts.get(placeOf(command))
  return merged ? { ...command, doc: written(command, merged) } : command
}

function written(
  { doc }: CommandOf<'field.write'>,
  { before, after }: { readonly before: RichText; readonly after: RichText },
): CommandOf<'field.write'>['doc'] {
  const mine = doc ?? []
  const both = mergeTexts(before, mine, after) ?? joinTexts(mine, after)
  return both.length === 0 ? null : [...both]
}

const placeOf = ({ nodeId, key }: { readonly nodeId: string; readonly key: string }): string =>
  `${nodeId} ${key}`
