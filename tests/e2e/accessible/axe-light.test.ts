import { test } from 'vitest'
import { large, small } from '../support/views/stage.ts'
import { expectNothingFound } from './axe.ts'

test.each([
  ['light', large],
  ['light', small],
] as const)('axe-core finds nothing in any view, %s, %o', { timeout: 600_000 }, expectNothingFound)
