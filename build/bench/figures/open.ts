import { measureApart, timeFigure } from '../harness.ts'
import type { Measurement } from './index.ts'
import { short } from './names.ts'

/** From the file to an outline on the screen, with every check, beside reading and parsing one JSON file, with none. */
export const openFigures = (nodes: number): Measurement => ({
  name: `open-${short(nodes)}`,
  figures: async (contents) => {
    const { folder } = contents.workbook(nodes)
    const peer = await measureApart('parse-json', folder)
    const figure = async (name: string, which: 'first' | 'again') =>
      timeFigure(name, await measureApart('open', folder, which), 'JSON file', peer)
    const name = `open-${short(nodes)}`
    return [await figure(name, 'first'), await figure(`${name}-again`, 'again')]
  },
})
