import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layouts, type WrittenDocument, write } from '../support/documents.ts'
import { asPrinted } from '../support/docx/as-printed.ts'
import { forbiddenFindings } from '../support/docx/hindrances.ts'
import { nastyPlan } from '../support/docx/nasty-plans.ts'
import { lostTexts } from '../support/docx/pages.ts'
import { readBack } from '../support/docx/read-back.ts'
import { missingTools, render } from '../support/docx/render.ts'
import { structureFindings } from '../support/docx/structure-check.ts'
import { schemaFindings } from '../support/docx/validate.ts'

/** What the writer's own formatting may cause, and the program must not undo: a paragraph that is bold from end to end. */
const writersOwn = new Set(['bold-instead-of-heading'])

const anyLayout = fc.constantFrom(...layouts)
const anyDocument = fc.tuple(nastyPlan, anyLayout)

const sampleOf = (count: number): Promise<WrittenDocument[]> =>
  Promise.all(fc.sample(anyDocument, count).map(([plan, layout]) => write(plan, layout)))

describe('a plan of the nastiest content', () => {
  test('has nothing in its structure that Word stumbles over, and hinders no reader', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async ([plan, layout]) => {
        const document = await write(plan, layout)
        expect(structureFindings(document.docx)).toEqual([])
        expect(forbiddenFindings(document).filter(({ kind }) => !writersOwn.has(kind))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('reads back to the same plan', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async ([plan, layout]) => {
        const { docx, template } = await write(plan, layout)
        expect(readBack(docx, template)).toEqual(asPrinted(plan, template))
      }),
      { numRuns: 40 },
    )
  })

  test('is what the Open XML SDK takes for a Word document', async () => {
    const documents = await sampleOf(24)
    const found = await schemaFindings(documents.map(({ bytes }) => bytes))
    expect(
      found.flatMap((findings, index) =>
        findings.map((finding) => ({ finding, plan: documents[index]?.plan })),
      ),
    ).toEqual([])
  })

  test.skipIf(missingTools().length > 0)(
    'loses nothing on its pages [needs LibreOffice and poppler]',
    async () => {
      const documents = await sampleOf(10)
      const renderings = await render(documents.map(({ bytes }) => bytes))
      const lost = documents.flatMap(({ docx }, index) => {
        const pages = renderings[index]
        return pages ? lostTexts(docx, pages) : ['the whole document']
      })
      expect(lost).toEqual([])
    },
  )
})
