import { join } from 'node:path'
import { takePictures } from '../tests/e2e/support/views/take-pictures.ts'
import { makeBundles } from './host/bundled.ts'

/** Pictures of every view in `screenshots/`; with a word, only of the views whose name holds it. */
makeBundles()
await takePictures(join(import.meta.dirname, '../screenshots'), process.argv[2] ?? '')
