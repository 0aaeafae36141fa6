import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { copiesBeside } from '../../../db/file/copies-beside.ts'
import { workbookIdOf } from '../../../db/file/workbook-id.ts'
import { newId } from '../../../db/model/ids.ts'
import { packetChoices } from '../../../db/packet/choices.ts'
import { isPacketOf } from '../../../db/packet/recognised.ts'
import { sentPackets } from '../../../db/packet/sent.ts'
import { readAll } from '../../../db/queries/read.ts'
import type { Workbook } from '../../../db/workbook.ts'
import { write } from '../../support/colleagues.ts'
import { CHILDREN, municipality, openedElsewhere, SCHOOL } from '../../support/packets.ts'
import { contentOf, newWorkbook, placeIn, temporaryFolder } from '../../support/workbooks.ts'

const bidrag = 'Trivselsmøder hver fjerde uge'
const indsats = 'Tidlig opsporing af børn i mistrivsel'

/** Titles of the outline, a level deeper for each that stands above. */
function outlineOf({ db, plans }: Workbook): readonly string[] {
  const below = (planId: string, parentId: string | null, depth: number): readonly string[] =>
    readAll(db, 'node', 'WHERE planId = ? AND parentId IS ? ORDER BY pos, id', planId, parentId).flatMap(
      ({ id, type, title }) =>
        type === 'milestone' || type === 'indicator'
          ? []
          : [`${'  '.repeat(depth)}${title}`, ...below(planId, id, depth + 1)],
    )
  return plans.flatMap(({ id, title }) => [title, ...below(id, null, 1)])
}

/** The rows of a workbook by table and id, as they lie in the file with their stamps. */
function rowsOf({ db }: Workbook, tables: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    tables.flatMap((table) =>
      db
        .prepare<[], { id: string }>(`SELECT * FROM ${table}`)
        .all()
        .map((row) => [`${table} ${row.id}`, JSON.stringify(row)] as const),
    ),
  )
}

const outline = ['plan', 'node', 'field', 'milestone', 'indicator', 'link', 'coordinator', 'cover', 'unit']

/** What is not the same in the two: the names of tables, and what became of the rows. */
function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const found = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    if (before.get(key) === after.get(key)) return []
    const [table] = key.split(' ')
    return [`${table} ${before.has(key) ? (after.has(key) ? 'changed' : 'gone') : 'new'}`]
  })
  return found.toSorted()
}

describe('the choices for a unit', () => {
  test('begin with the indsatser that its own plans contribute to, and hold all others', () => {
    const { workbook, unit, node } = municipality()
    const { indsatser, hasPlan } = packetChoices(workbook.db, unit(SCHOOL))
    const own = indsatser.filter((choice) => choice.bidrag.length > 0)
    expect(indsatser.slice(0, own.length)).toEqual(own)
    expect(own).toHaveLength(11)
    expect(own.find(({ id }) => id === node(indsats))).toEqual({
      id: node(indsats),
      title: indsats,
      planTitle: 'Målaftale',
      unit: CHILDREN,
      bidrag: [{ id: node(bidrag), title: bidrag }],
    })
    expect(indsatser).toHaveLength(readAll(workbook.db, 'node', "WHERE type = 'indsats'").length)
    expect(hasPlan).toBe(true)
  })

  test('are others’ bidrag to what the unit coordinates in no case: those are not its own', () => {
    const { workbook, unit } = municipality()
    const direktion = packetChoices(workbook.db, unit('Direktionen'))
    expect(direktion.indsatser.filter((choice) => choice.bidrag.length > 0)).toEqual([])
    expect(packetChoices(workbook.db, unit('Byrådet')).hasPlan).toBe(false)
  })
})

