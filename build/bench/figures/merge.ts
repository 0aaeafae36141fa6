import { figure, measureApart, timeFigure } from '../harness.ts'
import type { Measurement } from './index.ts'
import { short } from './names.ts'

const YJS = 'Yjs'

/** 300 edits of one person merged with 300 of another: time, and peak memory of the whole process. */
export const mergeFigures = (nodes: number): Measurement => ({
  name: `merge-${short(nodes)}`,
  figures: async (contents) => {
    const { folder } = contents.workbook(nodes)
    const ours = await measureApart('merge', folder)
    const name = `merge-${short(nodes)}`
    const memory =
      ours.peak === null ? [] : [figure(`${name}-memory`, 'MB', ours.peak, { name: YJS, value: null })]
    return [timeFigure(name, ours, YJS, null), ...memory]
  },
})
