import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { settings } from './settings.ts'

/** What the program asked the system to open or show. */
export interface ShellCall {
  readonly kind: 'open-path' | 'show-in-folder' | 'open-external'
  /** A path, or an address. */
  readonly target: string
}

export const shellCalls: ShellCall[] = []

const openers: Readonly<Record<string, string>> = { darwin: 'open', win32: 'explorer.exe' }

/** Only a person at the screen sees anything open. */
function ask(kind: ShellCall['kind'], target: string): void {
  shellCalls.push({ kind, target })
  if (settings.mode !== 'user') return
  const opener = openers[process.platform] ?? 'xdg-open'
  const opened = kind === 'show-in-folder' ? dirname(target) : target
  const process_ = spawn(opener, [opened], { detached: true, stdio: 'ignore' })
  process_.on('error', (error) => process.stderr.write(`${opener}: ${error.message}\n`))
  process_.unref()
}

export const shell = {
  /** Answers with an error in words; none here. */
  openPath: async (path: string): Promise<string> => {
    ask('open-path', path)
    return ''
  },
  showItemInFolder: (path: string): void => ask('show-in-folder', path),
  openExternal: async (url: string): Promise<void> => ask('open-external', url),
}
