import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { newId } from '../../db/model/ids.ts'
import type { PacketWish } from '../../db/model/packet.ts'
import { packetChoices } from '../../db/packet/choices.ts'
import { readAll } from '../../db/queries/read.ts'
import { Workbook, type WorkbookPlace } from '../../db/workbook.ts'
import { exampleFiles, incoming, newWorkbook, placeIn, readJson, temporaryFolder } from './workbooks.ts'

export const SCHOOL = 'Strandvejens Skole'
export const CHILDREN = 'Center for Børn & Læring'

/** The example municipality, a colleague who has the program elsewhere, and a way to speak of nodes by their titles. */
export interface Municipality {
  readonly workbook: Workbook
  readonly place: WorkbookPlace
  readonly unit: (name: string) => string
  readonly node: (title: string) => string
  /** The unit's own indsatser to contribute to, and these besides. */
  readonly wish: (unit: string, ...besides: readonly string[]) => PacketWish
  /** Sends the packet to the unit, and opens it there. */
  readonly sent: (wish: PacketWish) => Workbook
}

export function municipality(): Municipality {
  const folder = temporaryFolder()
  const place = placeIn(folder)
  const workbook = newWorkbook(place)
  workbook.import(
    exampleFiles.slice(0, 6).map((file) => incoming(readJson(file))),
    { replace: false },
  )
  workbook.save()
  const unit = (name: string): string =>
    readAll(workbook.db, 'unit', 'WHERE name = ?', name)[0]?.id ?? `there is no unit ${name}`
  const node = (title: string): string =>
    readAll(workbook.db, 'node', 'WHERE title = ?', title)[0]?.id ?? `there is no node ${title}`
  return {
    workbook,
    place,
    unit,
    node,
    wish: (name, ...besides) => {
      const { indsatser } = packetChoices(workbook.db, unit(name))
      const own = indsatser.filter(({ bidrag }) => bidrag.length > 0).map(({ id }) => id)
      return { unitId: unit(name), indsatser: [...own, ...besides.map(node)] }
    },
    sent: (wish) => {
      const file = join(folder, `pakke-${newId()}.sqlite`)
      workbook.sendPacket(wish, file)
      return openedElsewhere(file, folder)
    },
  }
}

/** Opens a file as Bo does, on his computer. */
export function openedElsewhere(file: string, folder: string): Workbook {
  const workBase = join(folder, 'work-bo')
  const workbook = Workbook.open({
    ...placeIn(folder),
    file,
    workBase,
    person: { who: 'Bo', machine: 'pc-2' },
  })
  onTestFinished(() => {
    if (workbook.db.open) workbook.close()
  })
  return workbook
}
