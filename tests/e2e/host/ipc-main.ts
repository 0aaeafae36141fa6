import { EventEmitter } from 'node:events'
import type { FromPage } from './messages.ts'
import type { WebContents } from './web-contents.ts'

export interface IpcEvent {
  readonly sender: WebContents
  readonly senderFrame: { readonly url: string; readonly parent: null }
}
type Handler = (event: IpcEvent, ...args: readonly unknown[]) => unknown

const handlers = new Map<string, Handler>()

class IpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}

export const ipcMain = new IpcMain()

/** Hands on what the preload of a page sent. `from` is the address that the program knows the document by. */
export function receive(
  sender: WebContents,
  from: string,
  message: Extract<FromPage, { readonly kind: 'invoke' | 'send' }>,
): void {
  const event: IpcEvent = { sender, senderFrame: { url: from, parent: null } }
  if (message.kind === 'send') ipcMain.emit(message.channel, event, ...message.args)
  else void answer(event, message)
}

async function answer(
  event: IpcEvent,
  { call, channel, args }: Extract<FromPage, { readonly kind: 'invoke' }>,
): Promise<void> {
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    await event.sender.tell({ kind: 'answer', call, value: await handler(event, ...args) })
  } catch (error) {
    // As in Electron, only the words of an error cross.
    const message = `Error invoking remote method '${channel}': ${String(error)}`
    await event.sender.tell({ kind: 'refusal', call, message })
  }
}
