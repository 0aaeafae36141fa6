import type { Indicator, Milestone } from '../plan/plan-document.ts'
import { documentTexts } from '../texts/documents.ts'

/** A part of a composed line: what the writer typed, in its character style, or the program's own sign. */
export interface LinePart {
  readonly text: string
  readonly style?: string
}

/** "3. kvartal 2027: Title (ansvarlig: responsible)" */
export function milestoneParts({ title, when, responsible }: Milestone): LinePart[] {
  return [
    ...(filled(when) ? [{ text: when, style: 'MilestoneWhen' }, { text: ': ' }] : []),
    { text: title, style: 'MilestoneTitle' },
    ...(filled(responsible)
      ? [
          { text: ` (${documentTexts.responsible}` },
          { text: responsible, style: 'MilestoneResponsible' },
          { text: ')' },
        ]
      : []),
  ]
}

/** "Title: udgangspunkt 62 %, mål 75 %, ultimo 2027" */
export function indicatorParts({ title, unit, baseline, target, when }: Indicator): LinePart[] {
  const measure = filled(unit) ? [{ text: ' ' }, { text: unit, style: 'IndicatorUnit' }] : []
  const values: LinePart[][] = [
    ...(filled(baseline)
      ? [[{ text: documentTexts.baseline }, { text: baseline, style: 'IndicatorBaseline' }, ...measure]]
      : []),
    ...(filled(target)
      ? [[{ text: documentTexts.target }, { text: target, style: 'IndicatorTarget' }, ...measure]]
      : []),
    ...(filled(unit) && !filled(baseline) && !filled(target)
      ? [[{ text: unit, style: 'IndicatorUnit' }]]
      : []),
    ...(filled(when) ? [[{ text: when, style: 'IndicatorWhen' }]] : []),
  ]
  return [
    { text: title, style: 'IndicatorTitle' },
    ...values.flatMap((value, index) => [{ text: index === 0 ? ': ' : ', ' }, ...value]),
  ]
}

const filled = (value: string | undefined): value is string => value !== undefined && value !== ''
