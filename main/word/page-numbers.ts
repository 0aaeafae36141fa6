import { type EstimatedPageNumbers, fillPageNumbers, type IContext, type IXmlableObject } from 'docx'
import { bookmarkName } from './writing.ts'

/**
 * Writes the estimated page numbers into the body's table of contents, and for the footers how many pages there
 * are. The estimator lays the pages out as Word does; it is large, so it is loaded only here. A character whose
 * width it does not know (an emoji) is taken as an average one. Undefined when a heading's page was not found.
 */
export async function fillPages(
  body: readonly IXmlableObject[],
  context: IContext,
  headings: number,
): Promise<number | undefined> {
  const { estimatePageNumbersWith } = await import('docx/layout')
  const estimator = estimatePageNumbersWith({ guess: true })
  let estimate: EstimatedPageNumbers | undefined
  const kept = Object.assign((object: IXmlableObject, within: IContext) => {
    estimate = estimator(object, within)
    return estimate
  }, {})
  fillPageNumbers({ 'w:body': [...body] }, context, kept)
  const found = estimate
  if (found?.pageCount === undefined) return undefined
  const bookmarks = Array.from({ length: headings }, (_, index) => bookmarkName(index + 1))
  return bookmarks.every((name) => found.bookmarks.has(name)) ? found.pageCount : undefined
}
