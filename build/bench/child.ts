import { type Measured, measured } from './harness.ts'
import { isTask, type Prepare, tasks } from './tasks/index.ts'

/** One task in a process of its own: `child.ts TASK WORDS…` prints what was measured as JSON. */
const [name, ...words] = process.argv.slice(2)
if (!isTask(name)) throw new Error(`no such task: ${name}`)
const prepare: Prepare = await tasks[name]()
const task = await prepare(...words)
const times = await measured(task.round)
task.end?.()
const result: Measured = { times, peak: process.resourceUsage().maxRSS / 1024 }
process.stdout.write(JSON.stringify(result))
