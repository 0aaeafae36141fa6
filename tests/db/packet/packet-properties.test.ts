import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command, SingleCommand } from '../../../db/model/commands.ts'
import { AppError } from '../../../db/model/errors.ts'
import { newId } from '../../../db/model/ids.ts'
import { isToFillIn } from '../../../db/model/packet.ts'
import { BODY, type Records } from '../../../db/model/records.ts'
import { readAll } from '../../../db/queries/read.ts'
import type { Workbook } from '../../../db/workbook.ts'
import { write } from '../../support/colleagues.ts'
import { openedElsewhere } from '../../support/packets.ts'
import { type Choices, choices, randomCommand } from '../../support/random-commands.ts'
import { contentOf, newWorkbook } from '../../support/workbooks.ts'

/** How often each property is tried; more with PACKET_RUNS=200. */
const numRuns = Number(process.env.PACKET_RUNS ?? 12)
const timeout = 60_000 + numRuns * 2000

const units = ['Center Nord', 'Center Syd', 'Skolen']

/** Writes in the texts of every node a word of its own, by which it is found in the bytes of a file. */
const markOf = (id: string): string => `mærke${id.slice(-12)}`

function randomWorkbook(edits: readonly Choices[], links: readonly number[]): Workbook {
  const workbook = newWorkbook()
  for (const unit of units) {
    const [planId, section] = [newId(), newId()]
    const period = { from: 2027, to: 2029 }
    const plan = { template: 'maalaftale', variant: 'center', title: `Aftale ${unit}`, period, unit } as const
    workbook.execute({ type: 'plan.create', id: planId, ...plan })
    workbook.execute(inserted(section, planId, null, 'section'))
    for (const type of ['indsats', 'bidrag', 'indsats', 'bidrag'] as const) {
      const id = newId()
      workbook.execute(inserted(id, planId, section, type))
      workbook.execute(inserted(newId(), planId, id, 'milestone'))
    }
  }
  for (const edit of edits) attempt(workbook, randomCommand(workbook, edit))
  const indsatser = readAll(workbook.db, 'node', "WHERE type = 'indsats' ORDER BY id")
  for (const [index, bidrag] of readAll(workbook.db, 'node', "WHERE type = 'bidrag' ORDER BY id").entries()) {
    const target = indsatser[(links[index % links.length] ?? 0) % Math.max(1, indsatser.length)]
    if (target) {
      attempt(workbook, { type: 'link.set', nodeId: bidrag.id, kind: 'contributesTo', targets: [target.id] })
    }
  }
  const commands = readAll(workbook.db, 'node').flatMap((node): readonly SingleCommand[] => {
    const { id, type, title } = node
    const renamed = { type: 'node.rename', id, title: `${title} ${markOf(id)}`.slice(-1500) } as const
    return type === 'indsats' || type === 'bidrag'
      ? [renamed, write(id, textOf(workbook, node), `tekst${markOf(id)}`)]
      : [renamed]
  })
  workbook.execute({ type: 'batch', commands: [...commands] })
  return workbook
}

/** A text that the node has in the template of its plan: a random plan may be of any kind. */
const textOf = ({ plans }: Workbook, { planId }: Records['node']): string =>
  plans.find(({ id }) => id === planId)?.template === 'maalaftale' ? 'effekt' : BODY

const inserted = (
  id: string,
  planId: string,
  parentId: string | null,
  nodeType: 'section' | 'indsats' | 'bidrag' | 'milestone',
): Command => ({ type: 'node.insert', id, planId, parentId, after: null, nodeType, title: nodeType })

/** What is refused is refused; anything else that is thrown is a bug. */
function attempt(workbook: Workbook, command: Command): void {
  try {
    workbook.execute(command)
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
  }
}

const plan = fc.record({
  edits: fc.array(choices, { maxLength: 12 }),
  links: fc.array(fc.nat(50), { minLength: 1, maxLength: 8 }),
  unit: fc.nat(20),
  wished: fc.array(fc.nat(50), { minLength: 1, maxLength: 4 }),
  answers: fc.array(choices, { maxLength: 8 }),
})

