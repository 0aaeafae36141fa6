import type { PastedNode } from '../../db/model/pasted-node.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'

/** A milestone or indicator on one line, as our documents write it and `milestoneOf` and `indicatorOf` read it. */
export function measureLine({ type, title, milestone, indicator }: PastedNode): string {
  if (type === 'milestone') {
    const { whenText = null, responsible = null } = milestone ?? {}
    const who = isSaid(responsible) ? ` (${documentTexts.responsible}${responsible})` : ''
    return `${isSaid(whenText) ? `${whenText}: ` : ''}${title}${who}`
  }
  const { unit = null, baseline = null, target = null, whenText = null } = indicator ?? {}
  const measure = isSaid(unit) ? ` ${unit}` : ''
  const values = [
    isSaid(baseline) ? `${documentTexts.baseline}${baseline}${measure}` : null,
    isSaid(target) ? `${documentTexts.target}${target}${measure}` : null,
    isSaid(unit) && !isSaid(baseline) && !isSaid(target) ? unit : null,
    whenText,
  ].filter(isSaid)
  return values.length === 0 ? title : `${title}: ${values.join(', ')}`
}

const isSaid = (value: string | null): value is string => value !== null && value !== ''
