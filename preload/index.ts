import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Api } from './contract.ts'

/** The one channel each way; which requests and events there are, and their shapes, main decides by the contract. */
const REQUEST = 'planvaerk.request'
const EVENT = 'planvaerk.event'

/** Of events that nobody has listened to yet: the page asks its first question before it has been read to the end. */
const unheard: { readonly name: unknown; readonly payload: unknown }[] = []
const listenedTo = new Set<unknown>()

ipcRenderer.on(EVENT, (_event: unknown, name: unknown, payload: unknown) => {
  if (!listenedTo.has(name)) unheard.push({ name, payload })
})

const api: Api = {
  request: (name, input) => ipcRenderer.invoke(REQUEST, name, input),
  on: (name, listen) => {
    const hear = (_event: unknown, heard: unknown, payload: unknown) => {
      // Main sends each event with what the contract says of its name.
      if (heard === name) listen(payload as Parameters<typeof listen>[0])
    }
    if (!listenedTo.has(name)) for (const event of unheard) hear(event, event.name, event.payload)
    listenedTo.add(name)
    ipcRenderer.on(EVENT, hear)
    return () => ipcRenderer.removeListener(EVENT, hear)
  },
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
}

contextBridge.exposeInMainWorld('planvaerk', api)