describe('a packet', () => {
  test('holds the unit’s bidrag and the indsatser they serve, and above them titles alone', () => {
    const { workbook, unit, node, sent } = municipality()
    const packet = sent({ unitId: unit(SCHOOL), indsatser: [node(indsats)] })
    expect(packet.packet).toMatchObject({
      unit: { id: unit(SCHOOL), name: SCHOOL },
      madeBy: 'Maja',
    })
    expect(outlineOf(packet)).toEqual([
      'Målaftale',
      '  Koordinerende rolle',
      `    ${indsats}`,
      'Målaftale',
      '  Egne bidrag',
      `    ${bidrag}`,
    ])
    const whole = rowsOf(workbook, outline)
    const part = rowsOf(packet, outline)
    expect([...part].every(([key, row]) => whole.get(key) === row)).toBe(true)
    expect(readAll(packet.db, 'field', 'WHERE nodeId = ?', node(bidrag))).toHaveLength(
      readAll(workbook.db, 'field', 'WHERE nodeId = ?', node(bidrag)).length,
    )
    expect(packet.organisation).toBe('Sundkøbing Kommune')
    expect(packet.templates.map(({ key }) => key)).toEqual(['maalaftale'])
    expect([...packet.units.values()].toSorted()).toEqual([CHILDREN, SCHOOL])
    for (const table of ['cover', 'snapshot', 'conflict', 'txn', 'change']) {
      expect(packet.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
    }
  })

  test('has room for a bidrag to an indsats that the unit does not contribute to yet', () => {
    const { unit, node, sent } = municipality()
    const asked = 'En demensvenlig kommune'
    const packet = sent({ unitId: unit(SCHOOL), indsatser: [node(asked)] })
    expect(outlineOf(packet)).toEqual([
      'Målaftale',
      '  Koordinerende rolle',
      `    ${asked}`,
      'Målaftale',
      '  Egne bidrag',
    ])
  })

  test('is remembered in the whole workbook, also when that is opened again', () => {
    const { workbook, wish, sent } = municipality()
    const packet = sent(wish(SCHOOL))
    workbook.save()
    const again = openedElsewhere(workbook.file, dirname(workbook.file))
    expect(sentPackets(again.db)).toEqual([
      {
        id: packet.packet?.id,
        unit: packet.packet?.unit,
        sentAt: packet.packet?.madeAt,
        sentBy: 'Maja',
        indsatser: 11,
        bidrag: 9,
        answer: null,
      },
    ])
    expect(sentPackets(packet.db)).toEqual([])
    expect(workbook.history.undo?.label).toEqual({ command: 'packet.send', about: SCHOOL })
  })

  test('has backups of its own on the computer where it was sent from', () => {
    const { workbook, wish, place } = municipality()
    const file = join(dirname(workbook.file), 'pakke.sqlite')
    workbook.sendPacket(wish(SCHOOL), file)
    const before = workbook.backups.list()
    const packet = openedElsewhere(file, dirname(file))
    expect(packet.backups.list().some(({ name }) => before.some((one) => one.name === name))).toBe(false)
    expect(place.file).toBe(workbook.file)
  })
})

describe('a packet is told by its first bytes', () => {
  test('from the whole workbook, and from one of another workbook', () => {
    const { workbook, wish, sent } = municipality()
    const packet = sent(wish(SCHOOL))
    const id = workbookIdOf(workbook.db)
    expect(isPacketOf(packet.file, id)).toBe(true)
    expect(isPacketOf(packet.file, newId())).toBe(false)
    expect(isPacketOf(workbook.file, id)).toBe(false)
    expect(isPacketOf(join(dirname(packet.file), 'ingen.sqlite'), id)).toBe(false)
  })

  test('and is no copy of the workbook that anybody is asked about', async () => {
    const { workbook, wish, sent } = municipality()
    sent(wish(SCHOOL))
    expect(await copiesBeside(workbook.file, workbookIdOf(workbook.db))).toEqual([])
  })
})

describe('in a packet', () => {
  test('the unit writes its bidrag, also new ones with what belongs to them', () => {
    const { unit, node, wish, sent } = municipality()
    const packet = sent(wish(SCHOOL))
    const planId = readAll(packet.db, 'plan', 'WHERE unitId = ?', unit(SCHOOL))[0]?.id ?? ''
    const section = readAll(packet.db, 'node', "WHERE planId = ? AND type = 'section'", planId)
    const [id, milestone] = [newId(), newId()]
    const parentId = section.find(({ title }) => title === 'Egne bidrag')?.id ?? null
    const at = { planId, after: null }
    packet.execute(write(node(bidrag), 'effekt', 'Ny effekt'))
    packet.execute({ type: 'node.rename', id: node(bidrag), title: 'Trivselsmøder' })
    packet.execute({ type: 'node.insert', id, ...at, parentId, nodeType: 'bidrag', title: 'Nyt' })
    packet.execute({
      type: 'node.insert',
      id: milestone,
      ...at,
      parentId: id,
      nodeType: 'milestone',
      title: 'Begyndt',
    })
    packet.execute({ type: 'link.set', nodeId: id, kind: 'contributesTo', targets: [node(indsats)] })
    packet.execute({ type: 'coordinators.set', nodeId: id, units: [CHILDREN] })
    packet.execute({ type: 'node.delete', id: milestone })
    packet.undo()
    packet.redo()
    packet.execute({ type: 'node.delete', id })
    expect(outlineOf(packet)).toContain('    Trivselsmøder')
  })

  test.each<[string, (packet: Workbook, node: (title: string) => string) => unknown]>([
    [
      'the title of an indsats',
      (packet, node) => packet.execute({ type: 'node.rename', id: node(indsats), title: 'x' }),
    ],
    ['a text of an indsats', (packet, node) => packet.execute(write(node(indsats), 'effekt', 'x'))],
    ['an indsats as a whole', (packet, node) => packet.execute({ type: 'node.delete', id: node(indsats) })],
    [
      'the plan',
      (packet) =>
        packet.execute({ type: 'plan.update', id: packet.plans[0]?.id ?? '', changes: { title: 'x' } }),
    ],
    [
      'the plan as a whole',
      (packet) => packet.execute({ type: 'plan.delete', id: packet.plans[0]?.id ?? '' }),
    ],
    ['the organisation', (packet) => packet.execute({ type: 'organisation.rename', name: 'x' })],
    [
      'the units',
      (packet, node) =>
        packet.execute({ type: 'coordinators.set', nodeId: node(bidrag), units: ['En helt ny enhed'] }),
    ],
    [
      'a section',
      (packet) => {
        const [section] = readAll(packet.db, 'node', "WHERE title = 'Egne bidrag'")
        return packet.execute({ type: 'node.delete', id: section?.id ?? '' })
      },
    ],
    [
      'anything beside a bidrag, in one command with it',
      (packet, node) =>
        packet.execute({
          type: 'batch',
          commands: [
            write(node(bidrag), 'effekt', 'x'),
            { type: 'node.rename', id: node(indsats), title: 'x' },
          ],
        }),
    ],
  ])('nobody changes %s', (_what, change) => {
    const { node, wish, sent } = municipality()
    const packet = sent(wish(SCHOOL))
    const before = contentOf(packet)
    expect(() => change(packet, node)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(packet\.read-only|command\.not-allowed)$/) }),
    )
    expect(contentOf(packet)).toBe(before)
  })
})

