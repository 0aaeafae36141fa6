import type { Document, FileChild, IContext, IXmlableObject } from 'docx'
import type { Part } from '../../db/model/report/parts.ts'
import type { Report, ReportBlock } from '../../db/model/report/report.ts'
import { blockChildren } from './blocks.ts'
import { contentsBlocks } from './contents.ts'
import { coverBlocks, tableEnd } from './cover-page.ts'
import type { Writing } from './writing.ts'

/** What a body is made from. */
export interface BodyPlan {
  readonly report: Report
  readonly parts: readonly Part[]
  readonly shell: Document
  readonly writing: Writing
  /** Whether Word shall work out the page numbers of the table of contents. */
  readonly leftToWord: boolean
}

/**
 * The body's paragraphs and tables as the library's plain objects, one after the other, so that the caller may
 * write and forget each. A section's properties lie in its last paragraph, the last section's at the end.
 */
export function* bodyObjects(plan: BodyPlan): Generator<IXmlableObject> {
  const context = contextOf(plan.shell)
  const sections = sectionProperties(plan.shell, context)
  for (const [index, part] of plan.parts.entries()) {
    let last: IXmlableObject | undefined
    for (const child of partChildren(plan, part, index === 0)) {
      if (last) yield last
      last = child.prepForXml(context)
    }
    if (last === undefined || !('w:p' in last)) {
      if (last) yield last
      last = tableEnd().prepForXml(context) ?? {}
    }
    const properties = sections[index] ?? {}
    if (index < plan.parts.length - 1) yield withSection(last, properties)
    else yield* [last, properties]
  }
}

export const contextOf = (shell: Document): IContext => ({
  file: shell,
  viewWrapper: shell.Document,
  stack: [],
})

function* partChildren(plan: BodyPlan, part: Part, first: boolean): Generator<FileChild> {
  const { report, writing } = plan
  if (first) {
    yield* coverBlocks(report, writing)
    if (report.contentsDepth > 0) {
      const ownPage = part.kind === 'cover'
      yield* contentsBlocks(report.body, report.contentsDepth, ownPage, plan.leftToWord)
    }
  }
  let before: ReportBlock | undefined
  for (const block of part.blocks) {
    const belowTitle = first && report.contentsDepth === 0
    const stands = before === undefined ? (first ? (belowTitle ? 'title' : 'block') : 'page') : 'block'
    yield* blockChildren(block, { stands, block: before }, writing)
    before = block
  }
}

/** The library writes a section's properties into a paragraph at the end of each section, the last into the body. */
function sectionProperties(shell: Document, context: IContext): object[] {
  const body = shell.Document.View.Body.prepForXml(context)?.['w:body']
  return list(body).flatMap((child) => {
    if ('w:sectPr' in child) return [child]
    return list(Reflect.get(child, 'w:p'))
      .flatMap((each) => list(Reflect.get(each, 'w:pPr')))
      .filter((each) => 'w:sectPr' in each)
  })
}

function withSection(paragraph: IXmlableObject, section: object): IXmlableObject {
  const [properties, ...runs] = list(paragraph['w:p'])
  const looks = properties === undefined ? [] : list(Reflect.get(properties, 'w:pPr'))
  return { 'w:p': [{ 'w:pPr': [...looks, section] }, ...runs] }
}

const list = (value: unknown): object[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : []
