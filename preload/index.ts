import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Api } from './contract.ts'

/** The one channel each way; which requests and events there are, and their shapes, main decides by the contract. */
const REQUEST = 'planvaerk.request'
const EVENT = 'planvaerk.event'

const api: Api = {
  request: (name, input) => ipcRenderer.invoke(REQUEST, name, input),
  on: (name, listen) => {
    const hear = (_event: unknown, heard: unknown, payload: Parameters<typeof listen>[0]) => {
      if (heard === name) listen(payload)
    }
    ipcRenderer.on(EVENT, hear)
    return () => ipcRenderer.removeListener(EVENT, hear)
  },
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
}

contextBridge.exposeInMainWorld('planvaerk', api)
