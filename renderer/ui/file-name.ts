/** The last part of a path, without `.sqlite`; Windows' and others' separators alike. */
export const workbookName = (path: string): string =>
  (path.split(/[\\/]/).at(-1) ?? path).replace(/\.sqlite$/i, '')

/** The folder of a path. */
export const folderOf = (path: string): string => path.replace(/[\\/][^\\/]*$/, '')
