import { describe, expect, it } from 'vitest'
import type { OutlineNode, PlanDocument } from '../../../db/model/plan/plan-document.ts'
import type { Template } from '../../../db/model/template/template.ts'
import { renderDocument } from '../../../main/word/render-document.ts'
import { reportOf } from '../../../main/word/report/report-of.ts'
import type { Layout } from '../../../main/word/writing.ts'
import { schemaFindings } from '../../support/docx/validate.ts'
import { all, marked, type Opened, opened, paragraphs, text, value } from './opened.ts'
import { node, plan, rich, section, template } from './small-plan.ts'

const rendered = (given: PlanDocument, form: Template = template(), layout: Layout = 'skabelon') =>
  renderDocument(reportOf(given, form, { tables: true }), { layout })

async function document(outline: readonly OutlineNode[], form?: Template, layout?: Layout): Promise<Opened> {
  return opened((await rendered(plan(outline), form, layout)).bytes)
}

/** A document whose only section holds the text. */
const written = (commonMark: string): Promise<Opened> =>
  document([node('section', 'Formål', { text: rich(commonMark) })])

/** Paragraphs below the heading. */
const below = ({ body }: Opened) => {
  const found = paragraphs(body)
  return found.slice(found.findIndex((each) => each.text === 'Formål') + 1)
}

describe('running text', () => {
  it('keeps bold, italic and hard breaks, and reads a soft line break as a blank', async () => {
    const { body } = await written('Et **fedt** ord\nog *et skråt*\\\nny linje')
    const bold = all(body, 'w:r').filter((run) => all(run, 'w:b').length > 0)
    const italic = all(body, 'w:r').filter((run) => all(run, 'w:i').length > 0)
    expect(below({ body, part: () => '' })).toEqual([
      { style: 'Text', text: 'Et fedt ord og et skråt\nny linje' },
    ])
    expect(bold.map(text)).toEqual(['fedt'])
    expect(italic.map(text)).toEqual(['et skråt'])
  })

  it('keeps what looks like XML or like the library’s own signs, and takes out what XML cannot hold', async () => {
    const content = [
      {
        type: 'text' as const,
        text: '<b> & "x" {bullets-0} 😀 a\u00A0b a\u00ADb a\tb \u0001\u001F\uFFFF',
      },
    ]
    const opened = await document([node('section', 'Formål', { text: [{ type: 'paragraph', content }] })])
    expect(below(opened)).toEqual([
      { style: 'Text', text: '<b> & "x" {bullets-0} 😀 a\u00A0b a\u00ADb a\tb ' },
    ])
  })

  it('lets out http, https and mailto addresses as links, and any other as text', async () => {
    const link = (address: string) => [{ type: 'text' as const, text: address.slice(0, 4), link: address }]
    const addresses = [
      'https://a.dk/æ b?c=d&e#f',
      'mailto:a@b.dk',
      'javascript:alert(1)',
      'file:///etc/passwd',
      '//x',
    ]
    const text = addresses.map((address) => ({ type: 'paragraph' as const, content: link(address) }))
    const made = await document([node('section', 'Formål', { text })])
    const targets = [
      ...made.part('word/_rels/document.xml.rels').matchAll(/Target="([^"]*)" TargetMode="External"/g),
    ]
    expect(targets.map((match) => match[1])).toEqual(['https://a.dk/%C3%A6%20b?c=d&amp;e#f', 'mailto:a@b.dk'])
    expect(below(made).map((each) => each.text)).toEqual([
      'http',
      'mail',
      'java (javascript:alert(1))',
      'file (file:///etc/passwd)',
      '//x',
    ])
  })
})

