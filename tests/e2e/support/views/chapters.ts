import { agreement, otherPlans } from './form-views.ts'
import { history } from './history-views.ts'
import { outline } from './outline-views.ts'
import { packets } from './packet-views.ts'
import { emptyPages, pages } from './pages-views.ts'
import { plans } from './plans-views.ts'
import { restoring } from './restore-views.ts'
import { merges, sharing } from './sharing-views.ts'
import { afterCrash, firstStart, newWorkbook } from './start-views.ts'
import type { Chapter } from './view.ts'
import { exports, overlays, preview, problems, zoomed } from './window-views.ts'

/** Every view of the program, in an order in which one leads to the next. */
export const chapters: readonly Chapter[] = [
  firstStart,
  newWorkbook,
  emptyPages,
  plans,
  outline,
  agreement,
  otherPlans,
  pages,
  history,
  overlays,
  exports,
  preview,
  packets,
  merges,
  sharing,
  restoring,
  problems,
  zoomed,
  afterCrash,
]
