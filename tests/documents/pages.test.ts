import { beforeAll, describe, expect, test } from 'vitest'
import { openDocx } from '../../main/ooxml/docx-package.ts'
import { documentsOf, examples, realPlans, type WrittenDocument } from '../support/documents.ts'
import { contentsLines, headingPages, lostTexts, pageFlaws } from '../support/docx/pages.ts'
import { missingTools, type Rendering, render } from '../support/docx/render.ts'
import { sampleWith } from '../support/docx/sample.ts'

/**
 * The pages as LibreOffice lays them out: nothing is lost on the way to paper, the table of contents is right, and no page
 * looks forgotten.
 */

const missing = missingTools()
if (missing.length > 0) process.stderr.write(`Pages are not checked: ${missing.join(', ')} missing\n`)

const sources = [...documentsOf(examples), ...documentsOf(realPlans)]

describe.skipIf(missing.length > 0)('the pages of our documents [needs LibreOffice and poppler]', () => {
  const documents = new Map<string, { readonly written: WrittenDocument; readonly pages: Rendering }>()

  beforeAll(async () => {
    const written: WrittenDocument[] = []
    for (const source of sources) written.push(await source.write())
    const renderings = await render(written.map(({ bytes }) => bytes))
    for (const [index, { name }] of sources.entries()) {
      const [one, pages] = [written[index], renderings[index]]
      if (one && pages) documents.set(name, { written: one, pages })
    }
  })

  const documentOf = (name: string) => {
    const found = documents.get(name)
    if (!found) throw new Error(`${name} was not laid out`)
    return found
  }

  describe.each(sources)('$name', ({ name }) => {
    test('shows every text of the document', () => {
      const { written, pages } = documentOf(name)
      expect(lostTexts(written.docx, pages)).toEqual([])
    })

    test('has its headings where the table of contents says', () => {
      const { written, pages } = documentOf(name)
      const headings = headingPages(written.docx, pages)
      expect(headings.filter((heading) => heading.page === 0)).toEqual([])
      const lines = contentsLines(written.docx)
      const expected = lines.map(({ bookmark }) => {
        const heading = headings.find(({ bookmarks }) => bookmarks.includes(bookmark))
        return { text: heading?.text, page: String(heading?.page), bookmark }
      })
      expect(lines).toEqual(expected)
      const { contents, contentsDepth } = written.template.document
      const wanted = contents === 'always' || (contents === 'published' && written.layout === 'tilgaengelig')
      const depth = wanted ? contentsDepth : 0
      expect(lines).toHaveLength(headings.filter(({ level }) => level <= depth).length)
    })

    test('has no page that ends with a heading or holds next to nothing', () => {
      const { written, pages } = documentOf(name)
      expect(pageFlaws(written.docx, pages)).toEqual([])
    })
  })
})

describe.skipIf(missing.length > 0)('the check of pages [needs LibreOffice and poppler]', () => {
  const lines = Array.from({ length: 90 }, (_, index) => `Linje nummer ${index + 1} af halvfems`)
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')
  const cell = (width: number, properties: string, content: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`
  const row = (side: string) =>
    `<w:tbl><w:tblPr><w:tblW w:w="8500" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="500"/><w:gridCol w:w="8000"/></w:tblGrid><w:tr>${cell(500, side, '<w:p><w:r><w:t>Effekt</w:t></w:r></w:p>')}${cell(8000, '', paragraphs)}</w:tr></w:tbl><w:p/>`
  const heading = (text: string, before = '') =>
    `<w:p><w:pPr><w:pStyle w:val="Overskrift1"/>${before}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const text = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
  const newPage = '<w:pageBreakBefore/>'

  const files = {
    turned: sampleWith(row('<w:textDirection w:val="btLr"/>')),
    upright: sampleWith(row('')),
    flawed: sampleWith(
      [
        heading('Forside'),
        text('En side med tekst nok. '.repeat(20)),
        heading('Mål'),
        heading('Effekt', newPage),
        text('Kort.'),
      ].join(''),
    ),
    divided: sampleWith(
      [
        heading('Forside'),
        heading('Egne bidrag', newPage),
        heading('Bidrag', newPage),
        text('En side med tekst nok. '.repeat(20)),
      ].join(''),
    ),
  }
  let pages: Record<keyof typeof files, Rendering>

  beforeAll(async () => {
    const [turned, upright, flawed, divided] = await render(Object.values(files))
    if (!turned || !upright || !flawed || !divided) throw new Error('Not all files were laid out')
    pages = { turned, upright, flawed, divided }
  })

  test('sees the tail of a row that LibreOffice loses since it holds turned text', () => {
    const lost = lostTexts(openDocx(files.turned), pages.turned)
    expect(lost).toContain(lines.at(-1))
    expect(lost.length).toBeGreaterThan(10)
  })

  test('finds all lines of the same row without turned text, on two pages', () => {
    expect(pages.upright.pages).toHaveLength(2)
    expect(lostTexts(openDocx(files.upright), pages.upright)).toEqual([])
  })

  test('sees a heading at the end of a page, and a page that holds next to nothing', () => {
    expect(pageFlaws(openDocx(files.flawed), pages.flawed)).toEqual([
      'page 1 ends with a heading: Mål',
      'page 2: nearly empty (EFFEKTKORT.)',
    ])
  })

  test('lets a divider stand alone on its page', () => {
    expect(pageFlaws(openDocx(files.divided), pages.divided)).toEqual([])
  })
})
