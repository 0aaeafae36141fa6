import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Whether a test may mount disks of its own; tried where nobody sees it. */
export const mayMount =
  process.platform === 'linux' &&
  spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }).status === 0

/** A small disk of its own, gone after the test. */
export interface Disk {
  readonly folder: string
  becomeReadOnly(): void
  becomeWritable(): void
  /** Leaves no room on it. */
  fill(): void
}

/** Mounts a disk of so many bytes (`4m`) as a new folder. */
export function diskAt(folder: string, size: string): Disk {
  mkdirSync(folder)
  const mount = (...options: readonly string[]) =>
    execFileSync('mount', ['-o', options.join(','), 'tmpfs', folder, '-t', 'tmpfs'])
  mount(`size=${size}`)
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  return {
    folder,
    becomeReadOnly: () => void mount('remount', 'ro'),
    becomeWritable: () => void mount('remount', 'rw'),
    fill: () => fillUp(join(folder, 'fyld')),
  }
}

function fillUp(file: string): void {
  const megabyte = Buffer.alloc(1 << 20)
  try {
    for (;;) writeFileSync(file, megabyte, { flag: 'a' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}
