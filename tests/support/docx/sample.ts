import { strToU8, zipSync } from 'fflate'

/**
 * A small document without a fault, written by hand, to plant faults in: the checks must say nothing of it and
 * must find each planted fault. Parts by name.
 */
export function sampleParts(): Record<string, string> {
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      '<Default Extension="png" ContentType="image/png"/>',
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
      ...['document.main', 'styles', 'numbering'].map(
        (part) =>
          `<Override PartName="/word/${part.split('.')[0]}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml"/>`,
      ),
    ].join('')}</Types>`,
    '_rels/.rels': relationships(
      ['R1', `${office}/officeDocument`, 'word/document.xml'],
      [
        'R2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
    ),
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Målaftale</dc:title></cp:coreProperties>',
    'word/_rels/document.xml.rels': relationships(
      ['R1', `${office}/styles`, 'styles.xml'],
      ['R2', `${office}/numbering`, 'numbering.xml'],
      ['R3', `${office}/image`, 'media/logo.png'],
    ).replace(
      '</Relationships>',
      `<Relationship Id="R4" Type="${office}/hyperlink" Target="https://example.dk/" TargetMode="External"/></Relationships>`,
    ),
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    'word/document.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/media/logo.png': 'not a picture, and nobody looks',
  }
}

export const zipped = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

/** The sample with other content of its body (the last section is added). */
export function sampleWith(content: string): Uint8Array {
  const parts = sampleParts()
  return zipped({
    ...parts,
    'word/document.xml': `<w:document ${namespaces}><w:body>${content}${section}</w:body></w:document>`,
  })
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const namespaces = [
  `xmlns:w="${main}"`,
  `xmlns:r="${office}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ')

function relationships(...all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

const heading = (level: number): string =>
  `<w:style w:type="paragraph" w:styleId="Overskrift${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`

const styles = `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:color w:val="222222"/><w:sz w:val="22"/><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[1, 2, 3].map(heading).join('')}</w:styles>`

const numbering = `<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`

/** The picture in the line of the text, as small as the schema allows. */
const picture =
  '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="Logo" descr="Kommunens logo"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="R3"/></pic:blipFill><pic:spPr><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'

const cell = (text: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/><w:shd w:val="clear" w:fill="E6EEF0"/></w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`

const table = `<w:tbl><w:tblPr><w:tblW w:w="8000" w:type="dxa"/><w:tblLook w:firstRow="1"/><w:tblCaption w:val="Oplysninger"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Felt')}${cell('Indhold')}</w:tr><w:tr>${cell('Center')}${cell('Børn')}</w:tr></w:tbl>`

const section =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'

const body = [
  '<w:p><w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr><w:bookmarkStart w:id="1" w:name="_Toc1"/><w:r><w:t>Formål</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>',
  '<w:p><w:hyperlink r:id="R4"><w:r><w:t>Kommunens strategi</w:t></w:r></w:hyperlink></w:p>',
  '<w:p><w:pPr><w:pStyle w:val="Overskrift2"/></w:pPr><w:r><w:t>Mål</w:t></w:r></w:p>',
  '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Første mål</w:t></w:r></w:p>',
  picture,
  table,
  '<w:p><w:r><w:t>Slut</w:t></w:r></w:p>',
  section,
].join('')
