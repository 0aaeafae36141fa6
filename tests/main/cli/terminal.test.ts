import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { progressOf } from '../../../main/cli/terminal.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('work under a second is done in silence; longer work tells of itself at most once a second', () => {
  const lines: string[] = []
  const terminal = { out: () => undefined, err: (line: string) => lines.push(line) }
  const progress = progressOf(terminal, (done, total) => `${done}/${total}`)
  for (const [after, done] of [
    [400, 1],
    [500, 2],
    [200, 3],
    [300, 4],
    [900, 5],
  ] as const) {
    vi.advanceTimersByTime(after)
    progress(done, 9)
  }
  expect(lines).toEqual(['3/9', '5/9'])
})