/** Sends a packet of the workbook; null where there is nothing to send. */
function packetOf(workbook: Workbook, unit: number, wished: readonly number[]): Workbook | null {
  const known = readAll(workbook.db, 'unit', 'ORDER BY id')
  const indsatser = readAll(workbook.db, 'node', "WHERE type = 'indsats' ORDER BY id")
  const unitId = known[unit % known.length]?.id ?? ''
  const ids = new Set(wished.flatMap((number) => indsatser[number % Math.max(1, indsatser.length)]?.id ?? []))
  const file = join(dirname(workbook.file), `pakke-${newId()}.sqlite`)
  try {
    workbook.sendPacket({ unitId, indsatser: [...ids] }, file)
  } catch (error) {
    expect(error).toMatchObject({ code: 'packet.no-plan' })
    return null
  }
  return openedElsewhere(file, dirname(file))
}

test('every packet opens with all checks, and holds no text of a row that is not in it', { timeout }, () => {
  let packets = 0
  fc.assert(
    fc.property(plan, ({ edits, links, unit, wished }) => {
      const workbook = randomWorkbook(edits, links)
      const packet = packetOf(workbook, unit, wished)
      if (!packet) return
      packets += 1
      const bytes = readFileSync(packet.file)
      const there = new Set(readAll(packet.db, 'node').map(({ id }) => id))
      const texts = new Set(readAll(packet.db, 'field').map(({ nodeId }) => nodeId))
      for (const { id } of readAll(workbook.db, 'node')) {
        expect(bytes.includes(Buffer.from(` ${markOf(id)}`))).toBe(there.has(id))
        expect(bytes.includes(Buffer.from(`tekst${markOf(id)}`))).toBe(texts.has(id))
      }
      for (const name of ['Maja', 'pc-1']) {
        expect(bytes.toString('latin1').split(name).length - 1).toBe(name === 'Maja' ? 1 : 0)
      }
    }),
    { numRuns },
  )
  expect(packets).toBeGreaterThan(numRuns / 4)
})

test('whatever is done in a packet, only what is to be filled in changes, there and when it comes back', {
  timeout,
}, () => {
  let answers = 0
  fc.assert(
    fc.property(plan, ({ edits, links, unit, wished, answers: given }) => {
      const workbook = randomWorkbook(edits, links)
      const packet = packetOf(workbook, unit, wished)
      if (!packet) return
      const mine = ownRows(packet)
      const before = othersIn(workbook, mine)
      for (const answer of given) attempt(packet, randomCommand(packet, answer))
      const own = readAll(packet.db, 'node', "WHERE type = 'bidrag' ORDER BY id")
      for (const node of own) packet.execute(write(node.id, textOf(packet, node), `Svar ${node.id}`))
      packet.save()
      const merged = workbook.merge(packet.file)
      if (!merged.nothingNew) answers += 1
      for (const { id } of own) {
        expect(readAll(workbook.db, 'field', 'WHERE nodeId = ? ORDER BY key', id)).toEqual(
          readAll(packet.db, 'field', 'WHERE nodeId = ? ORDER BY key', id),
        )
      }
      const now = new Set([...mine, ...ownRows(packet)])
      expect(othersIn(workbook, now)).toEqual(before)
      const content = contentOf(workbook)
      expect(workbook.merge(packet.file)).toEqual({ nothingNew: true })
      expect(contentOf(workbook)).toBe(content)
    }),
    { numRuns },
  )
  expect(answers).toBeGreaterThan(numRuns / 6)
})

/** The rows of a packet that may be filled in. */
function ownRows({ db, packet, plans }: Workbook): ReadonlySet<string> {
  const nodes = new Map(readAll(db, 'node').map((node) => [node.id, node]))
  const around = {
    unitOf: (planId: string) => plans.find(({ id }) => id === planId)?.unitId,
    node: (id: string) => nodes.get(id),
  }
  const own = [...nodes.values()].filter((node) => packet && isToFillIn(packet, node, around))
  return new Set(own.map(({ id }) => id))
}

/** All nodes but these, with their texts. */
const othersIn = ({ db }: Workbook, ids: ReadonlySet<string>): readonly unknown[] => [
  readAll(db, 'node', 'ORDER BY id').filter(({ id }) => !ids.has(id)),
  readAll(db, 'field', 'ORDER BY id').filter(({ nodeId }) => !ids.has(nodeId)),
  readAll(db, 'plan', 'ORDER BY id'),
  readAll(db, 'unit', 'ORDER BY id'),
]
