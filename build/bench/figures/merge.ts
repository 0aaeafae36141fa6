import { figure, measureApart, timeFigure } from '../harness.ts'
import type { Measurement } from './index.ts'
import { short } from './names.ts'

/** 300 edits of one person merged with 300 of another: time, and peak memory of the whole process. */
export const mergeFigures = (nodes: number): Measurement => ({
  name: `merge-${short(nodes)}`,
  figures: async (contents) => {
    const { folder } = contents.workbook(nodes)
    const name = `merge-${short(nodes)}`
    const [ours, yjs] = [await measureApart('merge', folder), await measureApart('yjs', folder)]
    const memory =
      ours.peak === null ? [] : [figure(`${name}-memory`, 'MB', ours.peak, { name: 'Yjs', value: yjs.peak })]
    return [timeFigure(name, ours, 'Yjs', yjs), ...memory]
  },
})
