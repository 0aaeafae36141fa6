// @vitest-environment happy-dom

import { describe, expect, test } from 'vitest'
import { readWordHtml } from '../../../renderer/paste/read-word-html.ts'
import { lineBreak, run } from '../../model/rich-text/shorthand.ts'
import { bold, bullet, cell, goesOn, heading, image, lettered, numbered, text } from './shorthand.ts'
import { wordItem, wordMarker, wordPage, wordParagraph, wordTable } from './word-html.ts'

const readWord = (body: string, styles?: string) => readWordHtml(wordPage(body, styles))

describe('paragraphs of Word', () => {
  test('a paragraph is its text, whatever wraps it and wherever its source is broken', () => {
    expect(readWord(wordParagraph('<span lang=DA>Flere børn\nlæser</span><span> for  livet</span>'))).toEqual(
      [text('Flere børn læser for livet')],
    )
  })

  test('an empty paragraph is nothing', () => {
    expect(readWord('<p class=MsoNormal><o:p>&nbsp;</o:p></p>')).toEqual([])
  })

  test.each([
    ['bold', "<b style='mso-bidi-font-weight:normal'>Effekt</b> først", [bold('Effekt'), run(' først')]],
    ['bold by style', "<span style='font-weight:700'>Effekt</span>", [bold('Effekt')]],
    ['italic', '<i>Effekt</i>', [run('Effekt', { italic: true })]],
    ['both', '<strong><em>Effekt</em></strong>', [run('Effekt', { bold: true, italic: true })]],
    [
      'bold taken off again',
      '<b>Ef<span style="font-weight:normal">fekt</span></b>',
      [bold('Ef'), run('fekt')],
    ],
    [
      'a link',
      'Se <a href="https://a.dk/x">planen</a>',
      [run('Se '), run('planen', { link: 'https://a.dk/x' })],
    ],
    ['a link to a place in the document', '<a href="#_Toc1">Formål</a>', [run('Formål')]],
    ['a bookmark', '<a name="_Toc1"></a>Formål', [run('Formål')]],
    ['a link that runs something', '<a href="javascript:alert(1)">Formål</a>', [run('Formål')]],
    ['a line break', 'Center A<br>\nCenter B', [run('Center A'), lineBreak, run('Center B')]],
    ['a no-break space between words', '10&nbsp;mio. kr.', [run('10\u00a0mio. kr.')]],
    ['several spaces', "a<span style='mso-spacerun:yes'>&nbsp; </span>b", [run('a b')]],
    ['a tab', "Frist:<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>maj", [run('Frist: maj')]],
    ['soft hyphens', 'ud&shy;viklings&#8203;område', [run('udviklingsområde')]],
    ['a footnote mark', 'Trivsel<a href="#_ftn1"><sup>[1]</sup></a>', [run('Trivsel[1]')]],
    ['text taken away by a tracked change', 'Trivsel<del>en</del>', [run('Trivsel')]],
    [
      'a comment mark',
      'Trivsel<span class=MsoCommentReference><a href="#_msocom_1">[KE1]</a></span>',
      [run('Trivsel')],
    ],
    ['hidden text', "Trivsel<span style='display:none;mso-hide:all'> skjult</span>", [run('Trivsel')]],
    ['a field in comments', '<!--[if supportFields]><span>PAGE</span><![endif]-->7', [run('7')]],
  ])('%s', (_, html, content) => {
    expect(readWord(wordParagraph(html))).toEqual([text(...content)])
  })

  test('two line breaks end a paragraph', () => {
    expect(readWord(wordParagraph('Første<br><br>Anden'))).toEqual([text('Første'), text('Anden')])
  })

  test('the second line break that Word writes for old browsers is not one', () => {
    const twice = `A<br style='mso-special-character:line-break'>\n<![if !supportLineBreakNewLine]><br style='mso-special-character:line-break'>\n<![endif]>B`
    expect(readWord(wordParagraph(twice))).toEqual([text('A', lineBreak, 'B')])
  })

  test('the comments that Word lists after the text are left out', () => {
    const list = "<div style='mso-element:comment-list'><p class=MsoCommentText>Er det rigtigt?</p></div>"
    expect(readWord(wordParagraph('Trivsel') + list)).toEqual([text('Trivsel')])
  })

  test('a generated table of contents is left out', () => {
    const contents = wordParagraph('<a href="#_Toc1">Formål<span>.....</span> 3</a>', 'class=MsoToc1')
    expect(readWord(contents + wordParagraph('Tekst'))).toEqual([text('Tekst')])
  })

  test('pictures are counted', () => {
    const picture =
      '<!--[if gte vml 1]><v:shape><v:imagedata src="a.png"/></v:shape><![endif]--><![if !vml]><img width=9 src="a.png" onerror="alert(1)"><![endif]>'
    expect(readWord(wordParagraph(`Før ${picture} efter`))).toEqual([image, text('Før efter')])
  })
})