describe('lists', () => {
  /** Text, level and list of each paragraph of a list; the lists are named in the order in which they come. */
  async function lists(commonMark: string) {
    const made = await written(commonMark)
    const names = new Map<string, string>()
    return all(made.body, 'w:p')
      .filter((paragraph) => all(paragraph, 'w:numPr').length > 0)
      .map((paragraph) => {
        const list = value(paragraph, 'w:numId') ?? ''
        if (!names.has(list)) names.set(list, `list ${names.size + 1}`)
        return [text(paragraph), Number(value(paragraph, 'w:ilvl')), names.get(list)]
      })
  }

  it('go on where a list of numbers continues after an interruption, and begin anew otherwise', async () => {
    expect(await lists('1. a\n2. b\n\nafbrudt\n\n3. c\n\nigen\n\n1. d')).toEqual([
      ['a', 0, 'list 1'],
      ['b', 0, 'list 1'],
      ['c', 0, 'list 1'],
      ['d', 0, 'list 2'],
    ])
  })

  it('are not the same list when the sign changes or the numbers jump', async () => {
    expect(await lists('1. a\n\n2) b\n\nx\n\n7) c')).toEqual([
      ['a', 0, 'list 1'],
      ['b', 0, 'list 2'],
      ['c', 0, 'list 3'],
    ])
  })

  it('begin at the number that was written, with its sign', async () => {
    const made = await written('7) a')
    const list = value(made.body, 'w:numId')
    const numbering = made.part('word/numbering.xml')
    const [, abstract] =
      numbering.match(new RegExp(`<w:num w:numId="${list}"[^>]*><w:abstractNumId w:val="(\\d+)"/>`)) ?? []
    const [definition = ''] =
      numbering.match(new RegExp(`<w:abstractNum w:abstractNumId="${abstract}".*?</w:lvl>`)) ?? []
    expect(definition).toContain('<w:start w:val="7"/>')
    expect(definition).toContain('<w:lvlText w:val="%1)"/>')
    expect(numbering).toMatch(
      new RegExp(`<w:num w:numId="${list}"[^>]*>.*?<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>`),
    )
  })

  it('nest down to Word’s ninth level, and deeper items stand there', async () => {
    const deep = Array.from({ length: 11 }, (_, level) => `${'  '.repeat(level)}- n${level}`).join('\n')
    const levels = (await lists(deep)).map(([, level]) => level)
    expect(levels.slice(0, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(Math.max(...levels.map(Number))).toBe(8)
  })

  it('keep the paragraphs of an item below it', async () => {
    expect(below(await written('- a\n\n  mere\n\n  1. b\n\n- c'))).toEqual([
      { style: 'ListBullet', text: 'a' },
      { style: 'ListContinue', text: 'mere' },
      { style: 'ListNumber', text: 'b' },
      { style: 'ListBullet', text: 'c' },
    ])
  })
})

describe('what a reader takes apart again', () => {
  it('finds titles, coordinators, milestones and indicators by their styles', async () => {
    const { body, part } = await document([
      node('indsats', 'Sprog', {
        coordinators: ['Center A', 'Center B'],
        milestones: [{ title: 'Evaluering', when: 'ultimo 2027', responsible: 'Lone' }, { title: 'Start' }],
        indicators: [{ title: 'Fravær', unit: '%', baseline: '14', target: '9', when: '2028' }],
      }),
    ])
    const styles = ['Coordinator', 'MilestoneWhen', 'MilestoneTitle', 'MilestoneResponsible']
    const measures = [
      'IndicatorTitle',
      'IndicatorBaseline',
      'IndicatorTarget',
      'IndicatorUnit',
      'IndicatorWhen',
    ]
    expect(styles.map((style) => marked(body, style))).toEqual([
      ['Center A', 'Center B'],
      ['ultimo 2027'],
      ['Evaluering', 'Start'],
      ['Lone'],
    ])
    expect(measures.map((style) => marked(body, style))).toEqual([
      ['Fravær'],
      ['14'],
      ['9'],
      ['%', '%'],
      ['2028'],
    ])
    expect(paragraphs(body).filter((each) => /^Table(Milestone|Indicator)$/.test(each.style ?? ''))).toEqual([
      { style: 'TableIndicator', text: 'Fravær: udgangspunkt 14 %, mål 9 %, 2028' },
      { style: 'TableMilestone', text: 'ultimo 2027: Evaluering (ansvarlig: Lone)' },
      { style: 'TableMilestone', text: 'Start' },
    ])
    expect(marked(body, 'NodeTitle')).toEqual(['Aftale', 'Sprog', 'Sprog'])
    expect(part('docProps/custom.xml')).toMatch(/name="Skema"[^>]*><vt:lpwstr>aftale</)
  })
})

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