describe('an answer', () => {
  test('changes exactly what was filled in, takes nothing away, and is remembered', () => {
    const { workbook, node, wish, sent, place } = municipality()
    const packet = sent(wish(SCHOOL))
    const before = rowsOf(workbook, outline)
    packet.execute(write(node(bidrag), 'effekt', 'Vi holder møder', 'Og følger op'))
    packet.execute({ type: 'node.rename', id: node(bidrag), title: 'Trivselsmøder' })
    packet.save()
    const merged = workbook.merge(packet.file)
    expect(merged).toMatchObject({ nothingNew: false, conflicts: [], notices: [] })
    expect(differences(before, rowsOf(workbook, outline))).toEqual(['field changed', 'node changed'])
    expect(readAll(workbook.db, 'node', 'WHERE id = ?', node('Trivselsmøder'))).toHaveLength(1)
    const expected = { by: 'Bo', changes: 2, at: expect.stringMatching(/^\d{4}-/) }
    expect(sentPackets(workbook.db)[0]?.answer).toEqual(expected)
    workbook.save()
    const again = openedElsewhere(place.file, dirname(place.file))
    expect(sentPackets(again.db)[0]?.answer).toEqual(expected)
  })

  test('brings a bidrag that was not there before, with all that belongs to it', () => {
    const { workbook, unit, node, sent } = municipality()
    const asked = node('En demensvenlig kommune')
    const packet = sent({ unitId: unit(SCHOOL), indsatser: [asked] })
    const [section] = readAll(packet.db, 'node', "WHERE title = 'Egne bidrag'")
    const [id, milestone] = [newId(), newId()]
    const at = { planId: section?.planId ?? '', after: null }
    const place = { ...at, parentId: section?.id ?? null }
    packet.execute({ type: 'node.insert', id, ...place, nodeType: 'bidrag', title: 'Besøgsvenner' })
    packet.execute({ type: 'link.set', nodeId: id, kind: 'contributesTo', targets: [asked] })
    packet.execute({ type: 'coordinators.set', nodeId: id, units: ['Center for Sundhed & Omsorg'] })
    packet.execute({
      type: 'node.insert',
      id: milestone,
      ...at,
      parentId: id,
      nodeType: 'milestone',
      title: 'Begyndt',
    })
    packet.save()
    const before = rowsOf(workbook, outline)
    expect(workbook.merge(packet.file)).toMatchObject({ nothingNew: false, conflicts: [], notices: [] })
    expect(differences(before, rowsOf(workbook, outline))).toEqual([
      'coordinator new',
      'link new',
      'milestone new',
      'node new',
      'node new',
    ])
    expect(
      packetChoices(workbook.db, unit(SCHOOL)).indsatser.find((each) => each.id === asked)?.bidrag,
    ).toEqual([{ id, title: 'Besøgsvenner' }])
    expect(outlineOf(workbook).filter((line) => line.endsWith('Besøgsvenner'))).toEqual(['    Besøgsvenner'])
  })

  test('that comes twice changes nothing the second time; one with more is taken in', () => {
    const { workbook, node, wish, sent } = municipality()
    const packet = sent(wish(SCHOOL))
    expect(workbook.merge(packet.file)).toEqual({ nothingNew: true })
    packet.execute(write(node(bidrag), 'effekt', 'Først'))
    packet.save()
    workbook.merge(packet.file)
    const before = contentOf(workbook)
    expect(workbook.merge(packet.file)).toEqual({ nothingNew: true })
    expect(contentOf(workbook)).toBe(before)
    packet.execute(write(node(bidrag), 'effekt', 'Så'))
    packet.save()
    workbook.merge(packet.file)
    expect(sentPackets(workbook.db)[0]?.answer).toMatchObject({ changes: 2 })
  })

  test('whose merge is undone is no answer any more, and can be taken in again', () => {
    const { workbook, node, wish, sent } = municipality()
    const packet = sent(wish(SCHOOL))
    packet.execute(write(node(bidrag), 'effekt', 'Fyldt ud'))
    packet.save()
    const before = contentOf(workbook)
    workbook.merge(packet.file)
    workbook.undoMerge()
    expect(contentOf(workbook)).toBe(before)
    expect(sentPackets(workbook.db)[0]?.answer).toBe(null)
    expect(workbook.merge(packet.file)).toMatchObject({ nothingNew: false, conflicts: [] })
    expect(sentPackets(workbook.db)[0]?.answer).toMatchObject({ by: 'Bo', changes: 1 })
  })

  test('to a text that the sender wrote in too is an ordinary conflict', () => {
    const { workbook, node, wish, sent } = municipality()
    const packet = sent(wish(SCHOOL))
    packet.execute({ type: 'node.rename', id: node(bidrag), title: 'Skolens titel' })
    packet.save()
    const id = node(bidrag)
    workbook.execute({ type: 'node.rename', id, title: 'Centrets titel' })
    const merged = workbook.merge(packet.file)
    expect(merged).toMatchObject({ conflicts: [{ tbl: 'node', rowId: id, unit: 'title' }] })
    expect(readAll(workbook.db, 'node', 'WHERE id = ?', id)[0]?.title).toBe('Centrets titel')
  })

  test('takes a bidrag away where the unit did', () => {
    const { workbook, node, wish, sent } = municipality()
    const packet = sent(wish(SCHOOL))
    const id = node(bidrag)
    packet.execute({ type: 'node.delete', id })
    packet.save()
    const before = readAll(workbook.db, 'node').length
    workbook.merge(packet.file)
    expect(readAll(workbook.db, 'node', 'WHERE id = ?', id)).toEqual([])
    expect(before - readAll(workbook.db, 'node').length).toBeLessThan(10)
  })

  test('to which two at the unit have written: their copies of the packet meet before it goes back', () => {
    const { workbook, node, wish, sent } = municipality()
    const packet = sent(wish(SCHOOL))
    const copy = `${packet.file}-kopi.sqlite`
    copyFileSync(packet.file, copy)
    const other = openedElsewhere(copy, dirname(copy))
    packet.execute({ type: 'node.delete', id: node(bidrag) })
    packet.save()
    other.execute(write(node('Bilfri morgen på Strandvejen'), 'effekt', 'Fyldt ud'))
    other.merge(packet.file)
    other.save()
    const nodes = readAll(workbook.db, 'node').length
    workbook.merge(copy)
    expect(readAll(workbook.db, 'node', 'WHERE id = ?', node('Bilfri morgen på Strandvejen'))).toHaveLength(1)
    expect(nodes - readAll(workbook.db, 'node').length).toBeLessThan(10)
    expect(readAll(workbook.db, 'node', 'WHERE title = ?', bidrag)).toEqual([])
    expect(sentPackets(workbook.db)[0]?.answer).toMatchObject({ changes: 2 })
  })

  test('says the same to two who took it in apart: they meet without a conflict', () => {
    const { workbook, node, wish, sent, place } = municipality()
    const packet = sent(wish(SCHOOL))
    workbook.save()
    const other = openedElsewhere(place.file, dirname(place.file))
    packet.execute(write(node(bidrag), 'effekt', 'Fyldt ud'))
    packet.save()
    workbook.merge(packet.file)
    other.merge(packet.file)
    other.saveAs(join(dirname(place.file), 'kopi.sqlite'))
    const merged = workbook.merge(other.file)
    if (!merged.nothingNew) expect(merged.conflicts).toEqual([])
    expect(sentPackets(workbook.db)).toEqual(sentPackets(other.db))
    expect(contentOf(workbook)).toBe(contentOf(other))
  })
})

