import { type EstimatedPageNumbers, fillPageNumbers, type IContext, type IXmlableObject } from 'docx'
import { bookmarkName } from './writing.ts'

/**
 * Writes the estimated page numbers into the body's table of contents, and for the footers how many pages there
 * are. Undefined when the pages, or a heading's page, were not found; then Word may work them out.
 */
export async function fillPages(
  body: readonly IXmlableObject[],
  context: IContext,
  headings: number,
): Promise<number | undefined> {
  const whole = { 'w:body': [...body] }
  const estimate = await estimateOf(whole, context)
  if (estimate?.pageCount === undefined) return undefined
  const bookmarks = Array.from({ length: headings }, (_, index) => bookmarkName(index + 1))
  if (!bookmarks.every((name) => estimate.bookmarks.has(name))) return undefined
  fillPageNumbers(whole, context, () => estimate)
  return estimate.pageCount
}

/**
 * The estimator lays the pages out as Word does; it is large, so it is loaded only here. A character whose width it
 * does not know (an emoji) is taken as an average one. What it throws on no one can foresee, and a document is good
 * without its page numbers, so an error in it is no error of the export: undefined says that there is no estimate.
 */
async function estimateOf(
  body: IXmlableObject,
  context: IContext,
): Promise<EstimatedPageNumbers | undefined> {
  const { estimatePageNumbersWith } = await import('docx/layout')
  const estimator = estimatePageNumbersWith({ guess: true })
  try {
    return estimator(body, context)
  } catch {
    return undefined
  }
}
