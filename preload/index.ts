import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Api } from './contract.ts'

/** The one channel each way; which requests and events there are, and their shapes, main decides by the contract. */
const REQUEST = 'planvaerk.request'
const EVENT = 'planvaerk.event'

/** What main told before anybody listened, by the name of the event: the page asks before it has been read to the end. */
const unheard = new Map<unknown, unknown[]>()
const listenedTo = new Set<unknown>()

ipcRenderer.on(EVENT, (_event: unknown, name: unknown, payload: unknown) => {
  if (!listenedTo.has(name)) unheard.set(name, [...(unheard.get(name) ?? []), payload])
})

const api: Api = {
  request: (name, input) => ipcRenderer.invoke(REQUEST, name, input),
  on: (name, listen) => {
    // Main sends each event with what the contract says of its name.
    const hear = (payload: unknown) => listen(payload as Parameters<typeof listen>[0])
    const hearNamed = (_event: unknown, heard: unknown, payload: unknown) => {
      if (heard === name) hear(payload)
    }
    listenedTo.add(name)
    unheard.get(name)?.forEach(hear)
    unheard.delete(name)
    ipcRenderer.on(EVENT, hearNamed)
    return () => ipcRenderer.removeListener(EVENT, hearNamed)
  },
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
}

contextBridge.exposeInMainWorld('planvaerk', api)