describe('headings of Word', () => {
  test.each([
    ['heading 2', '<h2>Velfærd<o:p></o:p></h2>', 2],
    ['heading 7', wordParagraph('Velfærd', 'class=MsoHeading7'), 7],
    ['a Danish style of that name', wordParagraph('Velfærd', 'class=Overskrift3'), 3],
    ['an English style of that name', wordParagraph('Velfærd', 'class=Heading4'), 4],
    ['the document title', wordParagraph('Velfærd', 'class=MsoTitle'), 0],
    [
      'a paragraph with an outline level of its own',
      wordParagraph('Velfærd', "class=MsoNormal style='mso-outline-level:2'"),
      2,
    ],
    ['Word on the web', '<p class="Paragraph" role="heading" aria-level="3">Velfærd</p>', 3],
  ])('%s', (_, html, level) => {
    expect(readWord(html)).toEqual([heading(level, 'Velfærd')])
  })

  test('a style of the municipality is a heading where its outline level says so', () => {
    const style =
      'p.KapitelRd, li.KapitelRd, div.KapitelRd\n\t{mso-style-name:"Kapitel Rød";\n\tmso-outline-level:1;}'
    expect(readWord(wordParagraph('Velfærd', 'class=KapitelRd'), style)).toEqual([heading(1, 'Velfærd')])
  })

  test('a style is known by the name that its class only hints at', () => {
    const style = 'p.a, li.a, div.a\n\t{mso-style-name:"Overskrift 2 uden nummer";\n\tmargin:0cm;}'
    expect(readWord(wordParagraph('Velfærd', 'class=a'), style)).toEqual([heading(2, 'Velfærd')])
  })

  test('the number of a numbered heading is not its text', () => {
    expect(readWord(`<h1 style='mso-list:l2 level1 lfo3'>${wordMarker('1')}Formål<o:p></o:p></h1>`)).toEqual([
      heading(1, 'Formål'),
    ])
  })

  test('a heading over two lines is one heading', () => {
    expect(readWord('<h1>En stærk<br><br>organisation</h1>')).toEqual([
      heading(1, 'En stærk', lineBreak, 'organisation'),
    ])
  })
})

