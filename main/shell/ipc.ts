import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { EventName, Events, Handlers } from '../../preload/contract.ts'
import { answerRequest } from '../session/border.ts'
import type { LogBug } from '../session/problem.ts'
import { isOurPage } from './addresses.ts'

const REQUEST = 'planvaerk.request'
const EVENT = 'planvaerk.event'

/** Answers the requests of our own pages; whoever else asks is refused like one who asks for nothing. */
export function answerPages(handlersFor: (contents: WebContents) => Handlers | null, logBug: LogBug): void {
  ipcMain.handle(REQUEST, (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
    const handlers = isOurPage(event.senderFrame) ? handlersFor(event.sender) : null
    if (!handlers) return { ok: false, problem: { code: 'request.invalid', details: { request: '' } } }
    return answerRequest(handlers, name, input, logBug)
  })
}

/** Tells a page of an event; one that is gone needs to know no more. */
export function tellPage<N extends EventName>(contents: WebContents, name: N, payload: Events[N]): void {
  if (!contents.isDestroyed()) contents.send(EVENT, name, payload)
}
