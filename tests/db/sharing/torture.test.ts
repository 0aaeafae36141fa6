import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../../db/model/ids.ts'
import { statement } from '../../../db/transaction.ts'
import { Workbook } from '../../../db/workbook.ts'
import { Sharer } from '../../support/sharer.ts'
import { temporaryFolder } from '../../support/workbooks.ts'

/** Rounds in this run; a thousand have been run before each release. */
const ROUNDS = Number(process.env.TORTURE_ROUNDS ?? 30)
/** After so many rounds they begin with a new workbook. */
const ROUNDS_A_BOOK = 30
const DAY = 86_400_000

/** Two users, the folder that they share, and what each of them has been told is safe. */
interface World {
  readonly folder: string
  readonly book: string
  readonly planId: string
  /** Rows whose titles both of them change. */
  readonly shared: readonly string[]
  readonly anne: Sharer
  readonly bo: Sharer
  /** Titles of confirmed new rows. */
  readonly added: Set<string>
  /** Confirmed titles of shared rows; those that somebody has replaced, having seen them, are gone from here. */
  readonly titles: Set<string>
  readonly random: () => number
}

type Trouble = (world: World) => Promise<void>

const saves = ({ anne, bo }: World) => Promise.all([anne.ask({ do: 'save' }), bo.ask({ do: 'save' })])
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Somebody's program is killed a moment after it began to save. */
async function killedSaving({ random }: World, who: Sharer): Promise<void> {
  const saving = who.ask({ do: 'save' })
  await pause(random() * 60)
  await who.kill()
  await saving
}

const troubles: Readonly<Record<string, Trouble>> = {
  'both save at once': async (world) => void (await saves(world)),
  'one is killed while saving': async (world) => {
    await killedSaving(world, world.anne)
    await world.bo.ask({ do: 'save' })
  },
  'one is killed while merging': async (world) => {
    await world.bo.ask({ do: 'save' })
    await killedSaving(world, world.anne)
  },
  'both are killed while saving': async (world) => {
    await Promise.all([killedSaving(world, world.anne), killedSaving(world, world.bo)])
  },
  'the file is renamed for a while': async (world) => {
    renameSync(world.book, `${world.book}.andet-navn`)
    expect(await world.anne.ask({ do: 'save' })).toEqual({ stated: 'workbook.missing' })
    renameSync(`${world.book}.andet-navn`, world.book)
  },
  'the file is cut in half': async (world) => {
    truncateSync(world.book, Math.floor(statSync(world.book).size / 2))
    for (const said of await saves(world)) expect(said).toMatchObject({ stated: expect.any(String) })
    expect(statSync(world.book).size).toBeGreaterThan(0)
    // As she is told: put it away, and save hers in its place.
    renameSync(world.book, `${world.book}-beskadiget`)
    expect(await world.bo.ask({ do: 'save-as', file: world.book })).toEqual({ confirmed: '' })
    rmSync(`${world.book}-beskadiget`)
  },
  'something else lies in its place': async (world) => {
    const kept = `${world.book}-gemt`
    renameSync(world.book, kept)
    writeFileSync(world.book, 'Dette er et brev.')
    for (const said of await saves(world)) expect(said).toMatchObject({ stated: expect.any(String) })
    renameSync(kept, world.book)
  },
  'an older copy is put in its place': async (world) => {
    const older = `${world.book}-aeldre`
    copyFileSync(world.book, older)
    await world.anne.ask({ do: 'save' })
    renameSync(older, world.book)
    await saves(world)
  },
  'nobody may write in the folder for a while': async (world) => {
    await world.anne.ask({ do: 'lock', folder: world.folder })
    expect(await world.anne.ask({ do: 'save' })).toMatchObject({ stated: expect.stringMatching(/^disk\./) })
    await world.anne.ask({ do: 'lock', folder: null })
  },
  'the file is protected for a while': async (world) => {
    chmodSync(world.book, 0o444)
    await saves(world)
    chmodSync(world.book, 0o644)
  },
  'the folder goes away and comes back': async (world) => {
    renameSync(world.folder, `${world.folder}-vaek`)
    for (const said of await saves(world)) expect(said).toMatchObject({ stated: expect.any(String) })
    // A program that is started meanwhile makes no folder of its own in its place.
    expect(existsSync(world.folder)).toBe(false)
    renameSync(`${world.folder}-vaek`, world.folder)
  },
  'a clock is wrong': async (world) => {
    await world.bo.ask({ do: 'save' })
    await world.bo.end()
    await world.bo.start((world.random() - 0.5) * 800 * DAY)
    await saves(world)
  },
  'notes of crashed and of foreign programs lie beside it': async (world) => {
    const notes = readdirSync(world.folder).filter((name) => name.endsWith('.json'))
    for (const name of notes.slice(0, 2)) {
      writeFileSync(join(world.folder, name.replace('.json', '-x.json')), '{"who":')
      mkdirSync(join(world.folder, name.replace('.json', '-mappe.json')), { recursive: true })
    }
    await world.anne.kill()
    await world.bo.ask({ do: 'save' })
  },
}

