import { describe, expect, it } from 'vitest'
import { schemaFindings } from '../../support/docx/validate.ts'
import { all, opened, paragraphs } from './opened.ts'
import { document, rendered } from './small-document.ts'
import { node, plan, rich, section, template } from './small-plan.ts'

describe('the table of contents', () => {
  const form = template({ document: { ...template().document, contents: 'always' } })
  const outline = [
    node('section', 'Formål', { key: 'formaal', text: rich('x') }),
    node('section', 'Plan', { children: [node('theme', 'Velfærd & vækst')] }),
    node('section', 'Oversigt', { key: 'bilag-oversigt' }),
  ]

  it('has its entries, each with the number of the page and a link to its heading', async () => {
    const made = await rendered(plan(outline), form)
    const { body } = opened(made.bytes)
    const entries = paragraphs(body).filter((each) => each.style?.startsWith('TOC'))
    expect(made).toMatchObject({ contents: 'numbered', pages: 4 })
    expect(entries).toEqual([
      { style: 'TOC1', text: 'Formål\t3' },
      { style: 'TOC1', text: 'Plan\t3' },
      { style: 'TOC2', text: 'Velfærd & vækst\t3' },
      { style: 'TOC1', text: 'Bilag 1: Oversigt\t4' },
    ])
    const anchors = all(body, 'w:hyperlink').map((link) => link.getAttribute('w:anchor'))
    const bookmarks = all(body, 'w:bookmarkStart').map((bookmark) => bookmark.getAttribute('w:name'))
    expect(anchors).toEqual(bookmarks)
    expect(all(body, 'w:fldChar').some((field) => field.hasAttribute('w:dirty'))).toBe(false)
  })

  it('is left to Word where working out the pages would take too long', async () => {
    const long = node('section', 'Lang', { text: rich(`${'Ord '.repeat(500)}\n\n`.repeat(160)) })
    const made = await rendered(plan([...outline, long]), form)
    expect(made).toMatchObject({ contents: 'left-to-word', pages: null })
    const { body } = opened(made.bytes)
    expect(all(body, 'w:fldChar')[0]?.getAttribute('w:dirty')).toBe('true')
    expect(paragraphs(body).filter((each) => each.style === 'TOC1')).toHaveLength(4)
  })

  it('is not there where the template wants none, or nothing has a heading', async () => {
    expect(await rendered(plan(outline))).toMatchObject({ contents: 'none' })
    expect(await rendered(plan([]), form)).toMatchObject({ contents: 'none' })
  })
})

describe('pages', () => {
  it('turn for the table that is wider than high, with its heading, and back again', async () => {
    const overview = {
      of: [],
      columns: [
        { label: 'Tema', value: 'theme' as const, width: 50 },
        { label: 'Indsats', value: 'indsats' as const, width: 50 },
      ],
      landscape: true,
      rowPer: 'node' as const,
    }
    const form = template({ sections: [section('plan', 'Plan', { overview, overviewWhen: 'always' })] })
    const { body } = await document(
      [
        node('section', 'Før', { text: rich('x') }),
        node('section', 'Plan', { key: 'plan', children: [node('theme', 'Velfærd')] }),
        node('section', 'Efter'),
      ],
      form,
    )
    const sections = all(body, 'w:sectPr').map((properties) =>
      all(properties, 'w:pgSz')[0]?.getAttribute('w:orient'),
    )
    expect(sections).toEqual(['portrait', 'portrait', 'landscape', 'portrait'])
    const [table] = all(body, 'w:tbl')
    expect(table && paragraphs(table).map((each) => each.text)).toEqual(['Tema', 'Indsats', 'Velfærd', ''])
  })

  it('carry the running header, the case stamp and the number of the page', async () => {
    const made = await rendered(
      plan([node('section', 'A')], { case: { caseNumber: '26/1', annex: 'Bilag 2' } }),
    )
    const parts = ['word/footer1.xml', 'word/header1.xml'].map((path) => opened(made.bytes).part(path))
    expect(parts[0]).toContain('Bilag 2 · Sagsnr. 26/1 · Udkast')
    expect(parts[0]).toMatch(/PAGE.*NUMPAGES/)
    expect(parts[1]).toContain('Aftale 2026-28 – Center for Børn &amp; Læring')
    expect(parts[1]).toContain('Sundkøbing Kommune')
  })
})

