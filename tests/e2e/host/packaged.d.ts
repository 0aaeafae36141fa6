/** What Electron adds to the process; the program reads it only when it is packaged. */
declare namespace NodeJS {
  interface Process {
    readonly resourcesPath: string
  }
}
