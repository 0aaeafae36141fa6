import { vocabulary } from '../content/words.ts'
import { measureApart, measureProgram, timeFigure } from '../harness.ts'
import type { Measurement } from './index.ts'
import { short } from './names.ts'

/** A common stem, so that there is much to find: most of it inside compounds. */
const part = vocabulary.stems.filter((stem) => stem.length >= 5)[20] ?? ''

/** ripgrep finds the places in the text of the JSON file; which plan and node they are in, it does not know. */
export const searchFigures = (nodes: number): Measurement => ({
  name: `search-${short(nodes)}`,
  figures: async (contents) => {
    const { folder, json } = contents.workbook(nodes)
    const ours = await measureApart('search', folder, part)
    const words = ['--ignore-case', '--fixed-strings', '--only-matching', '--byte-offset', part, json]
    return [
      timeFigure(`search-${short(nodes)}`, ours, 'ripgrep', await measureProgram('rg', words)),
      timeFigure(
        `search-${short(nodes)}-trigram`,
        ours,
        'SQLite FTS5 trigram',
        await measureApart('trigram', folder, part),
      ),
    ]
  },
})
