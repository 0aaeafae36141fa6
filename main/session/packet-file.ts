import { dirname, join } from 'node:path'
import { packetTexts } from '../../db/model/texts/window/packet.ts'
import { planForBidrag } from '../../db/packet/choices.ts'
import { read } from '../../db/queries/read.ts'
import type { Workbook } from '../../db/workbook.ts'

/**
 * Where a packet for the unit is saved, if the user does not want something else: beside the workbook, named by the unit and
 * the year in which its newest agreement begins. Throws `command.outdated`.
 */
export function packetFile({ db, file }: Pick<Workbook, 'db' | 'file'>, unitId: string, now: Date): string {
  const year = planForBidrag(db, unitId)?.periodFrom ?? now.getFullYear()
  return join(dirname(file), packetTexts.fileName(inFileName(read(db, 'unit', unitId).name), year))
}

/** The longest that leaves room for a long folder under Windows' limit of 260. */
const LONGEST = 80

/** Without what no name of a file may hold on Windows. */
const inFileName = (text: string): string =>
  Array.from(text.replaceAll(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').replaceAll(/\s+/gu, ' '))
    .slice(0, LONGEST)
    .join('')
    .trim()
