import type { Inline } from '../../../db/model/rich-text/rich-text.ts'
import type { PastedBlock } from '../../../renderer/paste/blocks.ts'

/** HTML in the shape in which Word for Windows puts a selection on the clipboard. */

const head = (styles: string): string => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<meta name=Originator content="Microsoft Word 15">
<link rel=File-List
href="file:///C:/Users/kael/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml>
 <o:OfficeDocumentSettings>
  <o:AllowPNG/>
 </o:OfficeDocumentSettings>
</xml><![endif]-->
<link rel=themeData
href="file:///C:/Users/kael/AppData/Local/Temp/msohtmlclip1/01/clip_themedata.thmx">
<!--[if gte mso 9]><xml>
 <w:WordDocument>
  <w:View>Normal</w:View>
  <w:Zoom>0</w:Zoom>
  <w:TrackMoves/>
  <w:HyphenationZone>21</w:HyphenationZone>
  <w:LidThemeOther>DA</w:LidThemeOther>
 </w:WordDocument>
</xml><![endif]--><!--[if gte mso 9]><xml>
 <w:LatentStyles DefLockedState="false" DefUnhideWhenUsed="false" LatentStyleCount="376">
  <w:LsdException Locked="false" Priority="9" QFormat="true" Name="heading 1"/>
  <w:LsdException Locked="false" Priority="39" SemiHidden="true" Name="toc 1"/>
 </w:LatentStyles>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face
	{font-family:Wingdings;
	panose-1:5 0 0 0 0 0 0 0 0 0;
	mso-font-charset:2;}
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no;
	mso-style-qformat:yes;
	mso-style-parent:"";
	margin:0cm;
	font-size:11.0pt;
	font-family:"Calibri",sans-serif;}
h1
	{mso-style-priority:9;
	mso-style-unhide:no;
	mso-style-qformat:yes;
	mso-style-link:"Overskrift 1 Tegn";
	mso-style-next:Normal;
	mso-outline-level:1;
	font-size:16.0pt;}
p.MsoHeading7, li.MsoHeading7, div.MsoHeading7
	{mso-style-noshow:yes;
	mso-style-priority:9;
	mso-style-link:"Overskrift 7 Tegn";
	mso-style-next:Normal;
	mso-outline-level:7;}
p.MsoListParagraph, li.MsoListParagraph, div.MsoListParagraph
	{mso-style-priority:34;
	mso-style-unhide:no;
	margin-left:36.0pt;
	mso-add-space:auto;}
${styles}
@page WordSection1
	{size:595.3pt 841.9pt;
	margin:3.0cm 2.0cm 3.0cm 2.0cm;}
div.WordSection1
	{page:WordSection1;}
 /* List Definitions */
 @list l0
	{mso-list-id:1136026021;
	mso-list-type:hybrid;
	mso-list-template-ids:-1218021930 67502081 67502083 67502085;}
@list l0:level1
	{mso-level-number-format:bullet;
	mso-level-text:\uF0B7;
	mso-level-tab-stop:none;
	mso-level-number-position:left;
	text-indent:-18.0pt;
	font-family:Symbol;}
@list l0:level2
	{mso-level-number-format:bullet;
	mso-level-text:o;
	font-family:"Courier New";}
@list l1:level1
	{mso-level-text:"%1\\)";
	mso-level-tab-stop:none;}
ol
	{margin-bottom:0cm;}
-->
</style>
<!--[if gte mso 10]>
<style>
 /* Style Definitions */
 table.MsoNormalTable
	{mso-style-name:"Tabel - Normal";
	mso-tstyle-rowband-size:0;}
</style>
<![endif]-->
</head>