/** One of them does something; what the program confirms must never be lost. */
async function edit(world: World, who: Sharer, name: string): Promise<void> {
  const { random, planId, shared, added, titles } = world
  if (random() < 0.5) {
    const said = await who.ask({ do: 'add', planId, title: name })
    if (said && 'confirmed' in said) added.add(name)
    return
  }
  const id = shared[Math.floor(random() * shared.length)] ?? ''
  const said = await who.ask({ do: 'rename', id, title: name })
  if (!said || !('confirmed' in said)) return
  titles.delete(said.confirmed)
  titles.add(name)
}

/** Both have their programs open; after a crash with what it left. */
async function bothWork({ anne, bo }: World): Promise<void> {
  for (const who of [anne, bo]) {
    if (!who.isRunning) expect(await who.start()).toEqual({ confirmed: '' })
  }
}

/** Nothing hinders them any more: they save in turn until each has the other's work. */
async function settle(world: World): Promise<void> {
  await bothWork(world)
  for (const who of [world.anne, world.bo, world.anne]) {
    expect(await who.ask({ do: 'save' })).toEqual({ confirmed: '' })
  }
}

/** The file is sound, and holds everything that was confirmed: as it is, or as a stated conflict. */
function checkFile({ book, folder, added, titles }: World): void {
  const reading = join(folder, '..', 'reading')
  const workbook = Workbook.open({ file: book, workBase: reading })
  try {
    const titlesThere = new Set(
      statement(workbook.db, 'SELECT title FROM node')
        .all()
        .map(({ title }) => String(title)),
    )
    const conflicts = statement(workbook.db, 'SELECT firstValue, secondValue FROM conflict')
      .all()
      .map(({ firstValue, secondValue }) => `${firstValue} ${secondValue}`)
      .join('\n')
    expect([...added].filter((title) => !titlesThere.has(title))).toEqual([])
    expect(
      [...titles].filter((title) => !titlesThere.has(title) && !conflicts.includes(`"${title}"`)),
    ).toEqual([])
  } finally {
    workbook.close()
    rmSync(reading, { recursive: true, force: true })
  }
}

/** A book of a plan with three rows that both of them will change. */
function newWorld(base: string, random: () => number): World {
  const folder = join(base, 'fælles')
  mkdirSync(folder)
  const book = join(folder, 'Sundkøbing.sqlite')
  const workbook = Workbook.create({ file: book, workBase: join(base, 'begin') }, 'Sundkøbing Kommune')
  const planId = newId()
  workbook.execute({
    type: 'plan.create',
    id: planId,
    template: 'maalaftale',
    variant: 'center',
    title: 'Målaftale',
    period: { from: 2027, to: 2029 },
    unit: 'Center for Børn',
  })
  const shared = ['et', 'to', 'tre'].map((title) => {
    const id = newId()
    const place = { planId, parentId: null, after: null }
    workbook.execute({ type: 'node.insert', id, ...place, nodeType: 'section', title })
    return id
  })
  workbook.save()
  workbook.close()
  const [anne, bo] = [new Sharer('Anne', book, join(base, 'anne')), new Sharer('Bo', book, join(base, 'bo'))]
  return { folder, book, planId, shared, anne, bo, added: new Set(), titles: new Set(), random }
}

test(`${ROUNDS} rounds of trouble on a shared folder: never a damaged file, never a lost edit, never silence`, {
  timeout: ROUNDS * 60_000,
}, async () => {
  const names = Object.keys(troubles)
  const [draws = []] = fc.sample(
    fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 9000, maxLength: 9000 }),
    1,
  )
  let drawn = 0
  const random = (): number => draws[drawn++ % draws.length] ?? 0
  let world: World | null = null
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % ROUNDS_A_BOOK === 0) {
      if (world) await Promise.all([world.anne.end(), world.bo.end()])
      world = newWorld(temporaryFolder(), random)
    }
    if (!world) continue
    const name = names[round % names.length] ?? ''
    await bothWork(world)
    for (const who of [world.anne, world.bo]) {
      const count = 1 + Math.floor(random() * 4)
      for (let turn = 0; turn < count; turn += 1) await edit(world, who, `${who.who} ${round}.${turn}`)
    }
    try {
      await troubles[name]?.(world)
      await settle(world)
      checkFile(world)
    } catch (error) {
      throw new Error(`Round ${round}, ${name}`, { cause: error })
    }
  }
  if (world) await Promise.all([world.anne.end(), world.bo.end()])
})
