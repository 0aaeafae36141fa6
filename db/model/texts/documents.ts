import { whenUsed } from '../danish.ts'
import type { PlanStatus } from '../plan/plan-document.ts'

/** The words that the program itself sets in documents. What a plan kind calls its parts, its template says. */

export const statusNames: Record<PlanStatus, string> = {
  udkast: 'Udkast',
  hoering: 'Høring',
  'politisk-behandling': 'Til politisk behandling',
  godkendt: 'Godkendt',
}

export const documentTexts = {
  contents: 'Indhold',
  annex: 'Bilag',
  /** The header row of the agreement's tables. */
  part: 'Del',
  field: 'Felt',
  content: 'Indhold',
  /** The header row of the cover's table. */
  information: 'Oplysning',
  page: 'Side ',
  pageOf: ' af ',
  caseNumber: (value: string) => `Sagsnr. ${value}`,
  documentNumber: (value: string) => `Dok.nr. ${value}`,
  item: (value: string) => `Punkt ${value}`,
  /** Labels of what hangs below a node whose rows do not show it. */
  milestones: 'Milepæle',
  indicators: 'Parametre',
  coordinators: 'Koordinator',
  baseline: 'udgangspunkt ',
  target: 'mål ',
  responsible: 'ansvarlig: ',
  sheetCaption: (label: string, title: string) => `${label}: ${title}`,
  coverCaption: 'Oplysninger om planen',
  overviewCaption: (title: string) => `Oversigt: ${title}`,
} as const

const longDate = whenUsed(() => new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'UTC' }))

/** "17. juni 2026" for `2026-06-17`. */
export const writtenDate = (date: string): string => longDate().format(new Date(`${date}T00:00:00Z`))