<body lang=DA link="#0563C1" vlink="#954F72" style='tab-interval:65.2pt;
word-wrap:break-word'>
<!--StartFragment-->
`

/** A whole page; `styles` are further rules of its style sheet. */
export const wordPage = (body: string, styles = ''): string =>
  `${head(styles)}\n${body}\n<!--EndFragment-->\n</body>\n\n</html>\n`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Runs as Word writes them: one span for each, bold and italic as tags, `o:p` at the paragraph's end. */
export const wordRuns = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.type === 'break') return '<br>\n'
      const text = `<span style='mso-fareast-language:EN-US'>${escaped(inline.text)}</span>`
      const italic = inline.italic ? `<i style='mso-bidi-font-style:normal'>${text}</i>` : text
      const bold = inline.bold ? `<b style='mso-bidi-font-weight:normal'>${italic}</b>` : italic
      return inline.link === undefined ? bold : `<a href="${escaped(inline.link)}">${bold}</a>`
    })
    .join('')

export const wordParagraph = (text: string, attributes = 'class=MsoNormal'): string =>
  `<p ${attributes}>${text}<o:p></o:p></p>\n`

/** The marker before an item, in the conditional comments that other programs pass over. */
export const wordMarker = (marker: string): string =>
  `<![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:
Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>`

export function wordItem(text: string, level: number, marker: string, list = 0): string {
  const indent = `margin-left:${36 * level}.0pt;mso-add-space:auto;text-indent:-18.0pt`
  return wordParagraph(
    wordMarker(marker) + text,
    `class=MsoListParagraphCxSpMiddle style='${indent};\nmso-list:l${list} level${level} lfo${list + 1}'`,
  )
}

/** The blocks as Word would write them; markers as Word shows them by default. */
export const wordBlocks = (blocks: readonly PastedBlock[]): string =>
  wordPage(blocks.map(wordBlock).join('\n'))

function wordBlock(block: PastedBlock): string {
  switch (block.kind) {
    case 'heading':
      return wordHeading(block.level, wordRuns(block.content))
    case 'paragraph':
      return wordParagraph(
        wordRuns(block.content),
        block.level === 0 ? 'class=MsoNormal' : 'class=MsoListParagraphCxSpMiddle',
      )
    case 'item':
      return wordItem(
        wordRuns(block.content),
        block.level,
        markerFor(block),
        block.number === undefined ? 0 : 1,
      )
    case 'image':
      return '<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Billede_x0020_1" type="#_x0000_t75"><v:imagedata src="clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=200 height=100 src="clip_image001.png"><![endif]><o:p></o:p></p>\n'
    case 'table':
      return wordTable(
        block.rows.map((row) =>
          row.map(({ columns, rows, blocks }) => ({ columns, rows, html: blocks.map(wordBlock).join('') })),
        ),
      )
  }
}

function wordHeading(level: number, text: string): string {
  if (level === 0) return wordParagraph(text, 'class=MsoTitle')
  if (level > 6) return wordParagraph(text, `class=MsoHeading${level}`)
  return `<h${level}>${text}<o:p></o:p></h${level}>\n`
}

interface WordCell {
  readonly html: string
  readonly rows?: number
  readonly columns?: number
  /** Turned text, as in the side labels of an agreement. */
  readonly turned?: boolean
}

export const wordTable = (rows: readonly (readonly WordCell[])[]): string =>
  `<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0
 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt;
 mso-yfti-tbllook:1184;mso-padding-alt:0cm 5.4pt 0cm 5.4pt'>
${rows
  .map(
    (row, index) => ` <tr style='mso-yfti-irow:${index}${index === 0 ? ';mso-yfti-firstrow:yes' : ''}'>
${row
  .map(
    ({
      html,
      rows: down = 1,
      columns = 1,
      turned,
    }) => `  <td width=76 ${down > 1 ? `rowspan=${down} ` : ''}${columns > 1 ? `colspan=${columns} ` : ''}valign=top style='width:2.0cm;border:solid windowtext 1.0pt;
  padding:0cm 5.4pt 0cm 5.4pt${turned ? ';layout-flow:vertical;mso-layout-flow-alt:bottom-to-top;mso-rotate:90' : ''}'>
  ${html}  </td>
`,
  )
  .join('')} </tr>
`,
  )
  .join('')}</table>

<p class=MsoNormal><o:p>&nbsp;</o:p></p>
`

const bulletsOfWord = ['·', 'o', '§']

function markerFor({ level, number, delimiter }: Extract<PastedBlock, { kind: 'item' }>): string {
  if (number === undefined) return bulletsOfWord[(level - 1) % 3] ?? '·'
  const end = delimiter ?? '.'
  if (level % 3 === 2 && number <= 26) return String.fromCharCode(96 + number) + end
  return `${number}${end}`
}
