import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { formatCommonMark, parseCommonMark } from '../../../db/model/rich-text/common-mark.ts'

/** Plans as people write them; the real ones lie beside the checkout and are not ours to publish. */
const FOLDERS = [
  new URL('../../../build/example/', import.meta.url),
  new URL('../../../../shared/real/', import.meta.url),
]

/** The keys under which the exchange format holds rich text; all else is plain. */
const RICH = new Set(['text', 'fields', 'strategisk-afsaet'])

const branch = z.record(z.string(), z.unknown())

function richTexts(value: unknown, rich = false): readonly string[] {
  if (typeof value === 'string') return rich ? [value] : []
  if (Array.isArray(value)) return value.flatMap((element) => richTexts(element))
  const { success, data } = branch.safeParse(value)
  if (!success) return []
  return Object.entries(data).flatMap(([key, child]) => richTexts(child, rich || RICH.has(key)))
}

describe.each(FOLDERS)('every rich text of the plans in %s', (folder) => {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  if (files.length === 0) test.skip('is not tested: the folder is not here')

  test.for(files)('%s is written as it was read', (file) => {
    const texts = richTexts(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) expect(formatCommonMark(parseCommonMark(text))).toBe(text)
  })
})
