import { expect, it, vi } from 'vitest'
import { reportOf } from '../../../db/model/report/report-of.ts'
import { renderDocument } from '../../../main/word/render-document.ts'
import { all, opened } from './opened.ts'
import { node, plan, template } from './small-plan.ts'

vi.mock('docx/layout', () => ({
  estimatePageNumbersWith: () => () => {
    throw new RangeError('a table that the estimator cannot lay out')
  },
}))

it('leaves the table of contents to Word when the estimator of page numbers fails', async () => {
  const form = template({ document: { ...template().document, contents: 'always' } })
  const report = reportOf(plan([node('section', 'Formål')]), form, { tables: false })
  const made = await renderDocument(report, { layout: 'skabelon' })
  expect(made).toMatchObject({ contents: 'left-to-word', pages: null })
  expect(all(opened(made.bytes).body, 'w:fldChar')[0]?.getAttribute('w:dirty')).toBe('true')
})
