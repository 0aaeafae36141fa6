import { closeSync, openSync, readSync } from 'node:fs'
import { systemCode } from '../file/fs-errors.ts'
import { PACKET } from './packet-in.ts'

/** Bytes from the beginning of a file within which a published workbook says what it is: its first table holds it. */
const BEGINNING = 65_536

/** Whether the first bytes of a published workbook say that it is a contribution packet. */
export const saysPacket = (beginning: Buffer): boolean => beginning.includes(`${PACKET}{"id":"`)

/**
 * Whether the file seems to be a packet of the workbook with this id, by its first bytes: it is not opened, and whether it is
 * sound is seen when it is merged. Never throws for what a disk may do.
 */
export function isPacketOf(file: string, workbookId: string): boolean {
  try {
    const beginning = readBeginning(file)
    return saysPacket(beginning) && beginning.includes(`workbookId${workbookId}`)
  } catch (error) {
    if (systemCode(error) === null) throw error
    return false
  }
}

function readBeginning(file: string): Buffer {
  const fd = openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(BEGINNING)
    return buffer.subarray(0, readSync(fd, buffer, 0, BEGINNING, 0))
  } finally {
    closeSync(fd)
  }
}
