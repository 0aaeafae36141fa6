import { describe, expect, test } from 'vitest'
import { at, attribute, rootOf } from '../../main/ooxml/xml.ts'
import { documentsOf, examples, realPlans, type WrittenDocument } from '../support/documents.ts'
import { asPrinted } from '../support/docx/as-printed.ts'
import { forbiddenFindings } from '../support/docx/hindrances.ts'
import { missingTexts, textsOf } from '../support/docx/plan-texts.ts'
import { readBack } from '../support/docx/read-back.ts'
import { structureFindings } from '../support/docx/structure-check.ts'
import { schemaFindings } from '../support/docx/validate.ts'

/** Every plan that we have, in both layouts: valid, accessible, and nothing lost on the way. */

const shipped = documentsOf(examples)
const real = documentsOf(realPlans)
const all = [...shipped, ...real]

test.skipIf(real.length > 0)('real plans are read too [needs ../shared/real]', () => {
  expect(real).toEqual([])
})

test('there are examples of every plan kind', async () => {
  expect(shipped.length).toBeGreaterThanOrEqual(20)
})

describe.each(all)('$name', ({ write }) => {
  let written: Promise<WrittenDocument> | undefined
  const document = () => {
    written ??= write()
    return written
  }

  test('is what the Open XML SDK takes for a Word document', async () => {
    expect(await schemaFindings([(await document()).bytes])).toEqual([[]])
  })

  test('has nothing in its structure that Word stumbles over', async () => {
    expect(structureFindings((await document()).docx)).toEqual([])
  })

  test('hinders no reader', async () => {
    expect(forbiddenFindings(await document())).toEqual([])
  })

  test('holds every text of the plan, whole and in order', async () => {
    const { docx, plan, template } = await document()
    const texts = textsOf(plan, template)
    expect(texts.length).toBeGreaterThan(20)
    expect(missingTexts(docx, texts)).toEqual([])
  })

  test('reads back to the same plan', async () => {
    const { docx, plan, template } = await document()
    expect(readBack(docx, template)).toEqual(asPrinted(plan, template))
  })

  test('does not make Word ask about updating when it opens', async () => {
    const { docx } = await document()
    const settings = docx.xml('word/settings.xml')
    expect(settings && at(rootOf(settings), 'w:updateFields')).toBeUndefined()
    const fields = docx.xml('word/document.xml')?.getElementsByTagName('w:fldChar') ?? []
    expect([...fields].filter((field) => attribute(field, 'w:dirty') !== undefined)).toEqual([])
  })

  test('is the same, byte for byte, when it is written again', async () => {
    expect((await write()).bytes).toEqual((await document()).bytes)
  })
})
