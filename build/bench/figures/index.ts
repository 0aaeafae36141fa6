import type { Contents } from '../content/content.ts'
import type { Figure } from '../harness.ts'
import { commandFigures } from './command.ts'
import { exportFigures, publishedFigures, templaterFigures } from './export.ts'
import { mergeFigures } from './merge.ts'
import { openFigures } from './open.ts'
import { saveFigures } from './save.ts'
import { searchFigures } from './search.ts'
import { outlineMeasurements, startFigures } from './window.ts'

/** A measurement; `name` is what it is asked for by, and its first figure's name. */
export interface Measurement {
  readonly name: string
  readonly figures: (contents: Contents) => Promise<readonly Figure[]>
}

/** Everything that `npm run bench` measures, in this order. */
export const measurements: readonly Measurement[] = [
  exportFigures(8),
  exportFigures(100),
  exportFigures(1000),
  publishedFigures(8),
  templaterFigures(1000),
  openFigures(10_000),
  openFigures(100_000),
  commandFigures(100_000),
  saveFigures(100_000),
  searchFigures(100_000),
  mergeFigures(10_000),
  ...outlineMeasurements(10_000),
  startFigures,
]
