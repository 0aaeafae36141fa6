import { test } from 'vitest'
import { large } from '../support/views/stage.ts'
import { expectNothingFound } from './axe.ts'

test.each([
  ['dark', large],
  ['contrast', large],
] as const)('axe-core finds nothing in any view, %s, %o', { timeout: 600_000 }, expectNothingFound)
