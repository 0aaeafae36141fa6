import { writeSync } from 'node:fs'
import type { Command } from '../../db/model/commands.ts'
import type { Focus } from '../../db/model/focus.ts'
import { Workbook, type WorkbookPlace } from '../../db/workbook.ts'

/**
 * A program with a workbook open, until it is killed: `recovery-child.ts JOB`, where JOB is JSON. Says `ready` when
 * everything is done.
 */
export interface Job {
  readonly place: WorkbookPlace
  readonly how: 'create' | 'open'
  readonly commands: readonly { readonly command: Command; readonly focus?: Focus }[]
  readonly save?: true
}

const { place, how, commands, save }: Job = JSON.parse(process.argv[2] ?? '')
const workbook = how === 'create' ? Workbook.create(place, 'Sundkøbing Kommune') : Workbook.open(place)
for (const { command, focus } of commands) workbook.execute(command, { focus: focus ?? null })
if (save) workbook.save()
writeSync(1, 'ready\n')
setInterval(() => {}, 1000)
