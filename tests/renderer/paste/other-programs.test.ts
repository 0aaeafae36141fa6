// @vitest-environment happy-dom

import { describe, expect, test } from 'vitest'
import { readWordHtml } from '../../../renderer/paste/read-word-html.ts'
import { lineBreak, run } from '../../model/rich-text/shorthand.ts'
import { bold, bullet, cell, goesOn, heading, lettered, numbered, text } from './shorthand.ts'

describe('Word on the web', () => {
  const look = 'style="margin: 0px; padding: 0px; user-select: text; -webkit-user-drag: none;"'
  const line = (words: string) =>
    `<p class="Paragraph SCXW113 BCX0" xml:lang="DA-DK" lang="DA-DK" paraid="148" style="margin: 0px; white-space: pre-wrap; font-weight: normal; font-style: normal;"><span data-contrast="auto" xml:lang="DA-DK" lang="DA-DK" class="TextRun SCXW113 BCX0" ${look}><span class="NormalTextRun SCXW113 BCX0" ${look}>${words}</span></span><span class="EOP SCXW113 BCX0" data-ccp-props="{&quot;201341983&quot;:0}" ${look}>&nbsp;</span></p>`
  const item = (words: string, level: number, sign: string) =>
    `<li data-leveltext="${sign}" data-font="Symbol" data-listid="2" data-list-defn-props="{&quot;335552541&quot;:1}" aria-setsize="-1" data-aria-posinset="1" data-aria-level="${level}" role="listitem" class="OutlineElement Ltr SCXW113 BCX0" style="margin: 0px 0px 0px ${24 * level}px; display: block;">${line(words)}</li>`
  const bullets = (words: string, level: number) =>
    `<div class="ListContainerWrapper SCXW113 BCX0" style="margin: 0px; position: relative;"><ul class="BulletListStyle${level} SCXW113 BCX0" role="list" style="margin: 0px; list-style-type: disc;">${item(words, level, '•')}</ul></div>`
  const numbers = (words: string, start: number, sign: string) =>
    `<div class="ListContainerWrapper SCXW113 BCX0"><ol class="NumberListStyle1 SCXW113 BCX0" role="list" start="${start}">${item(words, 1, sign)}</ol></div>`

  test('puts each item into a list of its own and says its level', () => {
    const html = [bullets('Velfærd', 1), bullets('Børn', 2), bullets('Læsning', 3), bullets('Vækst', 1)]
    expect(readWordHtml(`<meta charset='utf-8'>${html.join('')}`)).toEqual([
      bullet(1, 'Velfærd'),
      bullet(2, 'Børn'),
      bullet(3, 'Læsning'),
      bullet(1, 'Vækst'),
    ])
  })

  test('numbers go on where the list before it stopped', () => {
    const html = [numbers('Ét', 6, '%1.'), numbers('To', 7, '%1.'), numbers('Tre', 1, '%1)')]
    expect(readWordHtml(html.join(''))).toEqual([
      numbered(1, 6, 'Ét'),
      numbered(1, 7, 'To'),
      lettered(1, 1, 'Tre'),
    ])
  })

  test('headings, tables and line breaks', () => {
    const blob = `<span class="LineBreakBlob BlobObject DragDrop SCXW113 BCX0"><span style="white-space: pre !important;">&nbsp;</span><br style="white-space: pre !important;"></span>`
    const html = `<div class="OutlineElement Ltr SCXW113 BCX0"><p class="Paragraph SCXW113 BCX0" role="heading" aria-level="2"><span class="TextRun SCXW113 BCX0">Velfærd</span><span class="EOP SCXW113 BCX0">&nbsp;</span></p></div><div class="OutlineElement Ltr SCXW113 BCX0">${line(`Center A${blob}Center B`)}</div><div class="OutlineElement TableStaticStyle"><div class="TableContainer"><table class="Table"><tbody><tr><td class="LeftText"><div class="TableCellContent"><div class="OutlineElement">${line('Titel')}</div></div></td></tr></tbody></table></div></div>`
    expect(readWordHtml(html)).toEqual([
      heading(2, 'Velfærd'),
      text('Center A', lineBreak, 'Center B'),
      { kind: 'table', rows: [[cell('Titel')]] },
    ])
  })
})

