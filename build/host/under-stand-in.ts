import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './bundled.ts'

/** What the stand-in host must know; `tests/e2e/host/settings.ts` says what each means. */
interface HostSettings {
  readonly mode: 'tool' | 'user'
  readonly headed: boolean
  readonly port: number | null
  readonly userData: string | null
}

/** Runs the built program in this very process, so that signals and the exit code are its own. */
export async function runUnderStandIn(settings: HostSettings, args: readonly string[]): Promise<void> {
  const main = join(root, 'out/main/index.js')
  process.env.PLANVAERK_STAND_IN = JSON.stringify(settings)
  process.argv = [process.execPath, main, ...args]
  await import(pathToFileURL(join(root, 'tests/e2e/host/register.ts')).href)
  await import(pathToFileURL(main).href)
}

/** npm runs its scripts in the folder of the package; paths count from where the person stands. */
export const whereCalled = (): string => process.env.INIT_CWD ?? process.cwd()