describe('the file', () => {
  const outline = [
    node('section', 'Formål', { text: rich('1. [a](https://a.dk)\n2. b\n\nx\n\n1. c') }),
    node('indsats', 'Sprog', { fields: { beskrivelse: rich('x') } }),
  ]

  it.each(['skabelon', 'tilgaengelig'] as const)(
    'is the same to the byte for the same plan (%s)',
    async (layout) => {
      const form = template({ document: { ...template().document, contents: 'always' } })
      const [one, two] = [
        await rendered(plan(outline), form, layout),
        await rendered(plan(outline), form, layout),
      ]
      expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
    },
  )

  it('is dated by the plan', async () => {
    const made = opened((await rendered(plan([], { case: { meetingDate: '2026-06-17' } }))).bytes)
    expect(made.part('docProps/core.xml').match(/2026-06-17T00:00:00Z/g)).toHaveLength(2)
  })

  it('says its title and language', async () => {
    const made = opened((await rendered(plan([]))).bytes)
    expect(made.part('docProps/core.xml')).toContain('Aftale 2026-28 – Center for Børn &amp; Læring')
    expect(made.part('word/styles.xml')).toContain('<w:lang w:val="da-DK"/>')
  })
})

describe('contents that nobody expects', () => {
  const long = 'Centret arbejder for, at alle børn er med i fællesskabet. '.repeat(86).trim()
  const bullets = Array.from({ length: 200 }, (_, index) => `- punkt ${index + 1}`).join('\n')
  const outline = [
    node('section', '<&>" 😀', { text: rich(`${long}\n\n${bullets}`), children: [node('section', '')] }),
    node('section', 'Indsatser', {
      key: 'indsatser',
      text: rich('Indledning til indsatser'),
      children: [
        node('indsats', 'Meget lang titel '.repeat(60).trim(), {
          text: rich('Tekst over skemaet'),
          fields: { beskrivelse: rich(`${long}\n\n${bullets}`), ukendt: rich('Felt uden række') },
          children: [node('programme', 'Under skemaet', { text: rich('- kun liste') })],
        }),
        node('indsats', 'Tom'),
        node('bidrag', 'Speciallægepraksisplanlægningsstabiliseringsperiodeudvalgene', {
          milestones: [{ title: 'Uden dato' }],
          fields: { effekt: rich('1. a\n2. b') },
        }),
      ],
    }),
    node('goal', 'Punkt', {
      text: rich('med tekst'),
      milestones: [{ title: 'Frist', when: '2027' }, { title: 'To' }],
      indicators: [{ title: 'Måling' }],
      coordinators: ['Center Z'],
      children: [node('goal', 'Underpunkt')],
    }),
  ]
  const cases = [
    ['everything at once', plan(outline)],
    ['nothing at all', plan([], { title: '', organisation: '', unit: '' })],
  ] as const
  const form = template({ document: { ...template().document, contents: 'always' } })

  it.each(cases)('are valid Word documents in both layouts: %s', async (_, given) => {
    const made = [await rendered(given, form, 'skabelon'), await rendered(given, form, 'tilgaengelig')]
    expect(await schemaFindings(made.map(({ bytes }) => bytes))).toEqual([[], []])
  })

  it.each(['skabelon', 'tilgaengelig'] as const)('all appear (%s)', async (layout) => {
    const { body } = opened((await rendered(plan(outline), form, layout)).bytes)
    const shown = paragraphs(body)
      .map((each) => each.text)
      .join(' ')
    const typed = [
      '<&>" 😀',
      long,
      'punkt 200',
      'Indledning til indsatser',
      'Meget lang titel '.repeat(60).trim(),
      'Tekst over skemaet',
      'Felt uden række',
      'Under skemaet',
      'kun liste',
      'Tom',
      'Speciallægepraksisplanlægningsstabiliseringsperiodeudvalgene',
      'Uden dato',
      'Punkt: med tekst',
      '2027: Frist',
      'Måling',
      'Center Z',
      'Underpunkt',
    ]
    expect(typed.filter((each) => !shown.includes(each))).toEqual([])
    expect(shown.match(/punkt 137/g)).toHaveLength(2)
  })
})
