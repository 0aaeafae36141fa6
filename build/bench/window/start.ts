import { join } from 'node:path'
import { makeExample } from '../../../main/session/example.ts'
import type { LaunchOptions } from '../../../tests/e2e/host/launch.ts'
import { memoryOf } from './memory.ts'
import type { Place } from './outline.ts'
import { launch, listShown, type Subject, settled } from './subject.ts'
import { userWith } from './user.ts'

/** From the start of the program until its list is on the screen; and the memory of all its processes when it has settled. */
const starting = (options: LaunchOptions): Subject => ({
  round: async () => {
    const from = Date.now()
    const program = await launch(options)
    const time = (await listShown(program.page)) - from
    await settled(program.page)
    const memory = memoryOf(program.pid)
    await program.close()
    return { time, memory }
  },
  end: async () => undefined,
})

/** The example workbook, with the plan that was open when the program was left. */
export async function ourStart({ scratch }: Place): Promise<Subject> {
  const file = join(scratch, 'example.sqlite')
  const source = join(import.meta.dirname, '../../example')
  await makeExample({ file, workBase: join(scratch, 'making') }, source)
  return starting({ userData: userWith(scratch, file), args: [file] })
}

/** The same host, and a page with nothing on it. */
export const emptyStart = async ({ scratch }: Place): Promise<Subject> =>
  starting({
    entry: join(import.meta.dirname, 'page-main.ts'),
    args: [join(import.meta.dirname, 'empty-page')],
    userData: join(scratch, 'user-of-nothing'),
  })
