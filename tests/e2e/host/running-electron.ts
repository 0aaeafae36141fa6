import { pathToFileURL } from 'node:url'
import { app } from './app.ts'

/** The stand-in as the program imports it: from that moment on the program runs. */
export * from './electron.ts'

// It has begun to read its main module, and that has been run to the end when a second import of it comes back.
const main = process.argv[1]
if (main !== undefined) void import(pathToFileURL(main).href).then(() => app.start())
