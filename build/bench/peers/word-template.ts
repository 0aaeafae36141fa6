import { strToU8, zipSync } from 'fflate'

/**
 * The agreement as a Word template with docxtemplater's tags: a loop for the chapters, one for the tables, and in each of them loops
 * for the groups and their rows. A loop ends in a paragraph of its own, so cells end in an empty one.
 */
export function wordTemplate(): Uint8Array {
  const entries = Object.entries(parts).map(([path, xml]) => [path, strToU8(head + xml)] as const)
  return zipSync(Object.fromEntries(entries))
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships'
const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const paragraph = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

const cell = (content: string, looks: string): string => `<w:tc><w:tcPr>${looks}</w:tcPr>${content}</w:tc>`
const width = (twips: number): string => `<w:tcW w:w="${twips}" w:type="dxa"/>`
const row = (side: string, label: string, text: string): string =>
  `<w:tr>${side}${cell(label, `${width(1700)}<w:vAlign w:val="center"/>`)}${cell(text, width(7200))}</w:tr>`

const turned = '<w:vMerge w:val="restart"/><w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>'
const header = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(paragraph('Del'), width(700))}${cell(paragraph('Felt'), width(1700))}${cell(paragraph('Indhold – {title}'), width(7200))}</w:tr>`
const table = `<w:tbl><w:tblPr><w:tblStyle w:val="Skema"/><w:tblW w:w="9600" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="700"/><w:gridCol w:w="1700"/><w:gridCol w:w="7200"/></w:tblGrid>${header}${row(
  cell(paragraph('{#groups}{label}'), width(700) + turned),
  paragraph('{firstLabel}'),
  paragraph('{@firstText}'),
)}${row(
  cell(paragraph('{#rest}'), `${width(700)}<w:vMerge/>`),
  paragraph('{label}'),
  paragraph('{@text}') + paragraph('{/rest}{/groups}'),
)}</w:tbl>`

const cover = `<w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2400"/><w:gridCol w:w="7200"/></w:tblGrid><w:tr>${cell(
  paragraph('{#cover}{label}'),
  width(2400),
)}${cell(paragraph('{@text}') + paragraph('{/cover}'), width(7200))}</w:tr></w:tbl>`

const body = [
  paragraph('{title} {period}', 'Title'),
  cover,
  paragraph('{#blocks}'),
  paragraph('{#heading}'),
  paragraph('{heading}', 'Heading1'),
  paragraph('{/heading}'),
  paragraph('{#prose}'),
  paragraph('{@prose}'),
  paragraph('{/prose}'),
  paragraph('{#sheet}'),
  '<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:pageBreakBefore/></w:pPr><w:r><w:t xml:space="preserve">{kind}: {title}</w:t></w:r></w:p>',
  table,
  paragraph('{/sheet}'),
  paragraph('{/blocks}'),
].join('')

const style = (id: string, name: string, rest = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`
const level = (index: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${360 * (index + 1)}" w:hanging="360"/></w:pPr></w:lvl>`
const numbering = (id: number, format: string, text: (index: number) => string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${[0, 1, 2].map((index) => level(index, format, text(index))).join('')}</w:abstractNum>`

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mediaType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${mediaType}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${mediaType}.numbering+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packageRelation}"><Relationship Id="rId1" Type="${officeRelation}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="${packageRelation}"><Relationship Id="rId1" Type="${officeRelation}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${officeRelation}/numbering" Target="numbering.xml"/></Relationships>`,
  'word/styles.xml': `<w:styles xmlns:w="${main}">${style('Normal', 'Normal')}${style('Title', 'Title')}${style('Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')}${style('Heading2', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')}${style('ListParagraph', 'List Paragraph')}<w:style w:type="table" w:styleId="Skema"><w:name w:val="Skema"/></w:style></w:styles>`,
  'word/numbering.xml': `<w:numbering xmlns:w="${main}">${numbering(1, 'bullet', () => '•')}${numbering(2, 'decimal', (index) => `%${index + 1}.`)}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
  'word/document.xml': `<w:document xmlns:w="${main}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
}
