// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { layouts } from '../../../db/model/report/layout.ts'
import type { Report } from '../../../db/model/report/report.ts'
import { reportOf } from '../../../db/model/report/report-of.ts'
import { examples, exchangeFiles, readPlan, templateOf } from '../../support/documents.ts'
import { shownPreview } from './shown-preview.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** What the report says about its texts, and the descriptions that only a screen reader gives. */
const notText = new Set(['kind', 'type', 'at', 'key', 'begins', 'delimiter', 'link', 'caption', 'properties'])

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => (notText.has(name) ? [] : textsIn(each)))
}

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

const reports = exchangeFiles(examples).map((path): [string, Report] => {
  const plan = readPlan(path)
  return [path.slice(examples.length + 1), reportOf(plan, templateOf(plan), { tables: true })]
})

describe.each(layouts)('in the layout %s', (layout) => {
  test.each(reports)('every word of %s stands in the preview', (_, report) => {
    const shown = plain(shownPreview(report, { layout }).container.textContent)
    const texts = textsIn(report).map(plain)
    expect(texts.length).toBeGreaterThan(50)
    expect(texts.filter((text) => !shown.includes(text))).toEqual([])
  })
})

test('there are ten examples', () => {
  expect(reports).toHaveLength(10)
})
