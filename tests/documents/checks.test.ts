import { describe, expect, it } from 'vitest'
import { accessibilityFindings } from '../../main/accessibility/check.ts'
import { contrast } from '../../main/accessibility/contrast.ts'
import { kindsOf, openDocx } from '../../main/ooxml/docx-package.ts'
import { sampleParts, zipped } from '../support/docx/sample.ts'
import { structureFindings } from '../support/docx/structure-check.ts'
import { schemaFindings } from '../support/docx/validate.ts'

/**
 * The checks themselves are checked here: a document without a fault gives nothing, and each planted fault is
 * found as what it is. So none of them can silently find nothing in our documents.
 */
type Plant = readonly [from: string | RegExp, to: string, part?: string]

function planted([from, to, part = 'word/document.xml']: Plant): Uint8Array {
  const parts = sampleParts()
  const text = parts[part] ?? ''
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`Nothing to replace in ${part}: ${from}`)
  return zipped({ ...parts, [part]: changed })
}

const cellText = '<w:p><w:r><w:t>Børn</w:t></w:r></w:p>'
const last = '<w:p><w:r><w:t>Slut</w:t></w:r></w:p>'

/** The thirteen of the lab (research/docx.md 6): what our own check calls it, and whether the SDK sees it. */
const lab: readonly [fault: string, plant: Plant, own: string | null, sdk: boolean][] = [
  ['element order in tcPr', [/(<w:tcW [^>]*>)(<w:shd [^>]*>)/, '$2$1'], null, true],
  ['cell without paragraph', [cellText, ''], 'cell-without-paragraph', false],
  ['unknown style id', ['w:val="Overskrift2"', 'w:val="Overskrift9"'], 'unknown-style', false],
  ['numId without definition', ['<w:numId w:val="1"/>', '<w:numId w:val="7"/>'], 'unknown-list', false],
  ['dangling r:id', ['r:id="R4"', 'r:id="R9"'], 'dangling-relationship', true],
  [
    'duplicate docPr id',
    [/(<w:p><w:r><w:drawing>.*<\/w:drawing><\/w:r><\/w:p>)/, '$1$1'],
    'duplicate-drawing-id',
    true,
  ],
  [
    'duplicate bookmark id',
    [last, '<w:p><w:bookmarkStart w:id="1" w:name="_Toc2"/><w:bookmarkEnd w:id="1"/></w:p>'],
    'duplicate-bookmark-id',
    true,
  ],
  ['control character', ['Slut', 'Slut\u0001'], 'control-character', true],
  ['bad enum value', [/(<w:tblLook )/, '<w:jc w:val="middle"/>$1'], null, true],
  [
    'content type missing',
    [/<Override PartName="\/word\/numbering.xml"[^>]*>/, '', '[Content_Types].xml'],
    'content-type-missing',
    true,
  ],
  [
    'gridSpan beyond grid',
    [/(<w:tcPr><w:tcW [^>]*>)/, '$1<w:gridSpan w:val="4"/>'],
    'row-off-the-grid',
    false,
  ],
  ['row without cells', ['</w:tbl>', '<w:tr/></w:tbl>'], 'row-without-cells', false],
  ['paragraph in paragraph', [last, `<w:p>${last}</w:p>`], 'paragraph-in-paragraph', true],
]

