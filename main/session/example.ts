import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { dialogTexts } from '../../db/model/texts/window/dialogs.ts'
import { Workbook, type WorkbookPlace } from '../../db/workbook.ts'
import { readExchangeFile } from '../import/read-exchange-file.ts'

/** Makes the example workbook from the exchange files in a folder. */
export async function makeExample(place: WorkbookPlace, source: string): Promise<void> {
  const workbook = Workbook.create(place, dialogTexts.exampleOrganisation)
  try {
    const names = (await readdir(source)).filter((name) => name.endsWith('.json')).sort()
    const files = names.map((name) => join(source, name))
    const incoming = []
    for (const file of files) incoming.push(await readExchangeFile(file, workbook.templates))
    workbook.import(incoming, { replace: false })
    workbook.save()
  } finally {
    workbook.close()
  }
}
