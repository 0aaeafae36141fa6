import { app } from './app.ts'

/** The stand-in as the program imports it: from that moment on the program runs. */
export * from './electron.ts'

app.start()