describe('LibreOffice', () => {
  test('lists lie inside one another, with items that are never closed', () => {
    const html = `<!DOCTYPE html>
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
	<style type="text/css">
		p { background: transparent }
		h1.western { font-family: "Liberation Sans"; font-weight: bold }
	</style>
</head>
<body lang="da-DK" link="#000080" dir="ltr"><h1 class="western">
Velfærd</h1>
<ul>
	<li><p style="margin-bottom: 0in">Børn</p>
	<ul>
		<li><p style="margin-bottom: 0in">Læsning</p>
		<p>Det begynder i 2027.</p>
	</ul>
	<li><p>Unge</p>
</ul>
<ol start="3">
	<li><p>Tre</p>
	<ol type="a">
		<li><p>A</p>
	</ol>
	<li><p>Fire</p>
</ol>
<p><br/>
<br/>

</p>
</body>
</html>`
    expect(readWordHtml(html)).toEqual([
      heading(1, 'Velfærd'),
      bullet(1, 'Børn'),
      bullet(2, 'Læsning'),
      goesOn(2, 'Det begynder i 2027.'),
      bullet(1, 'Unge'),
      numbered(1, 3, 'Tre'),
      numbered(2, 1, 'A'),
      numbered(1, 4, 'Fire'),
    ])
  })
})

describe('Outlook', () => {
  test('real lists stand directly in one another, and mso-list says the level', () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=DA><div class=WordSection1><p class=MsoNormal>Hej Karen<o:p></o:p></p>
<ul style='margin-top:0cm' type=disc><li class=MsoListParagraph style='margin-left:0cm;mso-list:l0 level1 lfo1'>Velfærd<o:p></o:p></li><ul style='margin-top:0cm' type=circle><li class=MsoListParagraph style='margin-left:0cm;mso-list:l0 level2 lfo1'>Børn<o:p></o:p></li></ul><li class=MsoListParagraph style='margin-left:0cm;mso-list:l0 level1 lfo1'>Vækst<o:p></o:p></li></ul></div></body></html>`
    expect(readWordHtml(html)).toEqual([
      text('Hej Karen'),
      bullet(1, 'Velfærd'),
      bullet(2, 'Børn'),
      bullet(1, 'Vækst'),
    ])
  })

  test('the new Outlook writes lines as divs', () => {
    const html =
      '<div class="elementToProof" style="font-family: Aptos;">Første</div><div class="elementToProof"><br></div><div class="elementToProof">Anden</div>'
    expect(readWordHtml(html)).toEqual([text('Første'), text('Anden')])
  })
})

describe('Google Docs', () => {
  test('all lies in a b that is not bold, and weights are numbers', () => {
    const html = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-fc08"><h2 dir="ltr"><span style="font-size:16pt;font-weight:400;white-space:pre-wrap;">Velfærd</span></h2><p dir="ltr"><span style="font-weight:700;font-style:normal;">Fed</span><span style="font-weight:400;"> og ikke</span></p><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span>Børn</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>Læsning</span></p></li></ul></ul></b><br class="Apple-interchange-newline">`
    expect(readWordHtml(html)).toEqual([
      heading(2, 'Velfærd'),
      text(bold('Fed'), ' og ikke'),
      bullet(1, 'Børn'),
      bullet(2, 'Læsning'),
    ])
  })
})

describe('a browser', () => {
  test('text straight in the page, lists and definition lists', () => {
    const html = `Før <p>Et <a href="https://a.dk">link</a></p>mellem<ol reversed><li>Ét<li value="5">Fem<li>Seks</ol><dl><dt>Ord</dt><dd>Forklaring</dd></dl>efter`
    expect(readWordHtml(html)).toEqual([
      text('Før'),
      text('Et ', run('link', { link: 'https://a.dk' })),
      text('mellem'),
      numbered(1, 1, 'Ét'),
      numbered(1, 5, 'Fem'),
      numbered(1, 6, 'Seks'),
      text('Ord'),
      text('Forklaring'),
      text('efter'),
    ])
  })

  test('a list without text of its own only deepens the one in it', () => {
    expect(readWordHtml('<ul><li><ul><li>Dyb</li></ul></li></ul>')).toEqual([bullet(2, 'Dyb')])
  })

  test('cells of a spreadsheet', () => {
    const html =
      '<table><colgroup><col width=64></colgroup><tr height=19><td class=xl65>Læsning</td><td>2027</td></tr></table>'
    expect(readWordHtml(html)).toEqual([{ kind: 'table', rows: [[cell('Læsning'), cell('2027')]] }])
  })
})