describe('is refused', () => {
  test('a packet into a state that has not seen what the packet was made from', () => {
    const { workbook, node, wish, place } = municipality()
    const old = openedElsewhere(place.file, dirname(place.file))
    workbook.execute({ type: 'node.rename', id: node(indsats), title: 'Opsporing' })
    const file = join(dirname(place.file), 'pakke.sqlite')
    workbook.sendPacket(wish(SCHOOL), file)
    const packet = openedElsewhere(file, dirname(file))
    packet.execute(write(node(bidrag), 'effekt', 'Fyldt ud'))
    packet.save()
    const before = contentOf(old)
    expect(() => old.merge(file)).toThrow(expect.objectContaining({ code: 'merge.packet-ahead' }))
    expect(contentOf(old)).toBe(before)
    workbook.save()
    old.merge(place.file)
    expect(old.merge(file)).toMatchObject({ nothingNew: false, conflicts: [] })
  })

  test('a whole workbook, or another packet, into a packet', () => {
    const { workbook, wish, sent, place } = municipality()
    const [packet, other] = [sent(wish(SCHOOL)), sent(wish(CHILDREN))]
    workbook.save()
    for (const file of [place.file, other.file]) {
      expect(() => packet.merge(file)).toThrow(expect.objectContaining({ code: 'merge.into-packet' }))
    }
  })

  test('a packet of a packet, or in the place of the workbook', () => {
    const { workbook, wish, sent, place } = municipality()
    const packet = sent(wish(SCHOOL))
    const file = join(dirname(place.file), 'ny.sqlite')
    expect(() => packet.sendPacket(wish(SCHOOL), file)).toThrow(
      expect.objectContaining({ code: 'packet.of-packet' }),
    )
    expect(existsSync(file)).toBe(false)
    const before = readFileSync(place.file)
    expect(() => workbook.sendPacket(wish(SCHOOL), place.file, { overwrite: true })).toThrow(
      expect.objectContaining({ code: 'workbook.exists' }),
    )
    expect(readFileSync(place.file).equals(before)).toBe(true)
  })

  test('a packet for a unit that has nowhere to write, and one over another file; nothing is remembered', () => {
    const { workbook, unit, node, wish, place } = municipality()
    const file = join(dirname(place.file), 'ny.sqlite')
    expect(() => workbook.sendPacket({ unitId: unit('Byrådet'), indsatser: [node(indsats)] }, file)).toThrow(
      expect.objectContaining({ code: 'packet.no-plan', details: { unit: 'Byrådet' } }),
    )
    writeFileSync(file, 'noget andet')
    expect(() => workbook.sendPacket(wish(SCHOOL), file)).toThrow(
      expect.objectContaining({ code: 'workbook.exists' }),
    )
    expect(readFileSync(file, 'utf8')).toBe('noget andet')
    expect(sentPackets(workbook.db)).toEqual([])
  })

  test.each(['{}', 'intet', '{"id":1}'])('a file that says of itself that it is the packet %s', (said) => {
    const place = placeIn(temporaryFolder())
    const workbook = newWorkbook(place)
    workbook.db.prepare("INSERT INTO meta (key, value) VALUES ('packet', ?)").run(said)
    workbook.save()
    expect(() => openedElsewhere(place.file, dirname(place.file))).toThrow(
      expect.objectContaining({ code: 'workbook.foreign-content' }),
    )
  })
})
