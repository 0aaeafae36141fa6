import { writeSync } from 'node:fs'
import { newId } from '../../db/model/ids.ts'
import { Workbook } from '../../db/workbook.ts'

/**
 * A program that opens a workbook, gives commands and never saves, until it is killed: `window-child.ts FILE WORKBASE`. Says
 * `ready` once three commands are confirmed.
 */
const [file = '', workBase = ''] = process.argv.slice(2)
const workbook = Workbook.open({ file, workBase })
for (const title of ['Første', 'Anden', 'Tredje']) {
  workbook.execute({
    type: 'plan.create',
    id: newId(),
    template: 'maalaftale',
    variant: null,
    title,
    period: { from: 2027, to: 2029 },
    unit: 'Direktionen',
  })
}
writeSync(1, 'ready\n')
setInterval(() => {}, 1000)
