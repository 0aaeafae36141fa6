import { basename, dirname } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '../../../db/model/ids.ts'
import { readAll } from '../../../db/queries/read.ts'
import { packetFile } from '../../../main/session/packet-file.ts'
import { newWorkbook } from '../../support/workbooks.ts'

const now = new Date('2026-11-22T12:00:00')

/** The name for a unit with a plan of this kind from 2028 on. */
function nameFor(unit: string, template = 'maalaftale'): string {
  const workbook = newWorkbook()
  const period = { from: 2028, to: 2030 }
  const plan = { template, variant: null, title: 'Plan', period, unit }
  workbook.execute({ type: 'plan.create', id: newId(), ...plan })
  const id = readAll(workbook.db, 'unit', 'WHERE name = ?', unit)[0]?.id ?? ''
  const file = packetFile(workbook, id, now)
  expect(dirname(file)).toBe(dirname(workbook.file))
  return basename(file)
}

test.each([
  ['Strandvejens Skole', 'Bidragspakke – Strandvejens Skole – 2028.sqlite'],
  ['Center for Børn & Læring', 'Bidragspakke – Center for Børn & Læring – 2028.sqlite'],
  ['By/Land: "Øst" <a|b>?*\\', 'Bidragspakke – By Land Øst a b – 2028.sqlite'],
  ['x'.repeat(200), `Bidragspakke – ${'x'.repeat(80)} – 2028.sqlite`],
])('a packet for %s is called so that every system takes the name', (unit, name) => {
  expect(nameFor(unit)).toBe(name)
})

test('where the unit has no agreement, it is called by the year in which it is sent', () => {
  expect(nameFor('Byrådet', 'politisk-grundlag')).toBe('Bidragspakke – Byrådet – 2026.sqlite')
})
