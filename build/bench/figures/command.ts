import { measureApart, timeFigure } from '../harness.ts'
import type { Measurement } from './index.ts'
import { short } from './names.ts'

/** One edit that is on the disk when it is done: 95 of 100 take no longer. */
export const commandFigures = (nodes: number): Measurement => ({
  name: `command-${short(nodes)}`,
  figures: async (contents) => {
    const { folder } = contents.workbook(nodes)
    const ours = await measureApart('command', folder)
    return [
      timeFigure(`command-${short(nodes)}`, ours, 'JSON file', await measureApart('rewrite-json', folder)),
    ]
  },
})
