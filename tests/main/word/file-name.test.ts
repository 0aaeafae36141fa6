import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileName } from '../../../main/word/file-name.ts'
import { plan, template } from './small-plan.ts'

describe('the name of the file', () => {
  it('says the annex first, then the plan, its unit and its status', () => {
    const given = plan([], { title: 'Målaftale', case: { annex: 'Bilag 1' } })
    expect(fileName(given, template())).toBe(
      'Bilag 1 - Målaftale 2026-28 - Center for Børn & Læring - udkast.docx',
    )
  })

  it('leaves out the annex where there is none', () => {
    expect(fileName(plan([], { status: 'hoering' }), template())).toBe(
      'Aftale 2026-28 - Center for Børn & Læring - høring.docx',
    )
  })

  it.each([
    ['Mål: "A/B" <x>?*|\\', 'Mål A B x 2026-28 - U - udkast.docx'],
    ['.. Aftale \u0000\u202e. ', 'Aftale . 2026-28 - U - udkast.docx'],
  ])('of %j is legal on Windows', (title, name) => {
    expect(fileName(plan([], { title, unit: 'U' }), template())).toBe(name)
  })

  it('is cut at a word where it is too long', () => {
    const title =
      'Kommissorium for en enklere hverdag i hele kommunen og alle dens institutioner og afdelinger'
    expect(fileName(plan([], { title, unit: 'U' }), template())).toBe(
      'Kommissorium for en enklere hverdag i hele kommunen og alle dens… - U - udkast.docx',
    )
  })

  it('is legal and short whatever the words are', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(text, text, text, (title, unit, annex) => {
        const name = fileName(plan([], { title, unit, case: { annex } }), template())
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]/u)
        expect(name).toMatch(/^[^\s.].*[^\s.]\.docx$/u)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(155)
      }),
    )
  })
})
