import type { IXmlableObject } from 'docx'
import type { Layout } from '../../db/model/report/layout.ts'
import { headingCount, labelWidth, roughPages } from '../../db/model/report/measures.ts'
import { partsOf } from '../../db/model/report/parts.ts'
import type { Report } from '../../db/model/report/report.ts'
import { type BodyPlan, bodyObjects, contextOf } from './body.ts'
import { listNumbers } from './list-numbers.ts'
import { packageOf } from './package.ts'
import { fillPages } from './page-numbers.ts'
import { shellOf } from './shell.ts'
import { newWriting } from './writing.ts'
import { writeXml } from './xml.ts'

export interface RenderedDocument {
  readonly bytes: Uint8Array
  /** Estimated; null when it was not worked out. */
  readonly pages: number | null
  /** Whether the table of contents has its page numbers, or Word works them out when it opens the document. */
  readonly contents: 'numbered' | 'left-to-word' | 'none'
}

/** From about so many pages on, working out page numbers takes longer than anyone waits. */
const mostPages = 100

/** The report as a Word document. The same report gives the same bytes. */
export async function renderDocument(
  whole: Report,
  { layout }: { readonly layout: Layout },
): Promise<RenderedDocument> {
  const withoutContents = whole.contentsWhenPublished && layout === 'skabelon'
  const report: Report = withoutContents ? { ...whole, contentsDepth: 0 } : whole
  if (report.contentsDepth === 0) {
    return { bytes: await written(planOf(report, layout, false)), pages: null, contents: 'none' }
  }
  const numbered =
    roughPages(report) > mostPages ? undefined : await withPageNumbers(planOf(report, layout, false))
  if (numbered !== undefined) return { ...numbered, contents: 'numbered' }
  return { bytes: await written(planOf(report, layout, true)), pages: null, contents: 'left-to-word' }
}

function planOf(report: Report, layout: Layout, leftToWord: boolean): BodyPlan {
  const parts = partsOf(report)
  return {
    report,
    parts,
    shell: shellOf(report, parts),
    writing: newWriting(layout, labelWidth(report)),
    leftToWord,
  }
}

/** Each block is written and forgotten before the next: a long document never lies in memory as objects. */
const written = (plan: BodyPlan): Promise<Uint8Array> => packed(plan, bodyObjects(plan))

/** The whole body is needed at once to lay out its pages; undefined when that did not come to an end. */
async function withPageNumbers(plan: BodyPlan): Promise<{ bytes: Uint8Array; pages: number } | undefined> {
  const body = [...bodyObjects(plan)]
  const pages = await fillPages(body, contextOf(plan.shell), headingCount(plan.report))
  return pages === undefined ? undefined : { bytes: await packed(plan, body), pages }
}

function packed(plan: BodyPlan, body: Iterable<IXmlableObject>): Promise<Uint8Array> {
  return packageOf(plan.shell, bodyXml(plan, body), plan.writing, plan.report.properties.date)
}

/** Small enough to be forgotten soon, large enough to be compressed well. */
const chunkLength = 60_000

function* bodyXml(plan: BodyPlan, body: Iterable<IXmlableObject>): Generator<string> {
  const numbered = listNumbers(plan.shell)
  let chunk = ''
  for (const object of body) {
    chunk += numbered(writeXml(object))
    if (chunk.length < chunkLength) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}