const more: readonly [fault: string, plant: Plant, own: string][] = [
  ['control character as a reference', ['Slut', 'Slut&#x7;'], 'control-character'],
  ['not well-formed', ['</w:tbl>', ''], 'not-well-formed'],
  [
    'target that is not there',
    ['styles.xml', 'stil.xml', 'word/_rels/document.xml.rels'],
    'relationship-without-part',
  ],
  ['relationship id twice', ['Id="R2"', 'Id="R1"', 'word/_rels/document.xml.rels'], 'duplicate-relationship'],
  [
    'content type of nothing',
    ['/docProps/core.xml', '/docProps/kerne.xml', '[Content_Types].xml'],
    'content-type-without-part',
  ],
  [
    'style of the wrong type',
    ['<w:r><w:t>Slut', '<w:r><w:rPr><w:rStyle w:val="Overskrift1"/></w:rPr><w:t>Slut'],
    'unknown-style',
  ],
  [
    'style id twice',
    [
      '</w:styles>',
      '<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>',
      'word/styles.xml',
    ],
    'duplicate-style',
  ],
  [
    'styles in a circle',
    [
      '<w:name w:val="Normal"/>',
      '<w:name w:val="Normal"/><w:basedOn w:val="Overskrift1"/>',
      'word/styles.xml',
    ],
    'circle-of-styles',
  ],
  ['list level without definition', ['<w:ilvl w:val="0"/>', '<w:ilvl w:val="3"/>'], 'unknown-list'],
  [
    'bookmark name twice',
    [last, '<w:p><w:bookmarkStart w:id="2" w:name="_Toc1"/><w:bookmarkEnd w:id="2"/></w:p>'],
    'duplicate-bookmark-name',
  ],
  ['bookmark without end', ['<w:bookmarkEnd w:id="1"/>', ''], 'open-bookmark'],
  ['link to no bookmark', ['r:id="R4"', 'w:anchor="_Toc9"'], 'unknown-bookmark'],
  ['field without end', ['<w:t>Slut</w:t>', '<w:fldChar w:fldCharType="begin"/>'], 'unbalanced-field'],
  [
    'reference to no bookmark',
    ['<w:t>Slut</w:t>', '<w:instrText>PAGEREF _Toc9 \\h</w:instrText>'],
    'unknown-bookmark',
  ],
  ['row too short', [/<w:tc>(?!.*<w:tc>).*<\/w:tc>/, ''], 'row-off-the-grid'],
  ['table without rows', [/<w:tr>.*<\/w:tr>/, ''], 'table-without-rows'],
  ['merge that nothing starts', [/(<w:tcPr><w:tcW [^>]*>)/, '$1<w:vMerge/>'], 'merge-without-start'],
  [
    'turned text in a merged row',
    [/(<w:tcPr><w:tcW [^>]*>)/, '$1<w:vMerge/><w:textDirection w:val="btLr"/>'],
    'turned-continuation',
  ],
  ['no section at the end', [/<w:sectPr>.*<\/w:sectPr>/, ''], 'no-last-section'],
]

describe('the structure check', () => {
  it('says nothing of a document without a fault', () => {
    expect(structureFindings(openDocx(zipped(sampleParts())))).toEqual([])
  })

  it.each(lab.filter(([, , own]) => own !== null))('finds: %s', (_, plant, own) => {
    expect(kindsOf(structureFindings(openDocx(planted(plant))))).toContain(own)
  })

  it.each(more)('finds: %s', (_, plant, own) => {
    expect(kindsOf(structureFindings(openDocx(planted(plant))))).toContain(own)
  })
})

describe('the Open XML SDK and the structure check together', () => {
  it('find all thirteen faults of the lab, and the SDK those that it is known for', async () => {
    const [clean, ...found] = await schemaFindings([
      zipped(sampleParts()),
      ...lab.map(([, plant]) => planted(plant)),
    ])
    expect(clean).toEqual([])
    const seen = lab.map(([fault], index) => [fault, (found[index]?.length ?? 0) > 0])
    expect(seen).toEqual(lab.map(([fault, , , sdk]) => [fault, sdk]))
    expect(lab.every(([, , own, sdk]) => own !== null || sdk)).toBe(true)
  })
})

const run = (properties: string): Plant => ['<w:r><w:t>Slut', `<w:r><w:rPr>${properties}</w:rPr><w:t>Slut`]
const text = (words: string): Plant => ['Slut', words]
const anchored: Plant = [/wp:inline/g, 'wp:anchor']

