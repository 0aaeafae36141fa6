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
import { contentOf } from '../../support/workbooks.ts'
import { bidrag, indsats, outline, outlineOf, rowsOf } from './compare.ts'

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
