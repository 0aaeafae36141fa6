import { measureApart, timeFigure } from '../harness.ts'
import type { Measurement } from './index.ts'
import { short } from './names.ts'

export const saveFigures = (nodes: number): Measurement => ({
  name: `save-${short(nodes)}`,
  figures: async (contents) => {
    const { folder } = contents.workbook(nodes)
    const ours = await measureApart('save', folder)
    return [timeFigure(`save-${short(nodes)}`, ours, 'JSON file', await measureApart('rewrite-json', folder))]
  },
})