describe('lists of Word', () => {
  test('levels come from mso-list, and the markers are not text', () => {
    const items = [
      wordItem('Velfærd', 1, '·'),
      wordItem('Børn', 2, 'o'),
      wordItem('Læsning', 3, '§'),
      wordItem('Unge', 2, 'o'),
      wordItem('Vækst', 1, '·'),
    ]
    expect(readWord(items.join(''))).toEqual([
      bullet(1, 'Velfærd'),
      bullet(2, 'Børn'),
      bullet(3, 'Læsning'),
      bullet(2, 'Unge'),
      bullet(1, 'Vækst'),
    ])
  })

  test.each([
    ['1.', numbered(1, 1, 'Punkt')],
    ['12)', lettered(1, 12, 'Punkt')],
    ['(3)', lettered(1, 3, 'Punkt')],
    ['c)', lettered(1, 3, 'Punkt')],
    ['C.', numbered(1, 3, 'Punkt')],
    ['iv.', numbered(1, 4, 'Punkt')],
    ['i)', lettered(1, 1, 'Punkt')],
    ['2.1.3', numbered(1, 3, 'Punkt')],
    ['2.b.', numbered(1, 2, 'Punkt')],
    ['·', bullet(1, 'Punkt')],
    ['o', bullet(1, 'Punkt')],
    ['-', bullet(1, 'Punkt')],
    ['\uF0B7', bullet(1, 'Punkt')],
    ['', bullet(1, 'Punkt')],
  ])('the marker %j', (marker, item) => {
    expect(readWord(wordItem('Punkt', 1, marker))).toEqual([item])
  })

  test('a letter that is also a Roman number counts on from the item before', () => {
    const items = ['h)', 'i)', 'j)'].map((marker) => wordItem('Punkt', 1, marker))
    expect(readWord(items.join(''))).toEqual([8, 9, 10].map((number) => lettered(1, number, 'Punkt')))
  })

  test('the list styles of Word say their level by name', () => {
    const second = wordParagraph(`${wordMarker('o')}Børn`, 'class=MsoListBullet2')
    expect(readWord(wordParagraph(`${wordMarker('·')}Velfærd`, 'class=MsoListBullet') + second)).toEqual([
      bullet(1, 'Velfærd'),
      bullet(2, 'Børn'),
    ])
  })

  test('a style of the municipality may be a list', () => {
    const style = 'p.Punkt, li.Punkt, div.Punkt\n\t{mso-style-name:Punkt;\n\tmso-list:l4 level2 lfo5;}'
    expect(readWord(wordParagraph(`${wordMarker('·')}Børn`, 'class=Punkt'), style)).toEqual([
      bullet(2, 'Børn'),
    ])
  })

  test('a paragraph of the list without a marker goes on in its item', () => {
    const more = wordParagraph(
      'Det sker i 2027.',
      "class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt'",
    )
    expect(readWord(wordItem('Børn', 2, 'o') + more + wordParagraph('Tekst'))).toEqual([
      bullet(2, 'Børn'),
      goesOn(2, 'Det sker i 2027.'),
      text('Tekst'),
    ])
  })

  test('the marker is known by its comments alone, where styles have been cleaned away', () => {
    const item =
      '<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><!--[if !supportLists]-->1.<span style="font-size:7pt">&nbsp;&nbsp; </span><!--[endif]-->Punkt</p>'
    expect(readWordHtml(item)).toEqual([numbered(1, 1, 'Punkt')])
  })
})

test('a marker whose comment is never closed is text', () => {
  const html = '<div><!--[if !supportLists]-->1. Velfærd</div><p>Vækst</p>'
  expect(readWordHtml(html)).toEqual([text('1. Velfærd'), text('Vækst')])
})

describe('tables', () => {
  test('are rows of cells, each with its paragraphs', () => {
    const table = wordTable([
      [
        { html: wordParagraph('Indsats'), rows: 2, turned: true },
        { html: wordParagraph('Titel') },
        { html: wordParagraph('Flere læser') },
      ],
      [{ html: wordParagraph('Ophav') }, { html: wordItem('Budget', 1, '·') + wordParagraph('Vision') }],
    ])
    expect(readWord(wordParagraph('Før') + table)).toEqual([
      text('Før'),
      {
        kind: 'table',
        rows: [
          [{ ...cell('Indsats'), rows: 2 }, cell('Titel'), cell('Flere læser')],
          [cell('Ophav'), cell(bullet(1, 'Budget'), 'Vision')],
        ],
      },
    ])
  })

  test('an empty table is nothing', () => {
    expect(readWord(wordTable([[{ html: '<p class=MsoNormal><o:p>&nbsp;</o:p></p>' }]]))).toEqual([])
  })
})
