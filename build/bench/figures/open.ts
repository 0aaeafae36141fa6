import { measureApart, timeFigure } from '../harness.ts'
import type { Measurement } from './index.ts'
import { short } from './names.ts'

/** From the file to an outline on the screen, with every check, beside reading and parsing one JSON file, with none. */
export const openFigures = (nodes: number): Measurement => ({
  name: `open-${short(nodes)}`,
  figures: async (contents) => {
    const { folder } = contents.workbook(nodes)
    const ours = await measureApart('open', folder)
    return [timeFigure(`open-${short(nodes)}`, ours, 'JSON file', await measureApart('parse-json', folder))]
  },
})
