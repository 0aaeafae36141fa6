import {
  groupsOf,
  isOver,
  type TimelineEntry,
  type TimelineGroup,
} from '../../../db/model/overview/timeline.ts'
import { writtenDate } from '../../../db/model/texts/documents.ts'
import { overviewTexts } from '../../../db/model/texts/window/overview.ts'
import type { Item } from '../list/row-table.tsx'

const texts = overviewTexts.timeline

/** Key of the mark between what is over and what is ahead. */
export const TODAY = 'today'

/** The lines of the timeline: quarters, their milestones, and today between those before and after it. */
export function timelineItems(
  entries: readonly TimelineEntry[],
  today: string,
): readonly Item<TimelineEntry>[] {
  const groups = groupsOf(entries)
  const mark: Item<TimelineEntry> = { kind: 'mark', key: TODAY, text: texts.today(writtenDate(today)) }
  const items: Item<TimelineEntry>[] = []
  let isMarked = false
  for (const group of groups) {
    // A quarter that has not begun, and what has no day, comes after today.
    if (!isMarked && !group.entries.some((entry) => isOver(entry, today))) {
      items.push(mark)
      isMarked = true
    }
    items.push({ kind: 'group', key: nameOf(group), text: nameOf(group) })
    for (const entry of group.entries) {
      if (!isMarked && !isOver(entry, today)) {
        items.push(mark)
        isMarked = true
      }
      items.push({ kind: 'row', key: entry.milestone.id, row: entry })
    }
  }
  return isMarked || items.length === 0 ? items : [...items, mark]
}

const nameOf = ({ when }: TimelineGroup): string =>
  typeof when === 'string' ? texts.undated[when] : texts.quarter(when.year, when.quarter)
