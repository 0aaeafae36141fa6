import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { reportOf } from '../../../db/model/report/report-of.ts'
import type { Content } from '../content/content.ts'
import { figure, type Measured, measureApart, measureProgram, programOutput, timeFigure } from '../harness.ts'
import { pandocDocument } from '../peers/pandoc.ts'
import { firstPlan, openBook } from '../tasks/book.ts'
import type { Measurement } from './index.ts'

/** An agreement of so many tables: time, and peak memory of the whole process, beside pandoc's. */
export const exportFigures = (tables: number): Measurement => ({
  name: `export-${tables}`,
  figures: async (contents) => {
    const content = contents.agreement(tables)
    const ours = await measureApart('export', content.folder)
    return beside(`export-${tables}`, ours, await measurePandoc(content, []))
  },
})

/**
 * The layout for publishing, which has a table of contents: ours with its page numbers worked out, pandoc's without, for
 * Word to fill in.
 */
export const publishedFigures = (tables: number): Measurement => ({
  name: `export-${tables}-published`,
  figures: async (contents) => {
    const content = contents.agreement(tables)
    const ours = await measureApart('export', content.folder, 'tilgaengelig')
    return beside(`export-${tables}-published`, ours, await measurePandoc(content, ['--toc']))
  },
})

/** The same beside docxtemplater, which like us stays in memory between documents. */
export const templaterFigures = (tables: number): Measurement => ({
  name: `export-${tables}-templater`,
  figures: async (contents) => {
    const { folder } = contents.agreement(tables)
    const ours = await measureApart('export', folder)
    return beside(
      `export-${tables}-templater`,
      ours,
      await measureApart('templater', folder),
      'docxtemplater',
    )
  },
})

function beside(name: string, ours: Measured, peer: Measured | null, peerName = 'pandoc') {
  const memory = { name: peerName, value: peer?.peak ?? null }
  const peak = ours.peak === null ? [] : [figure(`${name}-memory`, 'MB', ours.peak, memory)]
  return [timeFigure(name, ours, peerName, peer), ...peak]
}

const versioned = z.object({ 'pandoc-api-version': z.array(z.int()) })

/** pandoc is started anew for each document: there is no other way to use it. */
async function measurePandoc(content: Content, options: readonly string[]): Promise<Measured | null> {
  const nothing = await programOutput('pandoc', ['--from', 'markdown', '--to', 'json'])
  if (nothing === null) return null
  const version = versioned.parse(JSON.parse(nothing))['pandoc-api-version']
  const tree = join(content.folder, 'pandoc.json')
  writeFileSync(tree, JSON.stringify(pandocDocument(reportIn(content), version)))
  const out = join(content.folder, 'pandoc.docx')
  return measureProgram('pandoc', ['--from', 'json', '--standalone', ...options, '--output', out, tree])
}

function reportIn(content: Content) {
  const workbook = openBook(content.folder)
  try {
    const { plan, template } = firstPlan(workbook)
    return reportOf(plan, template, { tables: false })
  } finally {
    workbook.close()
  }
}
