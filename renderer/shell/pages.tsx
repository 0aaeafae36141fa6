import { HistoryPage } from '../history/history-page.tsx'
import { MergesPage } from '../merge/merges-page.tsx'
import { OrganisationPage } from '../organisation/organisation-page.tsx'
import { FollowUpPage } from '../overview/follow-up/follow-up-page.tsx'
import { GoalsPage } from '../overview/goals/goals-page.tsx'
import { QualityPage } from '../overview/quality/quality-page.tsx'
import { TimelinePage } from '../overview/timeline/timeline-page.tsx'
import type { Page } from '../state/view.ts'
import { TemplatesPage } from '../templates/templates-page.tsx'

/** The pages over the whole workbook. */
export function Pages({ page }: { readonly page: Exclude<Page, 'plans' | 'plan'> }) {
  switch (page) {
    case 'goals':
      return <GoalsPage />
    case 'timeline':
      return <TimelinePage />
    case 'follow-up':
      return <FollowUpPage />
    case 'quality':
      return <QualityPage />
    case 'organisation':
      return <OrganisationPage />
    case 'templates':
      return <TemplatesPage />
    case 'history':
      return <HistoryPage />
    case 'merges':
      return <MergesPage />
  }
}
