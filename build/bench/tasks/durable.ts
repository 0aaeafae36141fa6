import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'

/** Writes a new file to the disk and puts it in the old one's place. */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.new`
  const fd = openSync(temporary, 'w')
  writeFileSync(fd, content)
  fsyncSync(fd)
  closeSync(fd)
  renameSync(temporary, file)
}
