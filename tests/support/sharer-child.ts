import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import * as z from 'zod'

/**
 * One user's program without its window, for whoever forks it: each message is something that she does, each answer what the
 * program confirms, or the code of the problem that it states. `CLOCK_OFFSET` is by how many milliseconds her clock is wrong.
 */
const offset = Number(process.env.CLOCK_OFFSET ?? 0)
const RealDate = Date
if (offset !== 0) {
  globalThis.Date = class extends RealDate {
    constructor(...given: readonly unknown[]) {
      if (given.length === 0) super(RealDate.now() + offset)
      else super(...(given as [number]))
    }
    static override now(): number {
      return RealDate.now() + offset
    }
  } as DateConstructor
}

/** A folder whose files nobody may replace, not even root; null = all may be. */
let locked: string | null = null
const { renameSync, openSync } = fs
const refuseLocked = (path: fs.PathLike): void => {
  if (locked === null || !String(path).startsWith(locked)) return
  throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', syscall: 'open' })
}
fs.renameSync = (from, to) => {
  refuseLocked(to)
  renameSync(from, to)
}
fs.openSync = (path, flags, mode) => {
  if (typeof flags === 'string' && flags !== 'r') refuseLocked(path)
  return openSync(path, flags, mode)
}
syncBuiltinESMExports()

const { AppError } = await import('../../db/model/errors.ts')
const { newId } = await import('../../db/model/ids.ts')
const { openAsLeft } = await import('../../main/session/go-on.ts')
const { statement } = await import('../../db/transaction.ts')
const { Presence } = await import('../../db/file/presence.ts')
type Workbook = Awaited<ReturnType<typeof openAsLeft>>['workbook']

const asked = z.discriminatedUnion('do', [
  z.object({ do: z.literal('open'), file: z.string(), workBase: z.string(), who: z.string() }),
  z.object({ do: z.literal('add'), planId: z.string(), title: z.string() }),
  z.object({ do: z.literal('rename'), id: z.string(), title: z.string() }),
  z.object({ do: z.literal('remove'), id: z.string() }),
  z.object({ do: z.literal('save') }),
  z.object({ do: z.literal('save-as'), file: z.string() }),
  z.object({ do: z.literal('lock'), folder: z.string().nullable() }),
  z.object({ do: z.literal('close') }),
])
export type Asked = z.infer<typeof asked>

let workbook: Workbook | null = null
const open = (): Workbook => {
  if (!workbook) throw new Error('No workbook is open')
  return workbook
}
const titleOf = (id: string): string =>
  String(statement(open().db, 'SELECT title FROM node WHERE id = ?').get(id)?.title ?? '')

/** Answers with what the user saw before it, where that matters. */
async function doIt(wish: Asked): Promise<string> {
  switch (wish.do) {
    case 'open': {
      const { file, workBase, who } = wish
      workbook = openAsLeft({ file, workBase, person: { who, machine: `pc-${who}` } }).workbook
      const presence = await Presence.announce(file, { who, machine: `pc-${who}` })
      await presence.others()
      return ''
    }
    case 'add': {
      const id = newId()
      const { planId, title } = wish
      open().execute({
        type: 'node.insert',
        id,
        planId,
        parentId: null,
        after: null,
        nodeType: 'section',
        title,
      })
      return id
    }
    case 'rename': {
      const before = titleOf(wish.id)
      open().execute({ type: 'node.rename', id: wish.id, title: wish.title })
      return before
    }
    case 'remove': {
      const before = titleOf(wish.id)
      open().execute({ type: 'node.delete', id: wish.id })
      return before
    }
    case 'save':
      open().save()
      return ''
    case 'save-as':
      open().saveAs(wish.file)
      return ''
    case 'lock':
      locked = wish.folder
      return ''
    case 'close':
      open().close()
      workbook = null
      return ''
  }
}

process.on('message', async (message) => {
  try {
    process.send?.({ confirmed: await doIt(asked.parse(message)) })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    process.send?.({ stated: error.code })
  }
})
process.send?.({ confirmed: 'ready' })
