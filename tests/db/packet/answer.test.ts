import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../db/model/ids.ts'
import { packetChoices } from '../../../db/packet/choices.ts'
import { sentPackets } from '../../../db/packet/sent.ts'
import { readAll } from '../../../db/queries/read.ts'
import { write } from '../../support/colleagues.ts'
import { CHILDREN, municipality, openedElsewhere, SCHOOL } from '../../support/packets.ts'
import { contentOf, newWorkbook, placeIn, temporaryFolder } from '../../support/workbooks.ts'
import { bidrag, differences, indsats, outline, outlineOf, rowsOf } from './compare.ts'

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
