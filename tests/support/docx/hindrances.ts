import { accessibilityFindings } from '../../../main/accessibility/check.ts'
import type { Finding } from '../../../main/ooxml/docx-package.ts'
import type { WrittenDocument } from '../documents.ts'

/**
 * Accessibility findings that a document may not have. `tilgaengelig` may have none. In `skabelon` the form itself
 * prescribes merged side labels, and a cover whose table has row labels only.
 */
export function forbiddenFindings({ docx, layout }: WrittenDocument): Finding[] {
  const findings = accessibilityFindings(docx)
  if (layout === 'tilgaengelig') return findings
  const [cover, ...others] = findings.filter(({ kind }) => kind === 'no-header-row')
  const allowed = (finding: Finding): boolean =>
    finding.kind === 'merged-cell' || (others.length === 0 && finding === cover)
  return findings.filter((finding) => !allowed(finding))
}
