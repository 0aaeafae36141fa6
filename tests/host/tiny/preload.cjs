const { contextBridge, ipcRenderer, webUtils } = require('electron')

const listeners = new Map()

contextBridge.exposeInMainWorld('tiny', {
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  on: (channel, listen) => {
    const hear = (_event, ...args) => listen(...args)
    ipcRenderer.on(channel, hear)
    listeners.set(listen, hear)
    return () => ipcRenderer.removeListener(channel, hear)
  },
  pathOf: (file) => webUtils.getPathForFile(file),
  requireOther: () => require('node:fs'),
  nested: { list: [1, { deep: true }] },
})
