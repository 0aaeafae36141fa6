import { describe, expect, it } from 'vitest'
import { all, marked, paragraphs, text, value } from './opened.ts'
import { below, document, written } from './small-document.ts'
import { node } from './small-plan.ts'

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
