import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanDocument } from '../../db/model/plan/plan-document.ts'
import { layouts, type WrittenDocument, write } from '../support/documents.ts'
import { asPrinted } from '../support/docx/as-printed.ts'
import { forbiddenFindings } from '../support/docx/hindrances.ts'
import { nastyPlan } from '../support/docx/nasty-plans.ts'
import { lostTexts } from '../support/docx/pages.ts'
import { readBack } from '../support/docx/read-back.ts'
import { missingTools, render } from '../support/docx/render.ts'
import { structureFindings } from '../support/docx/structure-check.ts'
import { schemaFindings } from '../support/docx/validate.ts'

/** What the writer's own formatting causes, and the program must not undo: a paragraph that is bold from end to end. */
const writersOwn = new Set(['bold-instead-of-heading'])

const anyDocument = fc.tuple(nastyPlan, fc.constantFrom(...layouts))

/** A failing plan is made smaller for half a minute; then the smallest one so far is shown. */
const runs = { numRuns: 40, interruptAfterTimeLimit: 45_000 }

async function sampleOf(count: number, change = (plan: PlanDocument) => plan): Promise<WrittenDocument[]> {
  const written: WrittenDocument[] = []
  for (const [plan, layout] of fc.sample(anyDocument, count)) written.push(await write(change(plan), layout))
  return written
}

/** Which typefaces this machine has, and how it turns scripts around, is not what is checked here. */
const inLatin = (plan: PlanDocument): PlanDocument =>
  JSON.parse(JSON.stringify(plan).replace(/[\u0250-\u200F\u2028-\uFFFF]+/g, 'x'))

describe('a plan of the nastiest content', () => {
  test('has nothing in its structure that Word stumbles over, and hinders no reader', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async ([plan, layout]) => {
        const document = await write(plan, layout)
        expect(structureFindings(document.docx)).toEqual([])
        expect(forbiddenFindings(document).filter(({ kind }) => !writersOwn.has(kind))).toEqual([])
      }),
      runs,
    )
  })

  test('reads back to the same plan', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async ([plan, layout]) => {
        const { docx, template } = await write(plan, layout)
        expect(readBack(docx, template)).toEqual(asPrinted(plan, template))
      }),
      runs,
    )
  })

  test('is what the Open XML SDK takes for a Word document', async () => {
    const documents = await sampleOf(16)
    const found = await schemaFindings(documents.map(({ bytes }) => bytes))
    expect(found.flat()).toEqual([])
  })

  test.skipIf(missingTools().length > 0)(
    'loses nothing on its pages [needs LibreOffice and poppler]',
    async () => {
      const documents = await sampleOf(12, inLatin)
      const renderings = await render(documents.map(({ bytes }) => bytes))
      const lost = documents.flatMap(({ docx }, index) => {
        const pages = renderings[index]
        return pages ? lostTexts(docx, pages) : ['the whole document']
      })
      expect(lost).toEqual([])
    },
  )
})
