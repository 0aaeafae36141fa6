import { shortened } from './one-line.ts'
import type { Cover, Report, Sheet } from './report.ts'

/** Lines that must fit the page's width, whatever the writer typed. */

/** What stands to the left at the top of each page. */
export const runningTitle = ({ left }: Report['header']): string => shortened(left, 90)

/** The title in the header row of the agreement's table, on each page; a very long one is whole above the table only. */
export const repeatedTitle = ({ title }: Sheet): string => shortened(title, 110)

/** Whether the period fits the line of the title; else it has a line of its own, so that "2027-28" is not broken. */
export const periodFits = ({ title, period, ownPage }: Cover, capitals: boolean): boolean =>
  title.length + period.length < (ownPage ? 33 : 42) * (capitals ? 0.8 : 1)

/** In characters; beside it stands the page number. */
const longestStamp = 88

/** The case stamp; a long one stands on several lines. */
export function stampLines(stamp: readonly string[]): string[] {
  const lines: string[] = []
  for (const part of stamp) {
    const last = lines.at(-1)
    const longer = last === undefined ? part : `${last} · ${part}`
    if (last === undefined || longer.length > longestStamp) lines.push(part)
    else lines[lines.length - 1] = longer
  }
  return lines
}