const hindrances: readonly [hindrance: string, plant: Plant, kind: string][] = [
  ['no title', ['Målaftale', ' ', 'docProps/core.xml'], 'no-title'],
  ['no language', ['<w:lang w:val="da-DK"/>', '', 'word/styles.xml'], 'no-danish'],
  ['another language', ['da-DK', 'en-US', 'word/styles.xml'], 'no-danish'],
  ['a heading that skips a level', ['Overskrift2', 'Overskrift3'], 'skipped-level'],
  ['a first heading of the second level', ['Overskrift1', 'Overskrift2'], 'skipped-level'],
  ['an empty heading', ['<w:t>Mål</w:t>', '<w:t> </w:t>'], 'empty-heading'],
  ['bold instead of a heading', run('<w:b/>'), 'bold-instead-of-heading'],
  ['no header row', ['<w:tblHeader/>', ''], 'no-header-row'],
  ['a header row that is switched off', ['<w:tblHeader/>', '<w:tblHeader w:val="0"/>'], 'no-header-row'],
  ['a header row that the look does not know', ['<w:tblLook w:firstRow="1"/>', ''], 'no-header-row'],
  [
    'a header row below',
    [/<w:tr>(?!<w:trPr>)/, '<w:tr/><w:tr><w:trPr><w:tblHeader/></w:trPr>'],
    'late-header-row',
  ],
  ['a header cell without words', ['<w:t>Felt</w:t>', ''], 'empty-header-cell'],
  ['a cell merged downwards', [/(<w:tcPr><w:tcW [^>]*>)/, '$1<w:vMerge w:val="restart"/>'], 'merged-cell'],
  ['a cell merged sideways', [/(<w:tcPr><w:tcW [^>]*>)/, '$1<w:gridSpan w:val="2"/>'], 'merged-cell'],
  ['an empty row', ['</w:tbl>', '<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>'], 'empty-row'],
  [
    'a table that does not say what it shows',
    ['<w:tblCaption w:val="Oplysninger"/>', ''],
    'table-without-text',
  ],
  [
    'a table in a table',
    [cellText, `<w:tbl><w:tr><w:tc>${last}</w:tc></w:tr></w:tbl>${last}`],
    'nested-table',
  ],
  ['a floating table', ['<w:tblW ', '<w:tblpPr w:tblpX="1"/><w:tblW '], 'floating-table'],
  ['a typed bullet', text('• et punkt'), 'typed-bullet'],
  ['a typed dash', text('– et punkt'), 'typed-bullet'],
  ['a bullet typed after a break', ['Slut', 'Slut</w:t><w:br/><w:t>- et punkt'], 'typed-bullet'],
  ['a picture without a text', ['descr="Kommunens logo"', ''], 'picture-without-text'],
  ['a picture out of the line', anchored, 'out-of-line'],
  ['a text box', [last, `<w:p><w:r><w:txbxContent>${last}</w:txbxContent></w:r></w:p>`], 'out-of-line'],
  ['pale text', run('<w:color w:val="999999"/>'), 'low-contrast'],
  ['pale text by its style', ['222222', '8A8A8A', 'word/styles.xml'], 'low-contrast'],
  ['dark shading behind dark text', ['w:fill="E6EEF0"', 'w:fill="1C5566"'], 'low-contrast'],
  ['an address as the text of a link', ['Kommunens strategi', 'https://example.dk/'], 'mute-link'],
  ['a link that says "her"', ['Kommunens strategi', 'Læs mere her'], 'mute-link'],
  ['a link without words', ['<w:r><w:t>Kommunens strategi</w:t></w:r>', ''], 'mute-link'],
  ['two empty paragraphs', [last, '<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>'], 'empty-paragraphs'],
  ['hidden text', run('<w:vanish/>'), 'hidden-text'],
  [
    'text hidden by its style',
    ['<w:sz w:val="22"/>', '<w:sz w:val="22"/><w:vanish/>', 'word/styles.xml'],
    'hidden-text',
  ],
  ['text too small to see', run('<w:sz w:val="2"/>'), 'hidden-text'],
]

describe('the accessibility check', () => {
  it('says nothing of a document without a hindrance', () => {
    expect(accessibilityFindings(openDocx(zipped(sampleParts())))).toEqual([])
  })

  it.each(hindrances)('finds: %s', (_, plant, kind) => {
    expect(kindsOf(accessibilityFindings(openDocx(planted(plant))))).toContain(kind)
  })

  it.each([
    ['a bold lead-in', 'Slut:'],
    ['a dash within the text', 'Slut – og godt'],
    ['a single empty paragraph', ''],
  ])('lets stand: %s', (_, words) => {
    const bold = words.endsWith(':') ? '<w:rPr><w:b/></w:rPr>' : ''
    const docx = planted(['<w:r><w:t>Slut', `<w:r>${bold}<w:t>${words}`])
    expect(accessibilityFindings(openDocx(docx))).toEqual([])
  })

  it.each([
    ['000000', 'FFFFFF', 21],
    ['777777', 'FFFFFF', 4.48],
    ['767676', 'FFFFFF', 4.54],
    ['FFFFFF', '0000FF', 8.59],
  ])('measures the contrast of %s and %s', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1)
    expect(contrast(other, one)).toBeCloseTo(ratio, 1)
  })
})
